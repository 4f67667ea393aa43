import { expect, it } from "vitest";
import {
  addScanned,
  changeRow,
  countRows,
  findOpen,
  listWanted,
  startRows,
} from "./review-rows.ts";

const publish = { choice: "publish" } as const;
const scan = (index: number, change = {}) => ({
  index,
  takenAt: null,
  decision: null,
  trouble: null,
  ...change,
});
const rows = addScanned(startRows(["a", "b", "c", "d", "e"]), [
  scan(0, { decision: publish }),
  scan(1),
  scan(2, { trouble: "picture-unreadable" }),
  scan(3),
]);

it("goes on with the next that waits, then with those before, past what cannot be opened", () => {
  expect(findOpen(rows, 0)).toBe(1);
  expect(findOpen(rows, 1)).toBe(3);
  // The last one is not scanned yet: it may have been decided earlier.
  expect(findOpen(rows, 3)).toBe(1);
  expect(findOpen(changeRow(rows, 1, { decision: publish }), 3)).toBeNull();
});

it("makes few ready at a time", () => {
  const many = addScanned(
    startRows(Array.from({ length: 1000 }, (_, index) => `${index}`)),
    Array.from({ length: 1000 }, (_, index) => scan(index)),
  );
  expect(listWanted(many, 500)).toEqual([500, 501, 502, 503, 504, 505, 499, 498]);
  expect(listWanted(many, 0)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(listWanted(many, 999)).toEqual([999, 998, 997]);
});

it("keeps what was decided while the scan went on, and counts each picture once", () => {
  const decided = changeRow(rows, 3, { decision: { choice: "leave-out" } });
  const again = addScanned(decided, [scan(3, { decision: publish }), scan(4)]);
  expect(countRows(again)).toEqual({ publish: 1, cover: 0, leaveOut: 1, open: 2, troubled: 1 });
});
