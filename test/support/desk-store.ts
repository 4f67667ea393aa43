import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exampleReference } from "../../src/captures/id-copy/example-reference.ts";
import { captureDefinitions } from "../../src/captures/index.ts";
import type { NoticeShown } from "../../src/contract/envelope.ts";
import type { Language } from "../../src/contract/ids.ts";
import { readNotice, type StaffMember } from "../../src/contract/reference.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { makeCaptureIds } from "../../src/main/capture/capture-id.ts";
import { openStore, type Store } from "../../src/main/store/open-store.ts";

/** The device of every desk that tests open. */
export const deskDevice = "019a0000-0000-7000-8000-0000000000d1";
export const deskNumber = 321;

/** Tests stand still at this moment unless they say otherwise: 22 November 2026, 10:00 in Bangkok. */
export const deskTime = Date.parse("2026-11-22T03:00:00.000Z");

/** A folder of its own for one test file or bench; `remove` when done. */
export function makeFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `yinyom-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export type DeskOptions = { path: string; key?: Buffer; now?: () => number; staff?: StaffMember[] };

/** Opens a store and, the first time, enrols it and fills in the demo's reference data. */
export function openDesk({ path, key, now, staff }: DeskOptions): { store: Store; key: Buffer } {
  const chosen = key ?? randomBytes(32);
  const opened = openStore({
    path,
    key: chosen,
    allowPlaintext: false,
    now: now ?? (() => deskTime),
  });
  if (!opened.ok) throw new Error(`the store does not open: ${opened.failure.code}`);
  const store = opened.value;
  if (store.device.readEnrolment() === null) fillStore(store, staff ?? []);
  return { store, key: chosen };
}

/** Enrols a new store and fills in the reference data of the demo. */
export function fillStore(store: Store, staff: readonly StaffMember[]): void {
  const { controller, settings, branch, branches, purposes, channels, notices, copyRules } =
    exampleReference;
  store.device.saveEnrolment({
    device: deskDevice,
    deviceNumber: deskNumber,
    branch: branch.id,
    headOffice: "https://consent.example",
    protectedKey: Buffer.from("not a key"),
  });
  const changes = [
    { topic: "controller", key: "controller", value: controller },
    { topic: "settings", key: "settings", value: settings },
    ...branches.map((value) => ({ topic: "branch", key: value.id, value })),
    ...purposes.map((value) => ({ topic: "purpose", key: value.id, value })),
    ...channels.map((value) => ({ topic: "channel", key: value.id, value })),
    ...notices.map((value) => ({ topic: "notice", key: `${value.id}@${value.version}`, value })),
    { topic: "copy-rules", key: "copy-rules", value: copyRules },
    ...staff.map((value) => ({ topic: "staff", key: value.id, value })),
  ];
  store.received.applyChanges(changes, changes.length);
}

/** What submitting a capture needs, over a store that `openDesk` opened. */
export function makeCaptureDeps(store: Store, now: () => number = () => deskTime): CaptureDeps {
  const random = randomBytes;
  return {
    store,
    definitions: captureDefinitions,
    now,
    random,
    makeId: makeCaptureIds(now, random),
  };
}

/** The demo's marketing notice as a form says that it was shown. */
export function showNotice(language: Language): NoticeShown {
  const { notices, settings } = exampleReference;
  const [notice] = notices
    .filter((one) => one.id === settings.marketingNotice)
    .sort((one, other) => other.version - one.version);
  if (!notice) throw new Error("the demo has no marketing notice");
  const hash = createHash("sha256").update(readNotice(notice, language)).digest("hex");
  return { id: notice.id, version: notice.version, language, hash };
}
