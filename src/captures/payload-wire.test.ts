import { expect, it } from "vitest";
import { hashSchema } from "../../test/support/schema-hash.ts";
import { type CaptureKind, captureKinds } from "../contract/envelope.ts";
import { captureDefinitions } from "./index.ts";

/**
 * What each kind's payload is, by version. Payloads lie in stores and at head office for years, so a hash is
 * never edited: another form is the next version, with its upcast and with a line of its own.
 */
const payloadHashes: Record<CaptureKind, Record<number, string>> = {
  "id-copy": { 1: "18603870a8a7add493f606046cc1efaf2f7d56153a678e3246ef1107cfdbf685" },
  "marketing-consent": { 1: "f8c3ca230ab30006f0128d4a961f1ac882800605128062027483f7ef3c8dfbe8" },
  "event-photo-opt-out": { 1: "d9f278fdcb0db58a3aabebc33755b76eab28629de7cc92a6c6b32a075b17cb59" },
  "rights-request": { 1: "222990666739b6b01e3b2a081a01e18b1808159eefc9c695fa053e9c0f45c5ec" },
};

it.each(captureKinds)("%s has the payload that its version says", (kind) => {
  const { payload, version } = captureDefinitions[kind];
  expect(hashSchema(payload)).toBe(payloadHashes[kind][version]);
});
