import { describe, expect, it } from "vitest";
import type { PersonRecord } from "../../contract/ipc.ts";
import { correction, decision, refusal, voiding } from "./example-acts.ts";
import { somying } from "./example-people.ts";
import { nameCapture, type Taken, takeCapture } from "./example-story.ts";
import { makeNoThankYou } from "./no-thank-you.ts";
import type { Payload } from "./payload.ts";
import {
  findCorrectable,
  findKnownSubject,
  findSpokenLanguage,
  foldRecord,
} from "./person-record.ts";

const clock = Date.parse("2026-11-01T03:00:00.000Z");

function record(...story: [payload: Payload, amends?: string][]): PersonRecord {
  const captures = story.map(([payload, amends], index) => {
    const taken: Taken = { device: 1, sequence: index + 1, clock: clock + index * 60_000 };
    return {
      ...takeCapture(payload, amends ? { ...taken, amends } : taken),
      acknowledgedAt: null,
      parked: false,
      held: false,
      settledBy: null,
    };
  });
  return { subject: somying.id, captures };
}

describe("a known person", () => {
  it("keeps a contact of an earlier answer that the latest did not need", () => {
    const known = findKnownSubject(record([decision], [refusal]));
    expect(foldRecord(record([decision], [refusal])).details?.contacts.phone).toBeNull();
    expect(known?.contacts.phone).toBe("+66812345678");
  });

  it("has no contact of a capture that was voided", () => {
    const known = findKnownSubject(record([decision], [voiding, nameCapture(1, 1)], [refusal]));
    expect(known?.contacts.phone).toBeNull();
  });

  it("is nobody where all is purged", () => {
    const purged = record([decision]);
    const captures = purged.captures.map((capture) => ({ ...capture, payload: null }));
    expect(findKnownSubject({ ...purged, captures })).toBeNull();
    expect(findCorrectable({ ...purged, captures })).toBeNull();
  });

  it("was told in the language of the latest notice", () => {
    expect(findSpokenLanguage(record([decision]), somying.id)).toBe("th");
    expect(findSpokenLanguage(null, somying.id)).toBeNull();
  });
});

describe("what a correction amends", () => {
  it("is the latest decision that still counts", () => {
    expect(findCorrectable(record([decision], [refusal]))?.capture).toBe(nameCapture(1, 2));
    const voided = record([decision], [refusal], [voiding, nameCapture(1, 2)]);
    expect(findCorrectable(voided)?.capture).toBe(nameCapture(1, 1));
    const corrected = record([decision], [correction, nameCapture(1, 1)]);
    expect(findCorrectable(corrected)?.capture).toBe(nameCapture(1, 1));
  });
});

describe("no, thank you", () => {
  const evening = new Date("2026-11-22T18:30:00.000Z");

  it("of a passer-by holds the shop's day and nothing else", () => {
    expect(makeNoThankYou(null, evening).payload).toEqual({
      act: "no-thank-you",
      subject: null,
      day: "2026-11-23",
    });
  });

  it("of somebody known names them as known", () => {
    const { payload } = makeNoThankYou(record([decision]), evening);
    expect(payload).toMatchObject({ subject: somying });
  });
});
