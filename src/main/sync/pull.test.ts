import { expect, test } from "vitest";
import { sortChanges } from "./pull.ts";

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
