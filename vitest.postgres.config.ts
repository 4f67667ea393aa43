import { defineConfig } from "vitest/config";
import { ofBoth, ofHeadOffice, ofPgliteAlone } from "./test/support/postgres-tests.ts";

// Head office's tests on the system's own PostgreSQL.
export default defineConfig({
  test: {
    include: [ofHeadOffice, ofBoth],
    exclude: ofPgliteAlone,
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
