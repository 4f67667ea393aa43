import { describe, expect, it } from "vitest";
import type { CaseRow } from "../../../contract/case-procedures.ts";
import { caseFilters, matchesFilter } from "./case-filter.ts";

const open: CaseRow = {
  id: "019a0000-0000-7000-9000-000000000001",
  number: "0A1-0002F-K",
  right: "access",
  person: null,
  receivedOn: "2026-11-22",
  dueOn: "2026-12-22",
  daysLeft: 20,
  clockDoubtful: false,
  state: "in-progress",
  holdsFootage: false,
  openQuestions: 0,
  waitsAtShop: false,
};
const shownBy = (changed: Partial<CaseRow>) =>
  caseFilters.filter((filter) => matchesFilter({ ...open, ...changed }, filter, 7));

describe("a case is shown", () => {
  it.each<[string, Partial<CaseRow>, string[]]>([
    ["with time left", {}, ["open"]],
    ["due in a week", { daysLeft: 7 }, ["open", "soon"]],
    ["due today", { daysLeft: 0 }, ["open", "soon"]],
    ["overdue", { daysLeft: -1 }, ["open", "overdue"]],
    ["waiting for the customer", { daysLeft: 3, state: "waiting-for-customer" }, ["open"]],
    ["asked about", { openQuestions: 1 }, ["open", "ask"]],
    ["a letter, which has no day", { right: null, daysLeft: -5 }, ["open"]],
    ["done, to be fetched", { state: "done", waitsAtShop: true }, ["open", "fetch"]],
    ["done, long ago", { state: "done", daysLeft: -90 }, ["closed"]],
    ["refused", { state: "refused" }, ["closed"]],
  ])("%s", (_, changed, filters) => {
    expect(shownBy(changed)).toEqual(filters);
  });
});
