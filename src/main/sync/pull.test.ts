import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { formRelayChange, relayCapture } from "../../../test/support/event-captures.ts";
import { optOut } from "../../captures/event-photo-opt-out/example-acts.ts";
import { readAside, sortChanges } from "./pull.ts";

const settings = { memberBasis: "consent", idleLockMinutes: 3, marketingNotice: "marketing" };

const cleared = (topic: string, key: string) => ({ topic: `unread:${topic}`, key, value: null });

test("an unknown topic is kept as it came, a readable change ends what was put aside of its key", () => {
  const weather = { topic: "weather", key: "bkk", value: { rain: true } };
  const good = { topic: "settings", key: "settings", value: settings };
  const gone = { topic: "purpose", key: "direct-marketing", value: null };
  expect(sortChanges([weather, good, gone])).toEqual({
    kept: [
      weather,
      good,
      cleared("settings", "settings"),
      gone,
      cleared("purpose", "direct-marketing"),
    ],
    unreadable: 0,
  });
});

test("a known topic in an unknown form is put aside, so that the last readable value stays in force", () => {
  const bad = { topic: "settings", key: "settings", value: { ...settings, memberBasis: "guess" } };
  const good = { topic: "channel", key: "sms", value: null };
  expect(sortChanges([bad, good])).toEqual({
    kept: [{ ...bad, topic: "unread:settings" }, good, cleared("channel", "sms")],
    unreadable: 1,
  });
});

test("what is never taken away cannot be", () => {
  const gone = { topic: "controller", key: "controller", value: null };
  expect(sortChanges([gone]).unreadable).toBe(1);
});

test("another device's capture that does not match its hashes is not kept, not even aside", () => {
  const sound = formRelayChange(relayCapture(optOut));
  const { capture } = sound.value;
  const spoilt = [
    { ...sound, value: { ...sound.value, capture: { ...capture, payload: "{}" } } },
    { ...sound, value: { ...sound.value, capture: { ...capture, sequence: 2 } } },
    { ...sound, value: { ...sound.value, more: 1 } },
    { ...sound, key: "019a0000-0000-7000-8000-0000000000ff" },
  ];
  expect(sortChanges([...spoilt, sound])).toEqual({ kept: [sound], unreadable: 4 });
  const purged = {
    ...sound,
    value: { ...sound.value, capture: { ...capture, payload: null, salt: null } },
  };
  const gone = { ...sound, value: null };
  expect(sortChanges([purged, gone])).toEqual({ kept: [purged, gone], unreadable: 0 });
});

test("what an older version put aside is put in force by one that can read it, and only that", () => {
  const folder = makeFolder("pull");
  const { store } = openDesk({ path: join(folder.path, "desk.db") });
  const { received } = store;
  const readable = {
    topic: "settings",
    key: "settings",
    value: { ...settings, idleLockMinutes: 9 },
  };
  const later = { topic: "channel", key: "fax", value: { pigeon: true } };
  const aside = [readable, later].map((item) => ({ ...item, topic: `unread:${item.topic}` }));
  received.applyChanges(aside, 7);
  expect(readAside(received)).toBe(true);
  expect(received.readReference()?.settings).toEqual(readable.value);
  expect(received.listUnread()).toEqual([later]);
  expect(received.cursor()).toBe(7);
  expect(readAside(received)).toBe(false);
  store.close();
  folder.remove();
});
