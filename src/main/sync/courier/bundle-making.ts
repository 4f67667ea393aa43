import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import {
  type BundleClaims,
  type BundleContent,
  bundleInfo,
  type CourierBundle,
  formBundlePlace,
} from "../../../contract/courier.ts";
import type { OfficeKey } from "../../../contract/office-key.ts";
import { sealTo } from "../../keys/seal-to.ts";
import type { SentContent } from "../../store/own-bundles.ts";
import { type Signer, signClaims } from "../request-signing.ts";
import { cutBundles } from "./bundle-cutting.ts";
import type { UnsentRequest } from "./unsent-requests.ts";

const pack = promisify(gzip);

export type MadeBundle = {
  /** SHA-256 over the sealed bytes. */
  id: string;
  bundle: CourierBundle;
  /** What it holds, by the requests' places. */
  contents: SentContent[];
};

export type BundleMakingDeps = { signer: Signer; key: OfficeKey; now(): number };

/** Seals what is to go to head office's own key, bundle by bundle, each signed by this device. */
export async function* makeBundles(
  deps: BundleMakingDeps,
  unsent: Iterable<UnsentRequest>,
): AsyncGenerator<MadeBundle> {
  const sized = function* () {
    for (const one of unsent) yield { one, size: JSON.stringify(one.request).length };
  };
  for await (const parts of cutBundles(sized(), ({ size }) => size)) {
    yield await makeBundle(
      deps,
      parts.map(({ one }) => one),
    );
  }
}

async function makeBundle(
  { signer, key, now }: BundleMakingDeps,
  parts: readonly UnsentRequest[],
): Promise<MadeBundle> {
  const content: BundleContent = { version: 1, requests: parts.map(({ request }) => request) };
  const sealed = await sealTo(
    key.sealTo,
    { info: bundleInfo, associated: formBundlePlace({ device: signer.device, key: key.id }) },
    await pack(JSON.stringify(content)),
  );
  const id = createHash("sha256").update(sealed).digest("hex");
  const claims: BundleClaims = {
    form: "yinyom courier bundle v1",
    key: key.id,
    bundle: id,
    madeAt: new Date(now()).toISOString(),
  };
  const signature = await signClaims(signer, claims);
  return {
    id,
    bundle: {
      version: 1,
      device: signer.device,
      key: key.id,
      sealed: sealed.toString("base64"),
      signature,
    },
    contents: parts.map((part) => part.content),
  };
}
