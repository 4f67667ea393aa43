import { createHash, hash } from "node:crypto";
import type { Sha256 } from "../contract/chain.ts";

export const sha256: Sha256 = (text) => hash("sha256", text, "hex");

export function sha256OfBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
