import { configDefaults, defineConfig } from "vitest/config";
import { ofBoth, ofPgliteAlone } from "./test/support/postgres-tests.ts";

/**
 * `npm test` runs head office's tests on PostgreSQL in its next step (vitest.postgres.config.ts) and leaves them
 * out here; `npm run test:thorough` and a run of Vitest by itself do not.
 */
const isFollowed = process.env.YINYOM_THOROUGH === "0";
const ofSrc = isFollowed
  ? ["src/!(head-office)/**/*.test.{ts,tsx}", ...ofPgliteAlone]
  : ["src/**/*.test.{ts,tsx}"];

export default defineConfig({
  test: {
    include: [...ofSrc, "scripts/**/*.test.ts", "test/**/*.test.ts"],
    exclude: isFollowed ? [...configDefaults.exclude, ofBoth] : configDefaults.exclude,
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
