import type { Selectable } from "kysely";
import { z } from "zod";
import {
  type BundleClaims,
  bundleClaims,
  bundleContent,
  bundleInfo,
  type bundleRefusals,
  type CourierBundle,
  formBundlePlace,
} from "../../contract/courier.ts";
import { openBytes } from "../copies/open-sealed.ts";
import type { Db } from "../db/database.ts";
import type { DeviceTable } from "../db/tables.ts";
import { unpackWithin } from "../plugins/body.ts";
import { sha256OfBytes } from "../sha256.ts";
import { readKeyId, readSigned } from "../signed-word.ts";
import { type OpenOfficeKey, readOfficeKey } from "./office-key.ts";

export type BundleRefusal = (typeof bundleRefusals)[number];

export type Maker = Pick<
  Selectable<DeviceTable>,
  "id" | "number" | "name" | "branch" | "revoked_at"
>;

export type BundleOpening =
  | {
      ok: true;
      maker: Maker;
      claims: BundleClaims;
      key: OpenOfficeKey;
      requests: readonly unknown[];
    }
  /** `maker`: whose it is, where that is known. */
  | { ok: false; reason: BundleRefusal; maker: Maker | null };

/**
 * Opens a bundle if it is its device's own word, also of one that was taken out of use since. Nothing is opened
 * before its signature is known to be good. At most `unpackedBytes` come of it. Stores nothing.
 */
export async function openBundle(
  db: Db,
  bundle: CourierBundle,
  unpackedBytes: number,
): Promise<BundleOpening> {
  const device = await db
    .selectFrom("device")
    .select(["id", "number", "name", "branch", "revoked_at", "public_key"])
    .where("id", "=", bundle.device)
    .executeTakeFirst();
  if (!device) return { ok: false, reason: "unknown-device", maker: null };
  const { public_key, ...maker } = device;
  const refuse = (reason: BundleRefusal): BundleOpening => ({ ok: false, reason, maker });
  const sealed = Buffer.from(bundle.sealed, "base64");
  const claims = await readSigned(bundle.signature, public_key, bundleClaims);
  if (
    claims === null ||
    readKeyId(bundle.signature) !== bundle.device ||
    claims.key !== bundle.key ||
    claims.bundle !== sha256OfBytes(sealed)
  ) {
    return { ok: false, reason: "forged", maker: null };
  }
  const key = await readOfficeKey(db, bundle.key);
  if (!key) return refuse("unknown-key");
  const place = { info: bundleInfo, associated: formBundlePlace(bundle) };
  const packed = await openBytes(key.opens, place, sealed);
  const whole = packed && (await unpackWithin(packed, unpackedBytes));
  const requests = Buffer.isBuffer(whole) ? readRequests(whole) : null;
  return requests ? { ok: true, maker, claims, key, requests } : refuse("unreadable");
}

/** Most captures of a bundle: its answer holds a verdict on each. What a desk makes has far fewer. */
const captureLimit = 5_000;
const withItems = z.object({ body: z.object({ items: z.array(z.unknown()) }) });

function readRequests(whole: Buffer): readonly unknown[] | null {
  try {
    const { requests } = bundleContent.parse(JSON.parse(whole.toString("utf8")));
    const items = requests.flatMap(
      (request) => withItems.safeParse(request).data?.body.items ?? [],
    );
    return items.length <= captureLimit ? requests : null;
  } catch {
    return null;
  }
}
