import { globSync } from "node:fs";
import { join } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { type MutationGroup, mutationGroups } from "./mutation-groups.ts";

/**
 * `npm run test:mutation -- GROUP-OR-FILE …`, all groups without a name: breaks the code on purpose, one small thing
 * at a time, and says how much of it the unit tests notice. Survivors lie in reports/mutation/GROUP.html.
 */
const wanted = process.argv.slice(2);
const chosen = Object.entries(mutationGroups).flatMap(([name, group]) => {
  const files = globSync([...group.mutate]);
  const mutate =
    wanted.length === 0 || wanted.includes(name)
      ? files
      : files.filter((file) => wanted.includes(file));
  return mutate.length === 0 ? [] : [{ name, group, mutate }];
});
if (chosen.length === 0) {
  console.error(`Nothing of that name. Groups: ${Object.keys(mutationGroups).join(", ")}.`);
  process.exit(2);
}

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];
type Score = { name: string; noticed: number; all: number };
const scores: Score[] = [];
for (const { name, group, mutate } of chosen) {
  scores.push(countNoticed(name, await breakOnPurpose(name, group, mutate)));
}
console.log("");
for (const score of [...scores, sumUp(scores)]) console.log(tell(score));
process.disconnect?.();

function breakOnPurpose(
  name: string,
  { tests, isNative }: MutationGroup,
  mutate: string[],
): Promise<MutantResult[]> {
  // Not Stryker's `testFiles`: with that, 10.1 wakes what runs at a module's start too late (stryker-js #6144).
  process.env.YINYOM_MUTATION_TESTS = JSON.stringify(tests);
  const report = (ending: string) => join("reports", "mutation", `${name}.${ending}`);
  return new Stryker({
    mutate,
    testRunner: "vitest",
    vitest: {
      configFile: "vitest.mutation.config.ts",
      related: false,
      pool: isNative ? "forks" : "threads",
    },
    plugins: ["@stryker-mutator/vitest-runner"],
    coverageAnalysis: "perTest",
    concurrency: 2,
    timeoutMS: 20_000,
    ignorePatterns: ["/docs", "/dist", "/out", "/test-results"],
    reporters: ["progress-append-only", "clear-text", "html", "json"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: report("html") },
    jsonReporter: { fileName: report("json") },
  }).runMutationTest();
}

function countNoticed(name: string, results: readonly MutantResult[]): Score {
  const of = (...statuses: MutantResult["status"][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = of("Killed", "Timeout");
  // What does not run at all when it is broken says nothing about the tests.
  return { name, noticed, all: noticed + of("Survived", "NoCoverage") };
}

function sumUp(parts: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => parts.reduce((so, part) => so + of(part), 0);
  return { name: "all", noticed: sum(({ noticed }) => noticed), all: sum(({ all }) => all) };
}

function tell({ name, noticed, all }: Score): string {
  const share = all === 0 ? 0 : (100 * noticed) / all;
  return `${name.padEnd(10)} ${String(noticed).padStart(5)} of ${String(all).padStart(5)} noticed, ${share.toFixed(1)} %`;
}
