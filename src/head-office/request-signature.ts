import { type Selectable, sql } from "kysely";
import { deviceId } from "../contract/ids.ts";
import { signatureWindowSeconds, signedClaims } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import type { DeviceTable } from "./db/tables.ts";
import { sha256OfBytes } from "./sha256.ts";
import { shareRuns } from "./shared-runs.ts";
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
 * signature, so that a stranger learns nothing by trying, and so is whether the device is still in use. Stores
 * the nonce, and nothing for a faulty request.
 */
export function openSignatures(db: Db) {
  const sharing = { abreast: 1, most: 100 };
  const findDevice = shareRuns((ids: readonly string[]) => findDevices(db, ids), sharing);
  const note = shareRuns((requests: readonly Noted[]) => noteRequests(db, requests), sharing);
  return async (request: SignedRequest, now: Date): Promise<SignatureReading> => {
    const kid = deviceId.safeParse(readKeyId(request.signature ?? "")).data;
    if (request.signature === undefined || kid === undefined) return faulty("unsigned");
    const device = await findDevice(kid);
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
    const fresh = await note({
      device: device.id,
      nonce: claims.nonce,
      protocol: request.protocol,
      now,
      until: new Date(now.getTime() + 2 * windowMs),
    });
    if (!fresh) return faulty("replayed");
    return { ok: true, signer: { id: device.id, branch: device.branch, revoked } };
  };
}

type KnownDevice = Pick<Selectable<DeviceTable>, "id" | "branch" | "public_key" | "revoked_at">;

/** Each in the place of its id. */
async function findDevices(db: Db, ids: readonly string[]): Promise<(KnownDevice | undefined)[]> {
  const { rows } = await sql<KnownDevice>`
    SELECT id, branch, public_key, revoked_at FROM device
    WHERE id = ANY (${`{${ids.join()}}`}::uuid[])`.execute(db);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id.toLowerCase()));
}

type Noted = { device: string; nonce: string; protocol: number; now: Date; until: Date };

/** Whether each nonce is new. One statement, so that of two requests at once only one finds it new. */
async function noteRequests(db: Db, requests: readonly Noted[]): Promise<boolean[]> {
  const now = new Date(Math.max(...requests.map((request) => request.now.getTime())));
  const { rows } = await sql<{ device: string; nonce: string }>`
    WITH told AS (
      SELECT device, nonce, protocol, until
      FROM json_to_recordset(${JSON.stringify(requests)}::json)
        AS told (device uuid, nonce text, protocol integer, until timestamptz)
    ), forgotten AS (DELETE FROM request_nonce WHERE expires_at < ${now}::timestamptz),
    noted AS (
      INSERT INTO request_nonce (device, nonce, expires_at)
      SELECT device, nonce, until FROM told
      ON CONFLICT DO NOTHING
      RETURNING device, nonce
    ), seen AS (
      UPDATE device SET last_seen_at = ${now}::timestamptz, protocol = told.protocol
      FROM told JOIN noted USING (device, nonce) WHERE device.id = noted.device
    )
    SELECT device, nonce FROM noted`.execute(db);
  const fresh = new Set(rows.map(nameNonce));
  // The same nonce twice in one statement is new once.
  return requests.map((request) => fresh.delete(nameNonce(request)));
}

const nameNonce = ({ device, nonce }: { device: string; nonce: string }) => `${device} ${nonce}`;
