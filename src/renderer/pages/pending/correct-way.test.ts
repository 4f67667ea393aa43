import { expect, test } from "vitest";
import {
  closing,
  copiedRefund,
  correction,
  paperCopy,
  shred,
} from "../../../captures/id-copy/example-acts.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { findWayToCorrect } from "./correct-way.ts";

const id = "019a0000-0000-7000-8000-00000000000a";
const refund = "019a0000-0000-7000-8000-00000000000b";
const find = (payload: unknown, amends: string | null = null) =>
  findWayToCorrect({ header: { id, kind: "id-copy", amends }, payload } as StoredCapture);

test("a refund is put right on its own page, and a correction of it on that of the refund", () => {
  expect(find(copiedRefund)?.to).toBe(`/refunds/correct/${id}`);
  expect(find(correction, refund)?.to).toBe(`/refunds/correct/${refund}`);
});

test("a paper, its shredding and a closing are taken anew, and so is what nobody can read", () => {
  for (const payload of [paperCopy, shred, closing, null]) expect(find(payload, refund)).toBeNull();
});
