import { describe, expect, it } from "vitest";
import { marketingConsent as definition } from "./definition.ts";
import { correction, decision, refusal, voiding, withdrawal } from "./example-acts.ts";
import { arthur, somying, withContacts } from "./example-people.ts";

const passerBy = { act: "no-thank-you", subject: null, day: "2026-11-22" };

describe("marketingConsent", () => {
  it("asks for a notice before a decision, and never before a refusal or a withdrawal", () => {
    expect(definition.needsNotice(decision)).toBe(true);
    for (const payload of [passerBy, withdrawal, correction, voiding]) {
      expect(definition.needsNotice(payload)).toBe(false);
    }
  });

  it("is found by every detail of the person", () => {
    const everything = { ...decision, subject: { ...arthur, name: " Arthur Sample " } };
    expect(definition.searchKeys(everything)).toEqual({
      phone: [],
      email: ["arthur.sample@example.com"],
      member: ["M-0012345"],
      receipt: [],
      name: ["Arthur Sample"],
    });
    expect(definition.searchKeys(correction).phone).toEqual([correction.subject.contacts.phone]);
  });

  it("is found by the receipts that a withdrawal names, though nothing else is known", () => {
    const subject = { ...withContacts(somying, {}), name: null };
    const keys = definition.searchKeys({ ...withdrawal, subject, receipts: ["00100012"] });
    expect(keys).toEqual({ phone: [], email: [], member: [], receipt: ["00100012"], name: [] });
  });

  it("keeps nothing to find a passer-by or a void by", () => {
    for (const payload of [passerBy, voiding]) {
      expect(Object.values(definition.searchKeys(payload)).flat()).toEqual([]);
    }
  });

  it("knows whom it is about", () => {
    expect(definition.subject(decision)).toEqual({ id: somying.id, name: somying.name });
    expect(definition.subject(voiding)).toEqual({ id: somying.id, name: null });
    expect(definition.subject(passerBy)).toBeNull();
    expect(definition.subject({ ...voiding, subject: null })).toBeNull();
  });

  it("sends a withdrawal first", () => {
    expect(definition.urgency(withdrawal)).toBe("withdrawal");
    expect(definition.urgency(decision)).toBe("ordinary");
  });

  it("keeps proof of a refusal apart from what ends with the consent", () => {
    for (const payload of [decision, correction, voiding]) {
      expect(definition.retention(payload)).toBe("until-withdrawn");
    }
    for (const payload of [refusal, passerBy, withdrawal]) {
      expect(definition.retention(payload)).toBe("evidence-of-refusal");
    }
  });
});
