import { type Check, readPlaywrightCounts, readVitestCounts, resultFile } from "./checks.ts";

const style: Check = {
  name: "style (biome)",
  command: ["@biomejs/biome/bin/biome", "check"],
};
const types: Check = {
  name: "types (tsc)",
  command: ["typescript-7/bin/tsc", "-b"],
};
const layers: Check = {
  name: "layers (dependency-cruiser)",
  command: ["dependency-cruiser/bin/dependency-cruiser.mjs", "src", "scripts", "test"],
};
const unused: Check = {
  name: "unused (knip)",
  command: ["knip/bin/knip.js"],
  // It takes the tests from vitest.config.ts, and has to see all of them.
  env: { YINYOM_THOROUGH: "1" },
};
const unit: Check = {
  name: "unit (vitest)",
  command: [
    "vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${resultFile("unit")}`,
  ],
  loud: true,
  counts: () => readVitestCounts("unit"),
};

const onPostgres: Check = {
  name: "head office on PostgreSQL",
  command: [
    "vitest/vitest.mjs",
    "run",
    "--config=vitest.postgres.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${resultFile("postgres")}`,
  ],
  loud: true,
  counts: () => readVitestCounts("postgres"),
};

/**
 * Leaves to `npm run test:thorough` what bears this mark in its title: a variant of a job that another test does,
 * or a rarer job (docs/architecture.md, Tests). Two slow cores need most of 25 minutes for the rest.
 */
export const withoutThorough = "--grep-invert=@thorough";

/** The real Electron; needs the built desk and a display. */
export function endToEnd(args: string[]): Check {
  return {
    name: "end to end (playwright)",
    command: ["playwright/cli.js", "test", "--reporter=list,json", ...args],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile("e2e") },
    loud: true,
    counts: readPlaywrightCounts,
  };
}

/** The cheapest first, so that a slip is told within seconds. */
export const checksWithoutDesk: Check[] = [style, types, layers, unused, unit, onPostgres];
