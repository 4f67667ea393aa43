import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { type CaptureKind, captureKind, captureKinds, payloadLimit } from "../contract/envelope.ts";
import { issueCodes } from "../contract/failure.ts";
import { role } from "../contract/ids.ts";
import { parsePayload, readPayload } from "./capture-reading.ts";
import { type AnyCaptureDefinition, retentionClasses } from "./define-capture.ts";
import { examples as eventPhotoOptOut } from "./event-photo-opt-out/examples.ts";
import { examples as idCopy } from "./id-copy/examples.ts";
import { captureDefinitions } from "./index.ts";
import type { KindExamples } from "./kind-examples.ts";
import { examples as marketingConsent } from "./marketing-consent/examples.ts";
import { readPhone } from "./phone-number.ts";
import { readReceiptNumber } from "./receipt-number.ts";
import { examples as rightsRequest } from "./rights-request/examples.ts";

/** Forgetting a kind does not compile. */
const examples = {
  "marketing-consent": marketingConsent,
  "id-copy": idCopy,
  "event-photo-opt-out": eventPhotoOptOut,
  "rights-request": rightsRequest,
} satisfies Record<CaptureKind, KindExamples<unknown>>;

/** A test number of a card scheme, and an ID number of nobody, each within words as staff would write it. */
const forbidden = ["จ่ายด้วยบัตร 4111 1111 1111 1111", "บัตร ปชช 1-2345-67890-12-1"];
/** Written by the form of what was typed in fields that are each looked at. */
const composed = ["declaration.words"];

/** The value with one of the texts in it replaced, once for each text in it, with where that is. */
function replaceEachText(
  value: unknown,
  text: string,
  path = "",
): { path: string; with: unknown }[] {
  if (typeof value === "string") return [{ path, with: text }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    replaceEachText(inside, text, path === "" ? key : `${path}.${key}`).map((replaced) => ({
      path: replaced.path,
      with: Array.isArray(value)
        ? value.with(Number(key), replaced.with)
        : { ...value, [key]: replaced.with },
    })),
  );
}

/** What a payload is after it was stored or sent as text. */
const resend = (payload: unknown): unknown => JSON.parse(canonicalize(payload) ?? "null");

describe.each(captureKinds)("%s", (kind) => {
  const definition: AnyCaptureDefinition = captureDefinitions[kind];
  const { context, valid, invalid }: KindExamples<unknown> = examples[kind];

  it("is registered under its own name, for roles that exist", () => {
    expect(captureKind.parse(definition.kind)).toBe(kind);
    expect(definition.roles.map((item) => role.parse(item))).not.toHaveLength(0);
  });

  it("leads up from every version it ever had", () => {
    const steps = Array.from({ length: definition.version - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(definition.upcasts)).toEqual(steps);
  });

  it.each(Object.entries(valid))("takes: %s", (_, example) => {
    const parsed = parsePayload(definition, example.payload);
    expect(parsed).toEqual({ ok: true, value: example.payload });
    expect(definition.checkRules(example.payload, { ...context, ...example.context })).toEqual([]);
  });

  it.each(Object.entries(invalid))("refuses: %s", (_, example) => {
    const parsed = parsePayload(definition, example.payload);
    const issues = parsed.ok
      ? definition.checkRules(parsed.value, { ...context, ...example.context })
      : parsed.issues;
    expect(issues).toEqual(example.issues);
  });

  it.each(Object.entries(valid))("takes no card or ID number in any text of: %s", (_, example) => {
    const taken = forbidden
      .flatMap((text) => replaceEachText(example.payload, text))
      .filter((replaced) => {
        const parsed = parsePayload(definition, replaced.with);
        if (!parsed.ok) return false;
        const given = { ...context, ...example.context };
        return definition.checkRules(parsed.value, given).length === 0;
      });
    const paths = taken.map(({ path }) => path);
    expect(paths.filter((path) => !composed.includes(path))).toEqual([]);
  });

  it.each(Object.entries(valid))("is the same after the wire: %s", (_, { payload }) => {
    const text = canonicalize(payload) ?? "";
    expect(text.length).toBeLessThanOrEqual(payloadLimit);
    expect(resend(payload)).toEqual(payload);
    expect(canonicalize(resend(payload))).toBe(text);
    expect(readPayload(definition, definition.version, resend(payload))).toEqual(payload);
  });

  it.each(Object.entries(valid))("answers every question about: %s", (_, { payload }) => {
    const keys = definition.searchKeys(payload);
    for (const list of Object.values(keys)) {
      expect(list.every((key) => typeof key === "string" && key.trim() === key && key !== "")).toBe(
        true,
      );
    }
    for (const phone of keys.phone) expect(readPhone(phone)).toEqual({ ok: true, e164: phone });
    for (const email of keys.email) expect(email).toBe(email.toLowerCase());
    for (const receipt of keys.receipt) expect(readReceiptNumber(receipt)?.normal).toBe(receipt);
    const subject = definition.subject(payload);
    if (subject) expect(subject.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(["withdrawal", "ordinary"]).toContain(definition.urgency(payload));
    expect(retentionClasses).toContain(definition.retention(payload));
    for (const asked of definition.rolesFor?.(payload) ?? []) {
      expect(definition.roles).toContain(asked);
    }
    expect(definition.needsNotice(payload)).toBeTypeOf("boolean");
  });
});

it("shows every issue there is a code for, or says why not", () => {
  const shown = new Set(
    Object.values(examples).flatMap(({ invalid }) =>
      Object.values(invalid).flatMap(({ issues }) => issues.map(({ code }) => code)),
    ),
  );
  // Said by the form before a payload exists: a withdrawal itself is never refused for what it takes back.
  const elsewhere = ["not-withdrawable"];
  expect([...shown, ...elsewhere].toSorted()).toEqual(issueCodes.toSorted());
});
