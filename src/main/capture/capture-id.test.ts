import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { captureId } from "../../contract/ids.ts";
import { makeCaptureIds } from "./capture-id.ts";

it("makes ids that rise, carry the moment and never repeat", () => {
  let now = Date.parse("2026-11-22T03:00:00.000Z");
  const makeId = makeCaptureIds(() => now, randomBytes);
  const ids = Array.from({ length: 2000 }, (_, place) => {
    // The clock stands still, goes on, and falls back a little.
    now += [0, 0, 7, -3][place % 4] ?? 0;
    return makeId();
  });
  for (const id of ids) expect(captureId.safeParse(id).success).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  const [first = ""] = ids;
  expect(Number.parseInt(first.replaceAll("-", "").slice(0, 12), 16)).toBe(
    Date.parse("2026-11-22T03:00:00.000Z"),
  );
});
