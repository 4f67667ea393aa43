import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskNumber, deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { inventId } from "../../../test/support/invented-people.ts";
import type { SearchKeys } from "../../captures/define-capture.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { normalText } from "./normal-text.ts";
import type { Store } from "./open-store.ts";

const folder = makeFolder("people");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  store = openDesk({ path: join(folder.path, `desk-${count}.db`) }).store;
});
afterEach(() => store.close());

const somying = inventId(deskTime, 1);
const other = inventId(deskTime, 2);

/** Adds a capture that shows a person; the rest of it does not matter here. Returns its sequence. */
function add(subject: string, name: string | null, keys: Partial<SearchKeys> = {}): number {
  const sequence = store.captures.count() + 1;
  const hash = sequence.toString(16).padStart(64, "0");
  store.write(() =>
    store.captures.append({
      envelope: {
        envelope: 1,
        id: inventId(deskTime, 1000 + sequence),
        device: inventId(deskTime, 3),
        sequence,
        kind: "any",
        version: 1,
        capturedAt: new Date(deskTime + sequence * 1000).toISOString(),
        clockOffsetMs: null,
        branch: "bkk-siam",
        staff: "malee",
        amends: null,
        notice: null,
        contentHash: hash,
        previousHash: hash,
        payload: "{}",
        salt: "A".repeat(22),
        hash,
      },
      request: `request-${sequence}`,
      subject: { id: subject, name },
      keys: { phone: [], email: [], member: [], receipt: [], name: name ? [name] : [], ...keys },
    }),
  );
  return sequence;
}

function find(text: string, limit = 20): string[] {
  return store.people.search(text, limit).hits.map(({ subject }) => subject);
}

describe("searching people", () => {
  it.each([
    ["the phone as it is said", "081-234-5678"],
    ["the phone with the country's code", "+66 81 234 5678"],
    ["the phone in Thai digits", "๐๘๑๒๓๔๕๖๗๘"],
    ["the email in any case", " Somying@Example.com "],
    ["the member number in any case", "m-0012345"],
    ["a receipt that the capture names", "0a2 0007y t"],
    ["the name", "สมหญิง ทดสอบ"],
    ["a part of the name", "หญิง"],
    ["two letters of the name", "ดส"],
    ["one letter of the name", "ส"],
    ["words of the name in another order", "ทดสอบ สม"],
    ["a long and a short word", "สมหญิง ทด"],
  ])("finds by %s, indexed or not", (_, text) => {
    const receipt = formReceiptNumber(71, 221);
    add(somying, "สมหญิง ทดสอบ", {
      phone: ["+66812345678"],
      email: ["somying@example.com"],
      member: ["M-0012345"],
      receipt: [receipt.replaceAll("-", "")],
    });
    add(other, "Arthur Sample", { phone: ["+66898765432"] });
    const typed = text.startsWith("0a2") ? receipt.toLowerCase() : text;
    expect(find(typed)).toEqual([somying]);
    while (store.tidy());
    expect(find(typed)).toEqual([somying]);
  });

  it("finds by the capture's own receipt number", () => {
    add(other, "Arthur Sample");
    const sequence = add(somying, "สมหญิง ทดสอบ");
    expect(find(formReceiptNumber(deskNumber, sequence))).toEqual([somying]);
    expect(find(`YINYOM:${formReceiptNumber(deskNumber, sequence)}`)).toEqual([somying]);
    expect(find(formReceiptNumber(deskNumber + 1, sequence))).toEqual([]);
  });

  it.each([
    "",
    " ",
    '"',
    "'",
    "%",
    "*",
    'สม" OR "',
    "NEAR(",
    "names:",
    "\u0000",
    "^",
    "-",
    "(",
    "สม*",
  ])("takes %j as text and nothing else", (text) => {
    add(somying, "สมหญิง ทดสอบ");
    while (store.tidy());
    expect(find(text)).toEqual([]);
    expect(find(`${text} ไม่มี`)).toEqual([]);
  });

  it("shows each person once, newest first, and says when there are more", () => {
    for (let round = 0; round < 3; round += 1) {
      for (let number = 10; number < 15; number += 1)
        add(inventId(deskTime, number), "Anna Example");
    }
    const newestFirst = [14, 13, 12, 11, 10].map((number) => inventId(deskTime, number));
    expect(find("anna")).toEqual(newestFirst);
    expect(store.people.search("anna", 5).more).toBe(false);
    while (store.tidy());
    add(inventId(deskTime, 11), "Anna Example");
    expect(store.people.search("anna", 3)).toMatchObject({
      more: true,
      hits: [11, 14, 13].map((number) => ({ subject: inventId(deskTime, number) })),
    });
  });

  it("shows the details of the newest capture that has any, masked", () => {
    add(somying, "สมหญิง ทดสอบ", { phone: ["+66812345678"], email: ["old@example.com"] });
    add(somying, "สมหญิง แก้แล้ว", { phone: ["+66898765432"], member: ["M-1"] });
    const last = add(somying, null);
    const hit = {
      subject: somying,
      name: "สมหญิง แก้แล้ว",
      phoneHint: "08x-xxx-5432",
      emailHint: null,
      memberNumber: "M-1",
      lastSeenAt: new Date(deskTime + last * 1000).toISOString(),
    };
    // Also by what was put right since: the old name is on the paper in the customer's hand.
    for (const text of ["แก้แล้ว", "ทดสอบ", "0812345678", "old@example.com", "M-1"]) {
      expect(store.people.search(text, 5)).toEqual({ hits: [hit], more: false });
    }
  });

  it("finds a saved name by any part of it", { timeout: 60_000 }, () => {
    const unit = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(..."กขคงจชดตทนบปพมยรลวสหอเแโใไะัาำิีึืุู็่้๊์") },
      { weight: 2, arbitrary: fc.constantFrom(..."abcdeéß ABC-'.\"%_๑๒") },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
    );
    const name = fc
      .string({ unit, minLength: 1, maxLength: 24 })
      .filter((text) => normalText(text) !== "");
    let number = 100;
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), fc.boolean(), (text, from, length, tidied) => {
        number += 1;
        const subject = inventId(deskTime, number);
        add(subject, text);
        if (tidied) while (store.tidy());
        const points = [...normalText(text)];
        const start = from % points.length;
        const part = points.slice(start, start + 1 + (length % (points.length - start))).join("");
        // A part may be a space alone, which is nothing to look for.
        if (part.trim() !== "") expect(find(part, 10_000)).toContain(subject);
        expect(find(text, 10_000)).toContain(subject);
      }),
      { numRuns: 400 },
    );
  });
});

describe("purging", () => {
  it("takes away everything that a capture was found by, and leaves its neighbours", () => {
    add(somying, "สมหญิง ทดสอบ", { phone: ["+66812345678"] });
    while (store.tidy());
    add(somying, "สมหญิง ใหม่กว่า", { phone: ["+66812345678"] });
    add(other, "สมหญิง อีกคน", { phone: ["+66812345678"] });
    store.write(() => store.captures.purge([1, 2]));
    for (const text of ["สมหญิง", "สม", "0812345678"]) expect(find(text)).toEqual([other]);
    expect(find("ทดสอบ")).toEqual([]);
    expect(store.captures.listBySubject(somying)).toEqual([]);
    expect(store.captures.readBySequence(1)?.envelope).toMatchObject({ payload: null, salt: null });
    while (store.tidy());
    expect(find("สมหญิง")).toEqual([other]);
  });
});
