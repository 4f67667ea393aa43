import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { inventStaff } from "../../../test/support/invented-staff.ts";
import { exampleReference } from "../../captures/id-copy/example-reference.ts";
import { findCurrentNotice } from "../../captures/shown-notice.ts";
import { openStore, type Store } from "./open-store.ts";

const folder = makeFolder("received");
afterAll(folder.remove);

let count = 0;
let path = "";
let store: Store;
let key: Buffer;
beforeEach(() => {
  count += 1;
  path = join(folder.path, `desk-${count}.db`);
  ({ store, key } = openDesk({
    path,
    staff: [inventStaff("malee"), inventStaff("ton", "hat-yai")],
  }));
});
afterEach(() => store.close());

describe("what head office sent", () => {
  it("is the reference that a desk works with", () => {
    expect(store.received.readReference()).toEqual(exampleReference);
    expect(store.received.listStaff()).toEqual([inventStaff("malee")]);
  });

  it("survives a restart, with the cursor", () => {
    const cursor = store.received.cursor();
    expect(cursor).toBeGreaterThan(0);
    store.close();
    ({ store } = openDesk({ path, key }));
    expect(store.received.readReference()).toEqual(exampleReference);
    expect(store.received.cursor()).toBe(cursor);
  });

  it("is replaced and taken away by later changes", () => {
    const [purpose] = exampleReference.purposes;
    if (!purpose) throw new Error("no purpose");
    const renamed = { ...purpose, name: { th: "ชื่อใหม่", en: "New name" } };
    store.received.applyChanges([{ topic: "purpose", key: purpose.id, value: renamed }], 501);
    expect(store.received.readReference()?.purposes[0]).toEqual(renamed);
    store.received.applyChanges([{ topic: "purpose", key: purpose.id, value: null }], 502);
    expect(store.received.readReference()?.purposes).toEqual(exampleReference.purposes.slice(1));
    expect(store.received.cursor()).toBe(502);
  });

  it("is left alone where this version cannot read it", () => {
    const [purpose] = exampleReference.purposes;
    store.received.applyChanges(
      [
        { topic: "hologram", key: "h1", value: { any: [1, "ข"] } },
        { topic: "purpose", key: "p-new", value: { ...purpose, question: 7 } },
      ],
      600,
    );
    expect(store.received.readReference()).toEqual(exampleReference);
    expect(store.received.cursor()).toBe(600);
  });

  it("comes whole or not at all", () => {
    const before = store.received.cursor();
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const [branch] = exampleReference.branches;
    if (!branch) throw new Error("no branch");
    expect(() =>
      store.received.applyChanges(
        [
          { topic: "branch", key: branch.id, value: null },
          { topic: "branch", key: "x", value: cyclic },
        ],
        700,
      ),
    ).toThrow();
    expect(store.received.cursor()).toBe(before);
    expect(store.received.readReference()?.branches).toEqual(exampleReference.branches);
  });

  it.each(["controller", "settings", "branch", "purpose", "channel", "notice"])(
    "is not enough to work with before there is a %s",
    (topic) => {
      const fresh = openStore({
        path: join(folder.path, `without-${topic}.db`),
        key: randomBytes(32),
        allowPlaintext: false,
        now: () => deskTime,
      });
      if (!fresh.ok) throw new Error(fresh.failure.code);
      const { device, received, close } = fresh.value;
      const { branch, controller, settings, purposes, channels, notices } = exampleReference;
      device.saveEnrolment({
        device: "019a0000-0000-7000-8000-0000000000d1",
        deviceNumber: 1,
        branch: branch.id,
        headOffice: "https://consent.example",
        protectedKey: Buffer.alloc(1),
      });
      const changes = [
        { topic: "controller", key: "", value: controller },
        { topic: "settings", key: "", value: settings },
        { topic: "branch", key: branch.id, value: branch },
        { topic: "purpose", key: "p", value: purposes[0] },
        { topic: "channel", key: "c", value: channels[0] },
        { topic: "notice", key: "n", value: notices[0] },
      ];
      received.applyChanges(
        changes.filter((change) => change.topic !== topic),
        5,
      );
      expect(received.readReference()).toBeNull();
      received.applyChanges(changes, 6);
      expect(received.readReference()).not.toBeNull();
      close();
    },
  );
});

describe("the notice in force", () => {
  const [first] = exampleReference.notices;
  if (!first) throw new Error("no notice");
  const notices = [
    { ...first, version: 1, effectiveFrom: "2026-01-01" },
    { ...first, version: 3, effectiveFrom: "2026-12-01" },
    { ...first, version: 2, effectiveFrom: "2026-06-01" },
    { ...first, id: "another", version: 9, effectiveFrom: "2026-01-01" },
  ];
  it.each([
    ["2025-12-31", null],
    ["2026-01-01", 1],
    ["2026-05-31", 1],
    ["2026-06-01", 2],
    ["2026-12-01", 3],
    ["2030-01-01", 3],
  ])("on %s is version %s", (today, version) => {
    expect(findCurrentNotice(notices, first.id, today)?.version ?? null).toBe(version);
  });
});
