import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { copiedRefund } from "../../src/captures/id-copy/example-acts.ts";
import { exampleCopyRules } from "../../src/captures/id-copy/example-reference.ts";
import { type PieceRequest, pieceLimit } from "../../src/contract/attachment.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { sealAttachment } from "../../src/main/keys/seal-attachment.ts";
import type { TestDevice } from "./device-client.ts";

const purpose = "refund-id-copy";

/** A refund with its sealed copy, as the pieces that a desk sends after it. */
export async function formCopiedRefund(device: TestDevice, sequence: number, picture: Uint8Array) {
  const capture = uuidv7();
  const key = exampleCopyRules.sealingKey;
  const place = { capture, device: device.device, sequence, purpose } as const;
  const sealed = await sealAttachment(key, place, picture);
  const digest = createHash("sha256").update(sealed).digest("hex");
  const attachment = { purpose, digest, size: sealed.length } as const;
  const payload = { ...copiedRefund, evidence: { ...copiedRefund.evidence, attachment } };
  const item = device.capture(payload, { id: capture, kind: "id-copy" });
  const pieces: PieceRequest[] = [];
  for (let offset = 0; offset < sealed.length; offset += pieceLimit) {
    const bytes = Buffer.from(sealed.subarray(offset, offset + pieceLimit)).toString("base64");
    pieces.push({ capture, ...attachment, key: key.id, offset, bytes });
  }
  return { item, pieces };
}

/** Sends a refund with its sealed copy, as a desk does; `isWhole`: false leaves the picture on the desk. */
export async function sendCopiedRefund(
  device: TestDevice,
  sequence: number,
  picture: Uint8Array,
  isWhole = true,
): Promise<string> {
  const { item, pieces } = await formCopiedRefund(device, sequence, picture);
  await device.push([item]);
  for (const piece of isWhole ? pieces : []) await device.send(syncPaths.piece, piece);
  return item.id;
}
