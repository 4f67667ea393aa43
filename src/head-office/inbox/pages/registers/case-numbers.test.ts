import { expect, test } from "vitest";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import { countCases } from "./case-numbers.ts";

const closed = (state: "done" | "refused", receivedOn: string, closedOn: string) =>
  ({ right: "access", state, receivedOn, closedOn }) as InboxCaseRow;
const open = {
  right: "erasure",
  state: "extended",
  receivedOn: "2026-11-01",
  closedOn: null,
} as InboxCaseRow;

test("counts each state and the middle of the days, over the end of a month and a leap day", () => {
  const cases = [
    closed("done", "2028-02-27", "2028-03-01"),
    closed("refused", "2026-10-30", "2026-11-09"),
    closed("done", "2026-11-01", "2026-11-21"),
    closed("done", "2026-11-01", "2026-11-05"),
    open,
  ];
  expect(countCases(cases, (row) => row.right ?? "")).toEqual([
    { key: "access", count: 4, open: 0, done: 3, refused: 1, medianDays: 7 },
    { key: "erasure", count: 1, open: 1, done: 0, refused: 0, medianDays: null },
  ]);
});
