import type { KeyObject } from "node:crypto";
import { CompactSign, compactVerify, decodeProtectedHeader } from "jose";
import type { z } from "zod";
import { readPublicKey } from "./public-key.ts";

/** Who a compact JWS (RFC 7515) says has signed it; null: it does not say, or is none. */
export function readKeyId(word: string): string | null {
  try {
    return decodeProtectedHeader(word).kid ?? null;
  } catch {
    return null;
  }
}

/** What a compact JWS with EdDSA (RFC 8037) by this raw key says; null: another's, changed, or of another form. */
export async function readSigned<Claims>(
  word: string,
  publicKey: string,
  form: z.ZodType<Claims>,
): Promise<Claims | null> {
  const key = readPublicKey(publicKey);
  if (!key) throw new Error("A device was stored with a key that is none");
  try {
    const { payload } = await compactVerify(word, key, { algorithms: ["EdDSA"] });
    const claims: unknown = JSON.parse(Buffer.from(payload).toString("utf8"));
    return form.safeParse(claims).data ?? null;
  } catch {
    return null;
  }
}

/** Signs claims as a compact JWS with EdDSA. */
export function signWord(claims: unknown, kid: string, key: KeyObject): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "EdDSA", kid })
    .sign(key);
}
