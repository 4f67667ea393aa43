import type { AttachmentMark } from "../../contract/attachment.ts";
import { readStoredPayload } from "../stored-payload.ts";

/** What a stored capture says of the picture that belongs to it; null: of none, or it cannot be read here. */
export function findMark(capture: {
  kind: string;
  version: number;
  payload: string | null;
}): AttachmentMark | null {
  const read = readStoredPayload(capture);
  return read?.definition.attachment?.read(read.payload) ?? null;
}
