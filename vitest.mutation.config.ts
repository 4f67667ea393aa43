import { defineConfig } from "vitest/config";

// What Stryker runs for each mutant: unit tests alone. scripts/mutation.ts chooses which, Stryker the pool.
export default defineConfig({
  test: {
    include: JSON.parse(process.env.YINYOM_MUTATION_TESTS ?? "[]"),
    environment: "node",
    testTimeout: 60_000,
    hookTimeout: 90_000,
    restoreMocks: true,
  },
});
