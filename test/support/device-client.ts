import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import canonicalize from "canonicalize";
import { uuidv7 } from "uuidv7";
import { chainStart, hashContent, hashHeader } from "../../src/contract/chain.ts";
import type { Envelope, EnvelopeHeader } from "../../src/contract/envelope.ts";
import {
  type EnrolAnswer,
  enrolAnswer,
  type PullAnswer,
  protocolHeader,
  pullAnswer,
  pushAnswer,
  refusal,
  signatureHeader,
  syncPaths,
  type Verdict,
} from "../../src/contract/sync.ts";

// Written by the protocol's description alone and apart from the desk's own client, so that each end is
// checked against something it does not share code with.

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

/** What a test can make wrong about a request. */
export type Meddling = {
  path?: string;
  signedPath?: string;
  method?: string;
  nonce?: string;
  sentAt?: number;
  device?: string;
  key?: KeyObject;
  /** The whole header; null: none. */
  signature?: string | null;
  /** Put in the body's place after signing. */
  bytes?: Uint8Array;
  gzip?: boolean;
  headers?: Record<string, string>;
};

export type Answer = { status: number; protocol: string | null; body: unknown; headers: Headers };

export type TestDevice = Enrolled & {
  key: KeyObject;
  publicKey: string;
  /** The next capture of this device's chain. */
  capture(payload: unknown, parts?: Partial<EnvelopeHeader>): Envelope;
  send(path: string, body: unknown, meddling?: Meddling): Promise<Answer>;
  /** Packs a body ahead of its sending. */
  pack(body: unknown): Uint8Array;
  /** The headers of a signed request with what was packed. */
  sign(path: string, packed: Uint8Array): Record<string, string>;
  /** Signs and sends what was packed. */
  sendPacked(path: string, packed: Uint8Array, meddling?: Meddling): Promise<Answer>;
  /** Throws unless head office answers with verdicts. */
  push(items: readonly unknown[], meddling?: Meddling): Promise<Verdict[]>;
  pull(cursor: number): Promise<PullAnswer>;
  /** The same key and chain, which go on apart: a copied PC. */
  clone(): TestDevice;
};

export function makeKey(): { key: KeyObject; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { key: privateKey, publicKey: String(publicKey.export({ format: "jwk" }).x) };
}

export async function askEnrolment(address: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${address}${syncPaths.enrol}`, {
    method: "POST",
    headers: { "content-type": "application/json", [protocolHeader]: "1" },
    body: JSON.stringify(body),
  });
  return readAnswer(response);
}

export async function enrolTestDevice(address: string, code: string): Promise<TestDevice> {
  const pair = makeKey();
  const asked = { code, publicKey: pair.publicKey, deviceName: "test desk" };
  const answer = await askEnrolment(address, asked);
  return openTestDevice(address, enrolAnswer.parse(answer.body), pair);
}

/** A device that has sent nothing yet. */
export const openTestDevice = (address: string, enrolled: Enrolled, pair: Pair): TestDevice =>
  makeDevice(address, enrolled, pair, { sequence: 0, hash: chainStart });

type ChainEnd = { sequence: number; hash: string };
type Pair = { key: KeyObject; publicKey: string };
type Enrolled = Omit<EnrolAnswer, "serverTime">;

const plainHeaders = { "content-type": "application/json", [protocolHeader]: "1" };
const packedHeaders = { ...plainHeaders, "content-encoding": "gzip" };

function makeDevice(address: string, enrolled: Enrolled, pair: Pair, start: ChainEnd): TestDevice {
  let end = start;

  const pack = (body: unknown) => gzipSync(JSON.stringify(body), { level: 1 });

  function send(path: string, body: unknown, meddling: Meddling = {}): Promise<Answer> {
    const bytes = meddling.gzip === false ? Buffer.from(JSON.stringify(body)) : pack(body);
    return sendPacked(path, bytes, meddling);
  }

  async function sendPacked(
    path: string,
    packed: Uint8Array,
    meddling: Meddling = {},
  ): Promise<Answer> {
    const signature =
      meddling.signature === undefined
        ? signRequest(enrolled.device, pair.key, path, packed, meddling)
        : meddling.signature;
    const response = await fetch(`${address}${meddling.path ?? path}`, {
      method: meddling.method ?? "POST",
      headers: {
        ...(meddling.gzip === false ? plainHeaders : packedHeaders),
        ...(signature === null ? {} : { [signatureHeader]: signature }),
        ...meddling.headers,
      },
      body: new Uint8Array(meddling.bytes ?? packed),
    });
    return readAnswer(response);
  }

  return {
    ...enrolled,
    ...pair,
    send,
    pack,
    sign: (path, packed) => ({
      ...packedHeaders,
      [signatureHeader]: signRequest(enrolled.device, pair.key, path, packed, {}),
    }),
    sendPacked,
    capture(payload, parts) {
      const item = formCapture(enrolled, end, payload, parts);
      end = { sequence: item.sequence, hash: item.hash };
      return item;
    },
    async push(items, meddling) {
      const answer = await send(syncPaths.push, { items }, meddling);
      const read = pushAnswer.safeParse(answer.body);
      if (!read.success) throw new Error(`push: ${answer.status} ${JSON.stringify(answer.body)}`);
      return read.data.verdicts;
    },
    async pull(cursor) {
      const answer = await send(syncPaths.pull, { cursor });
      return pullAnswer.parse(answer.body);
    },
    clone: () => makeDevice(address, enrolled, pair, end),
  };
}

/** The capture after `end` in a device's chain; both its hashes are right. */
export function formCapture(
  enrolled: Pick<Enrolled, "device" | "branch">,
  end: ChainEnd,
  payload: unknown,
  parts: Partial<EnvelopeHeader> = {},
): Envelope {
  const text = canonicalize(payload) ?? "null";
  const salt = randomBytes(16).toString("base64url");
  const header: EnvelopeHeader = {
    envelope: 1,
    id: uuidv7(),
    device: enrolled.device,
    sequence: end.sequence + 1,
    kind: "marketing-consent",
    version: 1,
    capturedAt: "2026-11-22T03:00:00.000Z",
    clockOffsetMs: null,
    branch: enrolled.branch,
    staff: "somying",
    amends: null,
    notice: null,
    contentHash: hashContent(sha256, salt, text),
    previousHash: end.hash,
    ...parts,
  };
  return { ...header, payload: text, salt, hash: hashHeader(sha256, header) };
}

/** The item with other parts and a hash that is right for them. */
export function rehash(item: Envelope, parts: Partial<Envelope>): Envelope {
  const changed = { ...item, ...parts };
  return { ...changed, hash: hashHeader(sha256, changed) };
}

function signRequest(
  device: string,
  key: KeyObject,
  path: string,
  body: Uint8Array,
  meddling: Meddling,
): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    method: "POST",
    path: meddling.signedPath ?? path,
    bodySha256: sha256(body),
    nonce: meddling.nonce ?? randomBytes(16).toString("base64url"),
    sentAt: meddling.sentAt ?? Date.now(),
  };
  const signed = `${part({ alg: "EdDSA", kid: meddling.device ?? device })}.${part(claims)}`;
  const bytes = sign(null, Buffer.from(signed), meddling.key ?? key);
  return `${signed}.${bytes.toString("base64url")}`;
}

async function readAnswer(response: Response): Promise<Answer> {
  return {
    status: response.status,
    protocol: response.headers.get(protocolHeader),
    body: await response.json(),
    headers: response.headers,
  };
}

/** The refusal's error, after checking that it has the contract's form and head office's mark. */
export function readRefusal(answer: Answer): string {
  if (answer.protocol !== "1") throw new Error("the answer lacks head office's mark");
  return `${answer.status} ${refusal.parse(answer.body).error}`;
}
