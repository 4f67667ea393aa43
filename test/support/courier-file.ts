import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { gzipSync } from "node:zlib";
import {
  type BundleClaims,
  bundleInfo,
  type CourierBundle,
  formBundlePlace,
} from "../../src/contract/courier.ts";
import { type OfficeKey, officeKey } from "../../src/contract/office-key.ts";
import { sealTo } from "../../src/main/keys/seal-to.ts";
import type { TestDevice } from "./device-client.ts";

// Sealed by the desk's own code; signed and put together by the protocol's description alone.

/** The desk's own sealing, for tests of head office, which does not know the desk's code. */
export const sealForOffice = sealTo;

/** What a test can make wrong about a bundle. */
export type BundleMeddling = {
  /** Signs it in the device's place. */
  signer?: KeyObject;
  /** Whom the signature names. */
  kid?: string;
  claims?: Partial<BundleClaims>;
  /** Whom it names, and what it is sealed with as its maker. */
  device?: string;
  sealedAs?: string;
  /** Sealed to this key under the name of head office's. */
  sealTo?: string;
  /** Bytes in the packed content's place. */
  packed?: Uint8Array;
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** One line of a courier file: what a device would have asked head office for. */
export async function makeBundle(
  device: Pick<TestDevice, "device" | "key">,
  office: OfficeKey,
  requests: readonly unknown[],
  meddling: BundleMeddling = {},
): Promise<CourierBundle> {
  const packed = meddling.packed ?? gzipSync(JSON.stringify({ version: 1, requests }));
  const maker = meddling.device ?? device.device;
  const associated = formBundlePlace({ device: meddling.sealedAs ?? maker, key: office.id });
  const place = { info: bundleInfo, associated };
  const sealed = await sealTo(meddling.sealTo ?? office.sealTo, place, packed);
  const claims = {
    form: "yinyom courier bundle v1",
    key: office.id,
    bundle: createHash("sha256").update(sealed).digest("hex"),
    madeAt: "2026-11-22T10:00:00.000Z",
    ...meddling.claims,
  };
  const signed = `${part({ alg: "EdDSA", kid: meddling.kid ?? maker })}.${part(claims)}`;
  const bytes = sign(null, Buffer.from(signed), meddling.signer ?? device.key);
  const signature = `${signed}.${bytes.toString("base64url")}`;
  return {
    version: 1,
    device: maker,
    key: office.id,
    sealed: sealed.toString("base64"),
    signature,
  };
}

/** A file as a desk writes it on a stick. */
export function formCourierFile(bundles: readonly unknown[]): string {
  const head = { form: "yinyom courier file", version: 1, kind: "to-head-office" };
  return [head, ...bundles].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Head office's own key as every desk pulls it. */
export async function pullOfficeKey(device: TestDevice): Promise<OfficeKey> {
  const { changes } = await device.pull(0);
  return officeKey.parse(changes.find(({ topic }) => topic === "office-key")?.value);
}

/** What head office's word says; throws unless its key signed it. */
export function readWord(word: string, office: OfficeKey): unknown {
  const [head = "", claims = "", signature = ""] = word.split(".");
  const read = (text: string) => JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  const key = createPublicKey({
    format: "jwk",
    key: { kty: "OKP", crv: "Ed25519", x: office.signedBy },
  });
  const good = verify(
    null,
    Buffer.from(`${head}.${claims}`),
    key,
    Buffer.from(signature, "base64url"),
  );
  const { alg, kid } = read(head);
  if (!good || alg !== "EdDSA" || kid !== office.id) throw new Error("not head office's word");
  return read(claims);
}
