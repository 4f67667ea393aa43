import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCaptureDeps, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { drawJpeg } from "../../../test/support/plain-jpeg.ts";
import {
  inventCopiedRefund,
  refundStaff,
  showRefundNotice,
} from "../../../test/support/refunds.ts";
import {
  closing,
  exampleColleague,
  paperCopy,
  seenRefund,
  shred,
} from "../../captures/id-copy/example-acts.ts";
import type { Payload } from "../../captures/id-copy/payload.ts";
import { listLyingPapers, listRefunds } from "./read-refunds.ts";
import { submitCapture } from "./submit-capture.ts";
import { submitWithPicture } from "./submit-picture.ts";

const folder = makeFolder("refunds");
const { store } = openDesk({ path: join(folder.path, "desk.db") });
const deps = { ...makeCaptureDeps(store), vouchers: () => [exampleColleague] };
const ids: Record<string, string> = {};

function save(payload: Payload, amends: string | null = null): string {
  const notice = payload.act === "refund" ? showRefundNotice() : null;
  const input = { request: randomUUID(), kind: "id-copy", payload, amends, notice } as const;
  const saved = submitCapture(deps, refundStaff, input);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return saved.value.id;
}

beforeAll(async () => {
  const copied = await submitWithPicture(deps, refundStaff, inventCopiedRefund(), drawJpeg(1));
  if (!copied.ok) throw new Error(JSON.stringify(copied.failure));
  ids.copied = copied.value.id;
  ids.seen = save(seenRefund);
  save(closing, ids.seen);
  ids.late = save({ ...paperCopy, destroyBy: "2026-12-30" }, ids.copied);
  ids.gone = save(paperCopy, ids.copied);
  save(shred, ids.gone);
  ids.found = save({ ...paperCopy, subject: null, label: "?", destroyBy: "2026-11-22" });
});
afterAll(() => {
  store.close();
  folder.remove();
});

describe("what is open of refunds", () => {
  it("tells open from closed, and where a copy is", () => {
    const { open, closed } = listRefunds(deps);
    expect(open).toMatchObject([
      { id: ids.copied, evidence: "copied", copy: "waiting", how: "transfer", closedOn: null },
    ]);
    expect(open[0]?.papers.map(({ id }) => id)).toEqual([ids.late]);
    expect(closed).toMatchObject([
      { id: ids.seen, evidence: "seen", copy: null, closedOn: "2026-11-24" },
    ]);
  });

  it("forgets a refund that was closed long ago", () => {
    const now = () => Date.parse("2027-03-01T03:00:00.000Z");
    expect(listRefunds({ ...deps, now }).closed).toEqual([]);
  });

  it("lists every paper that still lies there, the most urgent first", () => {
    expect(listLyingPapers(deps)).toMatchObject([
      { id: ids.found, isDue: true, refund: null },
      { id: ids.late, isDue: false, refund: { id: ids.copied, name: "ธนพล ทดสอบ" } },
    ]);
  });
});
