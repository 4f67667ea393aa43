import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "test/**/*.test.ts"],
    environment: "node",
    globalSetup: "test/support/run-folder.ts",
    // Native bindings are loaded per process, and two test files must not share a store by accident.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    forceRerunTriggers: ["package.json", "vitest.config.ts"],
  },
});
