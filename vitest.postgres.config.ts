import { defineConfig } from "vitest/config";

// Head office's tests once more, on the system's own PostgreSQL. What is of PGlite alone stays out.
export default defineConfig({
  test: {
    include: ["src/head-office/**/*.test.ts", "test/faults/{verdicts,reference,enrolment}.test.ts"],
    exclude: [
      "src/head-office/inbox/**",
      "src/head-office/db/{durable-pglite,directory-lock,database}.test.ts",
      "src/head-office/{index,config,log}.test.ts",
      "src/head-office/people/erasure.test.ts",
    ],
    environment: "node",
    globalSetup: "test/support/postgres-setup.ts",
    pool: "forks",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
