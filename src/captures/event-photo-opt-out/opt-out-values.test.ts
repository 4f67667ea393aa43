import { describe, expect, test } from "vitest";
import { parsePayload } from "../capture-reading.ts";
import type { BoardEntry } from "./board-fold.ts";
import { readContact } from "./contact-text.ts";
import { eventPhotoOptOut } from "./definition.ts";
import { exampleEvent, exampleReference, exampleStaff } from "./example-event.ts";
import { formCorrection, formOptOut, noOptOut, readOptOut, readSaidBy } from "./opt-out-values.ts";

const now = new Date("2026-11-22T03:00:00.000Z");
const context = { reference: exampleReference, amended: null, staff: exampleStaff };

function judge(payload: unknown) {
  const parsed = parsePayload(eventPhotoOptOut, payload);
  return parsed.ok ? eventPhotoOptOut.checkRules(parsed.value, context) : parsed.issues;
}

describe("formOptOut", () => {
  test("takes every picture and one person where nothing else was said", () => {
    const payload = formOptOut(exampleEvent, "no-photo", { ...noOptOut, tag: "A1" }, null, now);
    expect(payload).toMatchObject({ framing: "both", marks: { people: 1, children: 0 } });
    expect(judge(payload)).toEqual([]);
  });

  test("is refused without a mark", () => {
    expect(judge(formOptOut(exampleEvent, "no-photo", noOptOut, null, now))).toEqual([
      { path: ["marks"], code: "required" },
    ]);
  });

  test("keeps a contact in its stored form, and one that cannot be read is refused at its field", () => {
    const values = { ...noOptOut, tag: "A1" };
    const form = (text: string) =>
      formOptOut(exampleEvent, "take-down", values, readContact(text), now);
    expect(form(" 081 555 0505 ").contact).toEqual({ phone: "+66815550505", email: null });
    expect(form("Mali@Example.com").contact).toEqual({ phone: null, email: "mali@example.com" });
    expect(form(" ").contact).toBeNull();
    expect(judge(form("12"))).toMatchObject([{ path: ["contact", "phone"] }]);
    expect(judge(form("mali@"))).toMatchObject([{ path: ["contact", "email"] }]);
  });
});

test("who said so is asked only where there are children, and then never taken for granted", () => {
  expect(readSaidBy(noOptOut)).toBe("person");
  expect(readSaidBy({ ...noOptOut, children: 1 })).toBeNull();
  expect(readSaidBy({ ...noOptOut, children: 1, saidBy: "guardian" })).toBe("guardian");
});

test("a correction keeps the time that was noted unless another one was chosen", () => {
  const seenAt = "2026-11-22T01:00:00.000Z";
  const marks = { tag: "A1", clothing: [], zone: null, seenAt, people: 1, children: 0 };
  const entry: BoardEntry = {
    optOut: "019a0000-0000-7000-8000-000000000001",
    receiptNumber: "0A1-0002F-K",
    wish: "no-photo",
    framing: "overview",
    marks,
    saidBy: "person",
    wantsAnswer: false,
    referencePicture: false,
    takenAt: seenAt,
    changedAt: seenAt,
    branch: "bkk-siam",
    staff: exampleStaff,
    isNew: true,
  };
  const values = readOptOut(entry);
  const correct = (changed: Partial<typeof values>) =>
    formCorrection(exampleEvent, "no-photo", { ...values, ...changed }, entry, now);
  expect(correct({})).toMatchObject({ marks, framing: "overview", reason: null });
  expect(correct({ minutesAgo: 60 }).marks.seenAt).toBe("2026-11-22T02:00:00.000Z");
  expect(correct({ reason: " ใส่เสื้อคลุม " }).reason).toBe("ใส่เสื้อคลุม");
});
