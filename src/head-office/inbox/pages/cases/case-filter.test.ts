import { expect, test } from "vitest";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import { filterCases } from "./case-filter.ts";

const row: InboxCaseRow = {
  id: "019a0000-0000-7000-9000-000000000001",
  number: "001-00001-X",
  right: "access",
  person: "Kanda Thongdee",
  receivedOn: "2026-11-01",
  dueOn: "2026-12-01",
  daysLeft: 9,
  clockDoubtful: false,
  state: "received",
  holdsFootage: false,
  openQuestions: 0,
  waitsAtShop: false,
  branch: "bkk-siam",
  closedOn: null,
  refusedFor: null,
};
const all: InboxCaseRow[] = [
  row,
  { ...row, state: "done", branch: "hat-yai" },
  { ...row, state: "extended", right: null },
];
const any = { state: "any", right: "any", branch: "any" } as const;

test.each([
  [any, 3],
  [{ ...any, state: "open" as const }, 2],
  [{ ...any, state: "done" as const }, 1],
  [{ ...any, right: "letter" as const }, 1],
  [{ ...any, right: "access" as const }, 2],
  [{ ...any, branch: "hat-yai" }, 1],
  [{ state: "open" as const, right: "access" as const, branch: "hat-yai" }, 0],
])("%o leaves %i", (filter, count) => {
  expect(filterCases(all, filter)).toHaveLength(count);
});
