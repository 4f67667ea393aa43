import { z } from "zod";
import { sealingKey } from "./copy-rules.ts";
import { listChoice } from "./ids.ts";

/**
 * Head office's own key, published to all desks: what is carried there without a line is sealed to its P-256
 * half, and head office's word on it is signed by its Ed25519 half. Both private halves are head office's service's.
 */
export const officeKey = z.strictObject({
  id: listChoice,
  /** SEC 1 point, base64url. */
  sealTo: sealingKey.shape.publicKey,
  /** Raw Ed25519 public key, base64url. */
  signedBy: z.string().length(43),
});
export type OfficeKey = z.infer<typeof officeKey>;
