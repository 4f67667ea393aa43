import { copyFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, expect, it } from "vitest";
import {
  closing,
  correction,
  optOut,
} from "../../src/captures/event-photo-opt-out/example-acts.ts";
import type { Payload } from "../../src/captures/event-photo-opt-out/payload.ts";
import type { Subject } from "../../src/captures/marketing-consent/payload.ts";
import { makeRetention } from "../../src/main/capture/retention.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { Store } from "../../src/main/store/open-store.ts";
import { deskTime, makeCaptureDeps, makeFolder, openDesk } from "../support/desk-store.ts";
import {
  applyEvents,
  formRelayChange,
  relayCapture,
  saveEventCapture,
} from "../support/event-captures.ts";
import { counterStaff, inventInput } from "../support/filled-store.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";

const folder = makeFolder("purge-bytes");
afterAll(folder.remove);

/** Words that stand nowhere but in what is to go. */
const secrets = {
  tag: "QZX-7741",
  reason: "เสื้อคลุมสีแปลกตาตัวยาว",
  email: "nobody.at.all@example.com",
  phone: "+66891237764",
  relayedTag: "WVK-3302",
  draft: "draft-of-somebody",
};

/** Every byte of the store's pages, free ones too, decrypted: a copy is opened and its key taken off. */
function readPages(path: string, key: Buffer, name: string): Buffer {
  const copy = join(folder.path, name);
  copyFileSync(path, copy);
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size) {
    copyFileSync(`${path}-wal`, `${copy}-wal`);
  }
  const connection = new SQLite(copy);
  connection.pragma("cipher='aegis'");
  connection.pragma(`key="x'${key.toString("hex")}'"`);
  // What is in the log is put into the pages as it stands, and nothing is tidied away.
  connection.pragma("secure_delete=OFF");
  connection.pragma("journal_mode=DELETE");
  connection.pragma("rekey=''");
  connection.close();
  const bytes = readFileSync(copy);
  expect(bytes.subarray(0, 15).toString("latin1")).toBe("SQLite format 3");
  return bytes;
}

const findSecrets = (bytes: Buffer) => findTexts(bytes, secrets);

function findTexts(bytes: Buffer, texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const forms = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
    forms.push(Buffer.from(text, "utf16le").swap16());
    return forms.some((form) => bytes.includes(form)) ? [name] : [];
  });
}

function acknowledgeAll(store: Store): void {
  store.outbox.settle(
    store.outbox.nextBatch(deskTime, 1000, 1e9).map(({ sequence, id, contentHash }) => ({
      sequence,
      verdict: { id, contentHash, verdict: "accepted" },
    })),
  );
}

it("leaves nothing that recognises anyone in any page or in the log", () => {
  let now = deskTime;
  const path = join(folder.path, "desk.db");
  const { store, key } = openDesk({ path, now: () => now });
  applyEvents(store);
  const deps = makeCaptureDeps(store, () => now);
  const retention = makeRetention(deps);
  retention.tidy();
  const told: Payload = {
    ...optOut,
    marks: { ...optOut.marks, tag: secrets.tag },
    contact: { phone: secrets.phone, email: secrets.email },
  };
  // Enough of them to fill pages, and payloads long enough for pages of their own.
  const ids = Array.from({ length: 40 }, () => saveEventCapture(deps, told));
  const reason = secrets.reason.repeat(12);
  for (const id of ids) saveEventCapture(deps, { ...correction, reason }, id);
  const marks = { ...optOut.marks, tag: secrets.relayedTag };
  for (let sequence = 1; sequence <= 40; sequence += 1) {
    const relayed = relayCapture({ ...optOut, marks }, { sequence });
    store.received.applyChanges([formRelayChange(relayed)], store.received.cursor() + 1);
  }
  store.drafts.keep(
    "ploy",
    "event-photo-opt-out",
    JSON.stringify({ event: optOut.event, words: secrets.draft }),
  );
  saveEventCapture(deps, closing);
  acknowledgeAll(store);
  while (store.tidy());

  // What the search is worth: everything is found while it is there.
  expect(findSecrets(readPages(path, key, "before.db"))).toEqual(Object.keys(secrets));

  now += 7 * 24 * 60 * 60 * 1000;
  expect(retention.tidy()).toBe(true);
  expect(statSync(`${path}-wal`).size).toBe(0);
  expect(findSecrets(readPages(path, key, "after.db"))).toEqual([]);
  const beside = readdirSync(folder.path).filter((name) => name.startsWith("desk.db"));
  expect(beside.toSorted()).toEqual(["desk.db", "desk.db-wal", "desk.db.key-id"]);
  store.close();
});

it("leaves nothing of people who have not come back, once head office has all of it", () => {
  let now = deskTime;
  const path = join(folder.path, "people.db");
  const { store, key } = openDesk({ path, now: () => now });
  const deps = makeCaptureDeps(store, () => now);
  const retention = makeRetention(deps);
  for (let number = 0; number < 60; number += 1) {
    const payload = inventDecision(number);
    const input = { ...inventInput(number), payload: { ...payload, subject: stranger(number) } };
    const taken = submitCapture(deps, counterStaff, input);
    if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  }
  acknowledgeAll(store);
  while (store.tidy());
  expect(findTexts(readPages(path, key, "people-before.db"), person)).toEqual(Object.keys(person));
  now += 91 * 24 * 60 * 60 * 1000;
  for (let round = 0; round < 20; round += 1) retention.tidy();
  expect(statSync(`${path}-wal`).size).toBe(0);
  expect(findTexts(readPages(path, key, "people-after.db"), person)).toEqual([]);
  expect(store.captures.tallyKept()).toEqual([]);
  store.close();
});

/** Words that stand nowhere but in these people's captures. */
const person = { name: "เอกอัครเทพ วิเศษนามสกุล", phone: "+66891230000" };

function stranger(number: number): Subject {
  const phone = `+6689123${String(number).padStart(4, "0")}`;
  const contacts = { phone, email: null, line: null, address: null };
  return { ...inventSubject(number), name: person.name, contacts };
}
