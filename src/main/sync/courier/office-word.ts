import { createPublicKey, type KeyObject } from "node:crypto";
import { compactVerify } from "jose";
import type { z } from "zod";
import type { OfficeKey } from "../../../contract/office-key.ts";

/** What comes before the 32 raw bytes of an Ed25519 public key (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** What head office signed (compact JWS, EdDSA), in the form asked for; null: it was not head office, or says something else. */
export async function readOfficeWord<Claims>(
  key: OfficeKey,
  word: string,
  form: z.ZodType<Claims>,
): Promise<Claims | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(word, readKey(key), {
      algorithms: ["EdDSA"],
    });
    if (protectedHeader.kid !== key.id) return null;
    const claims = form.safeParse(JSON.parse(Buffer.from(payload).toString()));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}

function readKey({ signedBy }: OfficeKey): KeyObject {
  const raw = Buffer.from(signedBy, "base64url");
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: "der", type: "spki" });
}
