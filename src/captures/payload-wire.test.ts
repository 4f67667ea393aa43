import { expect, it } from "vitest";
import { hashSchema } from "../../test/support/schema-hash.ts";
import { type CaptureKind, captureKinds } from "../contract/envelope.ts";
import { captureDefinitions } from "./index.ts";

/**
 * What each kind's payload is, by version. Payloads lie in stores and at head office for years, so a hash is
 * never edited: another form is the next version, with its upcast and with a line of its own.
 */
const payloadHashes: Record<CaptureKind, Record<number, string>> = {
  "marketing-consent": { 1: "f8c3ca230ab30006f0128d4a961f1ac882800605128062027483f7ef3c8dfbe8" },
};

it.each(captureKinds)("%s has the payload that its version says", (kind) => {
  const { payload, version } = captureDefinitions[kind];
  expect(hashSchema(payload)).toBe(payloadHashes[kind][version]);
});
