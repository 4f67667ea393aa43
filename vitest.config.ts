import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "test/**/*.test.ts"],
    environment: "node",
    // Native bindings are loaded per process.
    pool: "forks",
    // A process and its modules for each file cost more than most files do. So none may leave anything behind:
    // each makes folders and databases of its own, and what it replaces is restored below.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    forceRerunTriggers: ["package.json", "vitest.config.ts"],
  },
});
