import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listStack, logFields, logLine } from "./log-line.ts";

function errorWith(message: string, trace: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}\n${trace}`;
  return error;
}

describe("what of an error's stack a log may hold", () => {
  it("names function, file and place, and no folder", () => {
    const trace = [
      "    at saveCapture (C:\\Users\\somchai.j\\Yinyom\\resources\\app.asar\\out\\main\\index.cjs:10:2)",
      "    at async Object.handle (/home/somchai/a b/out/main/index.cjs:7:1)",
      "    at file:///home/somchai/out/main/index.cjs:3:9",
      "    at new Session [as make] (app:///index-Dq.js:1:200)",
      "    at node:internal/process/task_queues:95:5",
      "    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
    ].join("\n");
    expect(listStack(errorWith("no", trace))).toEqual([
      "at saveCapture (index.cjs:10:2)",
      "at async Object.handle (index.cjs:7:1)",
      "at index.cjs:3:9",
      "at new Session [as make] (index-Dq.js:1:200)",
      "at node:internal/process/task_queues:95:5",
      "at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
    ]);
  });

  it("takes nothing out of the message, whatever it looks like", () => {
    const message = "at somchai (081-555-0101:1:2)\n    at Somying (0815550101:3:4)";
    expect(listStack(errorWith(message, "    at run (index.cjs:1:1)"))).toEqual([
      "at run (index.cjs:1:1)",
    ]);
  });

  it("holds nothing that the fields' form forbids, for any message and any folder", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, folder) => {
        const stack = listStack(errorWith(message, `    at run (${folder}/index.cjs:1:1)`));
        expect(logFields.safeParse({ event: "bug", stack }).success).toBe(true);
      }),
    );
  });
});

describe("a line of the log", () => {
  const time = "2026-11-26T03:00:00.000Z";

  it.each([
    { level: 30, time, event: "enrolment" },
    { level: 50, time, event: "procedure", procedure: "capture.submit", error: "TypeError" },
    { level: 50, time, event: "sync", error: "SqliteError", code: "SQLITE_BUSY", stack: [] },
  ])("may say %j", (line) => {
    expect(logLine.safeParse(line).success).toBe(true);
  });

  it.each([
    { level: 30, time, event: "สมชาย" },
    { level: 30, time, event: "saved", name: "Somchai" },
    { level: 50, time, event: "sync", code: "0815550101" },
    { level: 50, time, event: "procedure", procedure: "somchai@example.com" },
    { level: 50, time, event: "procedure", error: "Error: 081 555 0101" },
    { level: 50, time, event: "procedure", stack: ["at สมชาย (index.cjs:1:1)"] },
  ])("may not say %j", (line) => {
    expect(logLine.safeParse(line).success).toBe(false);
  });
});
