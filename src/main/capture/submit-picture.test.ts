import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCaptureDeps, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput } from "../../../test/support/filled-store.ts";
import { drawJpeg } from "../../../test/support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../../../test/support/refunds.ts";
import { seenRefund } from "../../captures/id-copy/example-acts.ts";
import type { Store } from "../store/open-store.ts";
import { sha256 } from "../store/sha256.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { submitCapture } from "./submit-capture.ts";
import { submitWithPicture } from "./submit-picture.ts";

const folder = makeFolder("submit-picture");
afterAll(folder.remove);
let store: Store;
let deps: CaptureDeps;
let opened = 0;
beforeEach(() => {
  opened += 1;
  ({ store } = openDesk({ path: join(folder.path, `${opened}.db`) }));
  deps = makeCaptureDeps(store);
});
afterEach(() => store.close());

const submit = (input = inventCopiedRefund(), picture: Uint8Array = drawJpeg(1)) =>
  submitWithPicture(deps, refundStaff, input, picture);

describe("submitWithPicture", () => {
  it("stores the capture with its sealed picture, which the payload names by digest and size", async () => {
    const picture = drawJpeg(1);
    const { length } = picture;
    const plain = Buffer.from(picture);
    const answer = await submit(inventCopiedRefund(), picture);
    if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
    const kept = store.captures.readById(answer.value.id);
    const { attachment } = JSON.parse(kept?.envelope.payload ?? "").evidence;
    // What head office has of the capture is all that a piece waits for.
    store.outbox.settle([
      {
        sequence: 1,
        verdict: {
          verdict: "accepted",
          id: answer.value.id,
          contentHash: kept?.envelope.contentHash ?? "",
        },
      },
    ]);
    const piece = store.attachments.nextPiece(Number.MAX_SAFE_INTEGER, 10_000_000);
    const sealed = Buffer.from(piece?.bytes ?? []);
    expect(attachment).toEqual({
      purpose: "refund-id-copy",
      digest: createHash("sha256").update(sealed).digest("hex"),
      size: length + 81,
    });
    expect(piece).toMatchObject({ capture: answer.value.id, key: "demo-2026", offset: 0 });
    expect(sealed.includes(plain.subarray(0, 24))).toBe(false);
    expect(store.captures.verifyChain(sha256)).toBeNull();
  });

  it("wipes the picture's bytes whatever becomes of it", async () => {
    const [saved, refused] = [drawJpeg(1), Buffer.concat([drawJpeg(1), Buffer.of(1)])];
    expect((await submit(inventCopiedRefund(), saved)).ok).toBe(true);
    expect(await submit(inventCopiedRefund(), refused)).toEqual({
      ok: false,
      failure: { code: "bad-picture" },
    });
    expect(saved.every((byte) => byte === 0)).toBe(true);
    expect(refused.every((byte) => byte === 0)).toBe(true);
    expect(store.captures.count()).toBe(1);
  });

  it("is one capture and one picture when the same request comes again", async () => {
    const input = inventCopiedRefund();
    const first = await submit(input);
    expect(await submit(input, drawJpeg(2))).toEqual(first);
    expect(store.attachments.list()).toHaveLength(1);
  });

  it("seals anew when another capture takes its place meanwhile", async () => {
    const pending = submit();
    const other = submitCapture(deps, counterStaff, inventInput(1));
    expect(other.ok).toBe(true);
    const answer = await pending;
    expect(answer.ok).toBe(true);
    expect(store.captures.last()?.sequence).toBe(2);
    expect(store.attachments.list().map(({ sequence }) => sequence)).toEqual([2]);
  });

  it("keeps nothing of a refund that the rules refuse", async () => {
    const input = inventCopiedRefund();
    const payload = { ...(input.payload as object), amount: 1_000_00 };
    const answer = await submit({ ...input, payload });
    expect(answer).toMatchObject({ ok: false, failure: { code: "refused" } });
    expect([store.captures.count(), store.attachments.list()]).toEqual([0, []]);
  });

  it("takes no picture for a refund without a copy, and no copy without its picture", async () => {
    const input = inventCopiedRefund();
    expect(await submit({ ...input, payload: seenRefund })).toMatchObject({
      ok: false,
      failure: { issues: [{ path: ["evidence", "attachment"], code: "bad-form" }] },
    });
    const whole = { ...(input.payload as { evidence: object }) };
    const attachment = { purpose: "refund-id-copy", digest: "0".repeat(64), size: 500 };
    const claimed = { ...whole, evidence: { ...whole.evidence, attachment } };
    expect(() => submitCapture(deps, refundStaff, { ...input, payload: claimed })).toThrow();
    expect(store.captures.count()).toBe(0);
  });
});
