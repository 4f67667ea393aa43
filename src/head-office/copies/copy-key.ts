import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  type ScryptOptions,
  scrypt,
} from "node:crypto";
import { z } from "zod";
import { type SealingKey, sealingKey } from "../../contract/copy-rules.ts";

/** scrypt (RFC 7914) at 128 MiB: about a third of a second for whoever knows the passphrase. */
const cost = { N: 131_072, r: 8, p: 1 } as const;
const memory = 256 * 1024 * 1024;
/** Fewest characters of a passphrase. */
export const shortestPassphrase = 12;

/**
 * The key that opens copies, as its file holds it: the private half as PKCS #8, under AES-256-GCM with a key
 * that scrypt makes of the passphrase. It belongs apart from the database.
 */
export const copyKeyFile = z.strictObject({
  version: z.literal(1),
  ...sealingKey.shape,
  // Only what this version writes: a file must not choose how much memory its opening takes.
  scrypt: z.strictObject({
    salt: z.base64url(),
    N: z.literal(cost.N),
    r: z.literal(cost.r),
    p: z.literal(cost.p),
  }),
  nonce: z.base64url(),
  /** Ciphertext and tag. */
  sealed: z.base64url(),
});
export type CopyKeyFile = z.infer<typeof copyKeyFile>;

/** The private key ready for use, with what it answers to. */
export type CopyKey = { id: string; publicKey: string; privateKey: KeyObject };

/** A P-256 pair for HPKE, the public half as a SEC 1 point in base64url. */
export function makeSealingPair(): Omit<CopyKey, "id"> {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  if (x === undefined || y === undefined) throw new Error("a P-256 key without its public half");
  const point = Buffer.concat([Buffer.of(4), fromText(x), fromText(y)]);
  return { publicKey: point.toString("base64url"), privateKey };
}

/** Makes a new pair. What head office publishes is `id` and `publicKey`. */
export async function makeCopyKey(id: string, passphrase: string): Promise<CopyKeyFile> {
  if ([...passphrase].length < shortestPassphrase) throw new RangeError("passphrase too short");
  const { publicKey, privateKey } = makeSealingPair();
  const own: SealingKey = { id, publicKey };
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await derive(passphrase, salt, cost), nonce);
  cipher.setAAD(nameKey(own));
  const sealed = Buffer.concat([
    cipher.update(privateKey.export({ format: "der", type: "pkcs8" })),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    version: 1,
    ...own,
    scrypt: { salt: salt.toString("base64url"), ...cost },
    nonce: nonce.toString("base64url"),
    sealed: sealed.toString("base64url"),
  };
}

/** Opens a key file; null: another passphrase, or a file that was changed. */
export async function openCopyKey(file: CopyKeyFile, passphrase: string): Promise<CopyKey | null> {
  const { salt, ...options } = file.scrypt;
  const key = await derive(passphrase, fromText(salt), options);
  const sealed = fromText(file.sealed);
  try {
    const opener = createDecipheriv("aes-256-gcm", key, fromText(file.nonce), {
      authTagLength: 16,
    });
    opener.setAAD(nameKey(file));
    opener.setAuthTag(sealed.subarray(-16));
    const der = Buffer.concat([opener.update(sealed.subarray(0, -16)), opener.final()]);
    const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    return { id: file.id, publicKey: file.publicKey, privateKey };
  } catch {
    return null;
  }
}

/** Opens the text of a key file; null: it is none, or `openCopyKey` does not open it. */
export async function readCopyKey(text: string, passphrase: string): Promise<CopyKey | null> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const file = copyKeyFile.safeParse(read);
  return file.success ? openCopyKey(file.data, passphrase) : null;
}

/** Bound to the ciphertext, so that a file cannot name another key than the one it holds. */
function nameKey({ id, publicKey }: SealingKey): Buffer {
  return Buffer.from(JSON.stringify(["yinyom copy key", id, publicKey]));
}

const fromText = (text: string) => Buffer.from(text, "base64url");

function derive(passphrase: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One passphrase, one key, however the keyboard composed it.
    const password = passphrase.normalize("NFKC");
    scrypt(password, salt, 32, { ...options, maxmem: memory }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
