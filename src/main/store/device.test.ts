import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { deskTime, makeFolder } from "../../../test/support/desk-store.ts";
import { openStore } from "./open-store.ts";

const folder = makeFolder("device");
const options = {
  path: join(folder.path, "desk.db"),
  key: randomBytes(32),
  allowPlaintext: false,
  now: () => deskTime,
};
afterAll(folder.remove);

function open() {
  const opened = openStore(options);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value;
}

const enrolment = {
  device: "019a0000-0000-7000-8000-0000000000d1",
  deviceNumber: 7,
  branch: "bkk-siam",
  headOffice: "https://consent.example",
  protectedKey: Buffer.from([0, 1, 254, 255]),
};

describe("the device", () => {
  it("is what head office made it, once, and knows it after a restart", () => {
    const first = open();
    expect(first.device.readEnrolment()).toBeNull();
    expect(first.received.listStaff()).toEqual([]);
    first.device.saveEnrolment(enrolment);
    expect(() => first.device.saveEnrolment({ ...enrolment, deviceNumber: 8 })).toThrow("already");
    first.close();
    const again = open();
    expect(again.device.readEnrolment()).toEqual(enrolment);
    again.close();
  });

  it("remembers when it heard of head office, and the offset it last learnt", () => {
    const store = open();
    expect(store.device.readLastSyncedAt()).toBeNull();
    expect(store.device.readClockOffset()).toBeNull();
    const [one, two] = ["2026-11-22T03:00:00.000Z", "2026-11-22T04:00:00.000Z"];
    store.device.noteContact({ serverTime: one, clockOffsetMs: -1234 });
    store.device.noteContact({ serverTime: two, clockOffsetMs: null });
    expect(store.device.readLastSyncedAt()).toBe(two);
    expect(store.device.readClockOffset()).toBe(-1234);
    store.close();
  });

  it("remembers the language that was chosen", () => {
    const store = open();
    expect(store.device.readLanguage()).toBeNull();
    store.device.saveLanguage("en");
    store.close();
    const again = open();
    expect(again.device.readLanguage()).toBe("en");
    again.close();
  });
});
