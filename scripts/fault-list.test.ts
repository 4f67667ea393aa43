import { expect, test } from "vitest";
import { listPlaywrightFaults, listVitestFaults } from "./fault-list.ts";

test("what failed end to end is told in a line each, with first tries and what belongs to no test", () => {
  const result = (status: string, ...messages: string[]) => ({
    status,
    errors: messages.map((message) => ({ message })),
  });
  const spec = (title: string, ...results: ReturnType<typeof result>[]) => ({
    title,
    file: "a.spec.ts",
    tests: [{ results }],
  });
  const faults = listPlaywrightFaults({
    errors: [{ message: "\u001b[31mWorker teardown\u001b[39m\n  timeout" }],
    suites: [
      {
        specs: [spec("well", result("passed")), spec("left out", result("skipped"))],
        suites: [
          {
            specs: [
              spec("twice", result("failed", "no", "nor this"), result("passed")),
              spec("hung", result("timedOut")),
              spec("long", result("failed", "x".repeat(500))),
            ],
          },
        ],
      },
    ],
  });
  expect(faults).toEqual([
    "a.spec.ts: twice: no | nor this",
    "a.spec.ts: hung: timedOut",
    `a.spec.ts: long: ${"x".repeat(240)} …`,
    "outside of any test: Worker teardown timeout",
  ]);
  expect(listPlaywrightFaults({})).toEqual([]);
});

test("what failed in Vitest is told in a line each, a file that did not load too", () => {
  const faults = listVitestFaults({
    testResults: [
      {
        name: "one.test.ts",
        status: "failed",
        message: "",
        assertionResults: [
          { fullName: "adds", status: "failed", failureMessages: ["Error: 1\n at here"] },
          { fullName: "takes", status: "passed", failureMessages: [] },
        ],
      },
      { name: "two.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      { name: "three.test.ts", status: "passed", message: "", assertionResults: [] },
    ],
  });
  expect(faults).toEqual(["one.test.ts: adds: Error: 1 at here", "two.test.ts: no such module"]);
  expect(listVitestFaults({})).toEqual([]);
});
