import { expect, test } from "vitest";
import { sortChanges } from "./pull.ts";

const settings = { memberBasis: "consent", idleLockMinutes: 3, marketingNotice: "marketing" };

test("a readable change and an unknown topic are kept as they came", () => {
  const changes = [
    { topic: "settings", key: "settings", value: settings },
    { topic: "weather", key: "bkk", value: { rain: true } },
    { topic: "purpose", key: "direct-marketing", value: null },
  ];
  expect(sortChanges(changes)).toEqual({ kept: changes, unreadable: 0 });
});

test("a known topic in an unknown form is put aside, so that the last readable value stays in force", () => {
  const bad = { topic: "settings", key: "settings", value: { ...settings, memberBasis: "guess" } };
  const good = { topic: "channel", key: "sms", value: null };
  expect(sortChanges([bad, good])).toEqual({
    kept: [{ ...bad, topic: "unread:settings" }, good],
    unreadable: 1,
  });
});

test("what is never taken away cannot be", () => {
  const gone = { topic: "controller", key: "controller", value: null };
  expect(sortChanges([gone]).unreadable).toBe(1);
});
