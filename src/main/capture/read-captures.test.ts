import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  deskNumber,
  makeCaptureDeps,
  makeFolder,
  openDesk,
  showNotice,
} from "../../../test/support/desk-store.ts";
import { counterStaff, inventInput, inventRequest } from "../../../test/support/filled-store.ts";
import {
  inventDecision,
  inventPhone,
  inventSubject,
} from "../../../test/support/invented-people.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { personRecord } from "../../contract/ipc.ts";
import { storedCapture } from "../../contract/stored-capture.ts";
import type { Store } from "../store/open-store.ts";
import { readCapture, readPerson } from "./read-captures.ts";
import { submitCapture } from "./submit-capture.ts";

const folder = makeFolder("read");
afterAll(folder.remove);

let count = 0;
let store: Store;
beforeEach(() => {
  count += 1;
  store = openDesk({ path: join(folder.path, `desk-${count}.db`) }).store;
});
afterEach(() => store.close());

let requests = 0;
function take(payload: unknown, amends: string | null = null): string {
  requests += 1;
  const isDecision = (payload as { act: string }).act === "decision";
  const result = submitCapture(makeCaptureDeps(store), counterStaff, {
    ...inventInput(0),
    request: inventRequest(5000 + requests),
    payload,
    amends,
    notice: isDecision ? showNotice("th") : null,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.id;
}

function withdraw(number: number, phone: string | null, receipts: string[] = []) {
  const subject = inventSubject(number);
  return {
    act: "withdrawal",
    subject: { ...subject, contacts: { ...subject.contacts, phone } },
    receipts,
    scope: "all",
    right: "withdrawal",
    means: { how: "spoken", attestedBy: counterStaff.staff },
  };
}

function sequencesOf(number: number): number[] {
  const result = readPerson(makeCaptureDeps(store), inventSubject(number).id);
  if (!result.ok) throw new Error(result.failure.code);
  expect(personRecord.parse(result.value)).toEqual(result.value);
  return result.value.captures.map(({ header }) => header.sequence);
}

describe("reading a capture", () => {
  it("gives it as pages get it, with the words that were shown", () => {
    const id = take(inventDecision(1));
    const result = readCapture(makeCaptureDeps(store), id);
    if (!result.ok) throw new Error(result.failure.code);
    const { capture, noticeWords } = result.value;
    expect(storedCapture.parse(capture)).toEqual(capture);
    expect(capture).toMatchObject({
      header: { id, sequence: 1 },
      payload: inventDecision(1),
      receiptNumber: formReceiptNumber(deskNumber, 1),
      acknowledgedAt: null,
      parked: false,
    });
    expect(capture.header).not.toHaveProperty("salt");
    expect(noticeWords).toBe(store.noticeWords.read(showNotice("th").hash));
    expect(noticeWords).not.toBeNull();
  });

  it("says when there is none", () => {
    const none = { ok: false, failure: { code: "not-found" } };
    const unknown = "019a0000-0000-7000-8000-00000000ffff";
    expect(readCapture(makeCaptureDeps(store), unknown)).toEqual(none);
    expect(readPerson(makeCaptureDeps(store), unknown)).toEqual(none);
  });
});

describe("reading a person", () => {
  it("gives their captures and those that share a phone or name a receipt, oldest first", () => {
    take(inventDecision(1));
    take(inventDecision(2));
    take(withdraw(3, inventPhone(1)));
    take(withdraw(4, null, [formReceiptNumber(deskNumber, 1).replaceAll("-", "")]));
    take({ ...inventDecision(1), subject: { ...inventSubject(1), name: "ชื่อใหม่" } });
    expect(sequencesOf(1)).toEqual([1, 3, 4, 5]);
    expect(sequencesOf(2)).toEqual([2]);
  });

  it("goes one hop and no further", () => {
    const shared = inventPhone(7);
    take(inventDecision(1));
    take(withdraw(2, inventPhone(1)));
    take(withdraw(2, shared));
    take({
      ...inventDecision(3),
      subject: { ...inventSubject(3), contacts: { ...inventSubject(3).contacts, phone: shared } },
    });
    expect(sequencesOf(1)).toEqual([1, 2]);
    expect(sequencesOf(2)).toEqual([1, 2, 3, 4]);
    expect(sequencesOf(3)).toEqual([3, 4]);
  });

  it("knows what takes a capture out, also when that names no one", () => {
    const id = take({ act: "no-thank-you", subject: inventSubject(1), day: "2026-11-22" });
    take(inventDecision(2));
    take({ act: "void", subject: inventSubject(1).id, reason: "ผิดคน" }, id);
    expect(sequencesOf(1)).toEqual([1, 3]);
  });
});
