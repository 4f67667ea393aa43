import { type AttachmentPlace, formSealedWith, sealInfo } from "../../contract/attachment.ts";
import type { SealingKey } from "../../contract/copy-rules.ts";
import { sealTo } from "./seal-to.ts";

/**
 * Seals a picture to head office's key. From here on nobody without the private key can open it, this PC
 * neither; and it opens only as the picture of this very capture.
 */
export function sealAttachment(
  key: SealingKey,
  place: AttachmentPlace,
  picture: Uint8Array,
): Promise<Buffer> {
  return sealTo(key.publicKey, { info: sealInfo, associated: formSealedWith(place) }, picture);
}
