import { Aes256Gcm, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SealingCipher, SealingKem, SealingKeySchedule } from "./sealing-primitives.ts";

const hex = (bytes: ArrayBuffer) => Buffer.from(bytes).toString("hex");
const count = (from: number, to: number) =>
  Uint8Array.from({ length: to - from + 1 }, (_, index) => from + index);
const bytes = (limits: { minLength?: number; maxLength: number }) => fc.uint8Array(limits);

describe("SealingKeySchedule", () => {
  it("gives RFC 5869's first example", async () => {
    const schedule = new SealingKeySchedule();
    const salt = Buffer.concat([count(0, 12), Buffer.alloc(19)]);
    const key = await schedule.extract(salt, Buffer.alloc(22, 0x0b));
    expect(hex(key)).toBe("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
    expect(hex(await schedule.expand(key, count(0xf0, 0xf9), 42))).toBe(
      "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    );
  });

  it("gives what Web Cryptography gives, for any secret, info and length", async () => {
    const [mine, other] = [new SealingKeySchedule(), new HkdfSha256()];
    const secrets = bytes({ minLength: 1, maxLength: 100 });
    const infos = bytes({ maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(secrets, infos, fc.integer({ min: 1, max: 200 }), async (...from) => {
        const [secret, info, length] = from;
        const empty = new Uint8Array(0);
        const key = await mine.extract(empty, secret);
        expect(hex(key)).toBe(hex(await other.extract(empty, secret)));
        expect(hex(await mine.expand(key, info, length))).toBe(
          hex(await other.expand(key, info, length)),
        );
        expect(hex(await mine.extractAndExpand(empty, secret, info, length))).toBe(
          hex(await other.extractAndExpand(empty, secret, info, length)),
        );
      }),
    );
  });
});

describe("SealingCipher", () => {
  it("gives what Web Cryptography gives, for any data, also for a part of a buffer", async () => {
    const key = bytes({ minLength: 32, maxLength: 32 });
    const nonce = bytes({ minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(key, nonce, bytes({ maxLength: 3000 }), async (key, nonce, data) => {
        const part = data.subarray(data.length >> 1);
        const [mine, other] = [new SealingCipher(), new Aes256Gcm()].map((cipher) =>
          cipher.createEncryptionContext(Uint8Array.from(key)).seal(nonce, part, data),
        );
        expect(hex((await mine) as ArrayBuffer)).toBe(hex((await other) as ArrayBuffer));
      }),
    );
  });

  it("opens nothing", async () => {
    const context = new SealingCipher().createEncryptionContext(Buffer.alloc(32));
    const any = Buffer.alloc(32);
    await expect(context.open(any, any, any)).rejects.toThrow("does not open");
  });
});

describe("SealingKem", () => {
  it("shares a secret that the holder of the private key finds, and a new one each time", async () => {
    const theirs = new DhkemP256HkdfSha256();
    const pair = await theirs.generateKeyPair();
    const mine = new SealingKem();
    const one = await mine.encap({ recipientPublicKey: pair.publicKey });
    const other = await mine.encap({ recipientPublicKey: pair.publicKey });
    expect(hex(await theirs.decap({ recipientKey: pair, enc: one.enc }))).toBe(
      hex(one.sharedSecret),
    );
    expect(hex(one.enc)).not.toBe(hex(other.enc));
    expect(hex(one.sharedSecret)).not.toBe(hex(other.sharedSecret));
  });

  it("refuses a public key that is no point of the curve", async () => {
    const point = Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]);
    await expect(new SealingKem().deserializePublicKey(point)).rejects.toThrow();
  });
});
