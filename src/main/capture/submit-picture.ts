import { createHash } from "node:crypto";
import type { AttachmentPurpose } from "../../contract/attachment.ts";
import type { SealingKey } from "../../contract/copy-rules.ts";
import { fail, type Result } from "../../contract/failure.ts";
import { readPlainPicture } from "../../contract/plain-picture.ts";
import { sealAttachment } from "../keys/seal-attachment.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import {
  type CaptureAnswer,
  type CaptureInput,
  type Capturer,
  type PlacedPicture,
  PlaceTaken,
  submitCapture,
} from "./submit-capture.ts";

/** Other captures that may come in between while a picture is sealed, before something is wrong. */
const mostTries = 20;

/**
 * Takes one capture with its masked picture. The picture is sealed to head office's key in memory, and its
 * bytes are wiped, before the first of them could be written; capture and sealed picture are stored in one
 * transaction. Bytes that are not one plain picture are refused.
 */
export async function submitWithPicture(
  deps: CaptureDeps,
  who: Capturer,
  input: CaptureInput,
  picture: Uint8Array,
): Promise<Result<CaptureAnswer>> {
  try {
    const use = deps.definitions[input.kind]?.attachment;
    if (!use) throw new Error(`${input.kind} has no pictures`);
    if (!readPlainPicture(picture).ok) return fail({ code: "bad-picture" });
    const enrolment = deps.store.device.readEnrolment();
    const key = deps.store.received.readReference()?.copyRules?.sealingKey;
    if (enrolment === null || key === undefined) return fail({ code: "not-enrolled" });
    for (let tries = 1; ; tries += 1) {
      const placed = await placePicture(
        deps,
        enrolment.device,
        key,
        use.purpose(input.payload),
        picture,
      );
      const { purpose, digest, size } = placed.attachment;
      const payload = use.write(input.payload, { purpose, digest, size });
      const result = submitUnlessTaken(deps, who, { ...input, payload }, placed);
      if (result !== null) return result;
      if (tries === mostTries) throw new Error("no place for a picture");
    }
  } finally {
    picture.fill(0);
  }
}

/** Null: another capture took the place in the meantime. */
function submitUnlessTaken(
  deps: CaptureDeps,
  who: Capturer,
  input: CaptureInput,
  placed: PlacedPicture,
): Result<CaptureAnswer> | null {
  try {
    return submitCapture(deps, who, input, placed);
  } catch (error) {
    if (error instanceof PlaceTaken) return null;
    throw error;
  }
}

async function placePicture(
  { store, makeId }: CaptureDeps,
  device: string,
  key: SealingKey,
  purpose: AttachmentPurpose,
  picture: Uint8Array,
): Promise<PlacedPicture> {
  const id = makeId();
  const sequence = (store.captures.last()?.sequence ?? 0) + 1;
  const sealed = await sealAttachment(key, { capture: id, device, sequence, purpose }, picture);
  const digest = createHash("sha256").update(sealed).digest("hex");
  return {
    id,
    sequence,
    attachment: { purpose, digest, size: sealed.length, key: key.id, sealed },
  };
}
