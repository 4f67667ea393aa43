import { sql } from "kysely";
import { deviceId } from "../contract/ids.ts";
import { signatureWindowSeconds, signedClaims } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import { sha256OfBytes } from "./sha256.ts";
import { readKeyId, readSigned } from "./signed-word.ts";

export type SignedRequest = {
  method: string;
  path: string;
  /** The bytes as they came, that is before they are unpacked. */
  body: Uint8Array;
  signature: string | undefined;
  protocol: number;
  /** Whether what it asks for is also for a device that was taken out of use. */
  revokedToo: boolean;
};

/** Who signed. `revoked`: taken out of use, at a route that takes it all the same. */
export type Signer = { id: string; branch: string; revoked: boolean };

export type SignatureFault =
  | "unsigned"
  | "unknown-device"
  | "forged"
  | "clock-too-far"
  | "revoked"
  | "replayed";

export type SignatureReading = { ok: true; signer: Signer } | { ok: false; fault: SignatureFault };

const faulty = (fault: SignatureFault): SignatureReading => ({ ok: false, fault });

/**
 * Who sent a request, if it is really theirs: a compact JWS (RFC 7515) with EdDSA (RFC 8037) by a known device,
 * over this method, path and body, of this moment, and never seen before. The clock is judged only after the
 * signature, so that a stranger learns nothing by trying, and so is whether the device is still in use. Stores the nonce, and nothing for a faulty request.
 */
export async function readSignature(
  db: Db,
  request: SignedRequest,
  now: Date,
): Promise<SignatureReading> {
  const kid = deviceId.safeParse(readKeyId(request.signature ?? "")).data;
  if (request.signature === undefined || kid === undefined) return faulty("unsigned");
  const device = await db
    .selectFrom("device")
    .select(["id", "branch", "public_key", "revoked_at"])
    .where("id", "=", kid)
    .executeTakeFirst();
  if (!device) return faulty("unknown-device");
  const claims = await readSigned(request.signature, device.public_key, signedClaims);
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
  const revoked = device.revoked_at !== null;
  if (revoked && !request.revokedToo) return faulty("revoked");
  const fresh = await noteRequest(db, device.id, claims.nonce, request.protocol, now, 2 * windowMs);
  if (!fresh) return faulty("replayed");
  return { ok: true, signer: { id: device.id, branch: device.branch, revoked } };
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
