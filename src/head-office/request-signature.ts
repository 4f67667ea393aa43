import { compactVerify, decodeProtectedHeader } from "jose";
import { sql } from "kysely";
import { deviceId } from "../contract/ids.ts";
import { type SignedClaims, signatureWindowSeconds, signedClaims } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import { readPublicKey } from "./public-key.ts";
import { sha256OfBytes } from "./sha256.ts";

export type SignedRequest = {
  method: string;
  path: string;
  /** The bytes as they came, that is before they are unpacked. */
  body: Uint8Array;
  signature: string | undefined;
  protocol: number;
};

/** Who signed. */
export type Signer = { id: string; branch: string };

export type SignatureFault =
  | "unsigned"
  | "unknown-device"
  | "forged"
  | "clock-too-far"
  | "replayed";

export type SignatureReading = { ok: true; signer: Signer } | { ok: false; fault: SignatureFault };

const faulty = (fault: SignatureFault): SignatureReading => ({ ok: false, fault });

/**
 * Who sent a request, if it is really theirs: a compact JWS (RFC 7515) with EdDSA (RFC 8037) by a known device,
 * over this method, path and body, of this moment, and never seen before. The clock is judged only after the
 * signature, so that a stranger learns nothing by trying. Stores the nonce, and nothing for a faulty request.
 */
export async function readSignature(
  db: Db,
  request: SignedRequest,
  now: Date,
): Promise<SignatureReading> {
  const kid = readKeyId(request.signature);
  if (request.signature === undefined || kid === null) return faulty("unsigned");
  const device = await db
    .selectFrom("device")
    .select(["id", "branch", "public_key"])
    .where("id", "=", kid)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  if (!device) return faulty("unknown-device");
  const claims = await readClaims(request.signature, device.public_key);
  // Nothing here is secret, so that the comparisons may take the time they take.
  if (
    claims === null ||
    claims.method !== request.method ||
    claims.path !== request.path ||
    claims.bodySha256 !== sha256OfBytes(request.body)
  ) {
    return faulty("forged");
  }
  const windowMs = signatureWindowSeconds * 1000;
  if (Math.abs(now.getTime() - claims.sentAt) > windowMs) return faulty("clock-too-far");
  const fresh = await noteRequest(db, device.id, claims.nonce, request.protocol, now, 2 * windowMs);
  if (!fresh) return faulty("replayed");
  return { ok: true, signer: { id: device.id, branch: device.branch } };
}

function readKeyId(signature: string | undefined): string | null {
  try {
    const { kid } = decodeProtectedHeader(signature ?? "");
    return deviceId.safeParse(kid).data ?? null;
  } catch {
    return null;
  }
}

async function readClaims(signature: string, publicKey: string): Promise<SignedClaims | null> {
  const key = readPublicKey(publicKey);
  if (!key) throw new Error("A device was stored with a key that is none");
  try {
    const { payload } = await compactVerify(signature, key, { algorithms: ["EdDSA"] });
    const claims: unknown = JSON.parse(Buffer.from(payload).toString("utf8"));
    return signedClaims.safeParse(claims).data ?? null;
  } catch {
    return null;
  }
}

/** False: the nonce was there. One statement, so that of two requests at once only one finds it new. */
async function noteRequest(
  db: Db,
  device: string,
  nonce: string,
  protocol: number,
  now: Date,
  memoryMs: number,
): Promise<boolean> {
  const { rows } = await sql`
    WITH forgotten AS (DELETE FROM request_nonce WHERE expires_at < ${now}::timestamptz),
    noted AS (
      INSERT INTO request_nonce (device, nonce, expires_at)
      VALUES (${device}::uuid, ${nonce}, ${new Date(now.getTime() + memoryMs)}::timestamptz)
      ON CONFLICT DO NOTHING
      RETURNING device
    )
    UPDATE device SET last_seen_at = ${now}::timestamptz, protocol = ${protocol}::integer
    FROM noted WHERE device.id = noted.device
    RETURNING device.id`.execute(db);
  return rows.length > 0;
}
