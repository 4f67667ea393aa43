import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  closing,
  optOut,
  referencePicture,
} from "../../src/captures/event-photo-opt-out/example-acts.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import { findCopyLogFault } from "../../src/head-office/copies/copy-log.ts";
import { purgeExpired as purgeAtHeadOffice } from "../../src/head-office/events/purge-expired.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { purgeExpired } from "../../src/main/capture/purge-expired.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import {
  type CopiesAtHeadOffice,
  openCopiesAtHeadOffice,
} from "../support/copies-at-head-office.ts";
import { deskTime, makeCaptureDeps } from "../support/desk-store.ts";
import {
  applyEvents,
  listEventPublications,
  saveEventCapture,
  showEventNotice,
} from "../support/event-captures.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";

const now = new Date(deskTime);
let set: CopiesAtHeadOffice;
let deps: CaptureDeps;
beforeEach(async () => {
  set = await openCopiesAtHeadOffice();
  applyEvents(set.store);
  deps = makeCaptureDeps(set.store);
  await publishChanges(set.db, listEventPublications(), now);
});
afterEach(() => set.end());

/** An opt-out with its reference picture; the picture's capture. */
async function take(): Promise<string> {
  const amends = saveEventCapture(deps, optOut);
  const { picture: _, ...payload } = referencePicture;
  const saved = await submitWithPicture(
    deps,
    { staff: "ploy", roles: ["event"] },
    {
      request: randomUUID(),
      kind: "event-photo-opt-out",
      payload,
      amends,
      notice: showEventNotice(),
    },
    drawJpeg(1),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return saved.value.id;
}
const readSealed = () =>
  set.db.selectFrom("attachment").select(["capture", "sealed", "purpose"]).execute();
const readLog = () => set.db.selectFrom("copy_log").select(["action", "capture", "who"]).execute();

describe("a reference picture", () => {
  it("is destroyed at head office when the event is closed, with its entry in the log", async () => {
    const id = await take();
    await set.sendCaptures();
    expect(await set.sendPictures()).toContain("whole");
    expect(await purgeAtHeadOffice(set.db, now)).toBe(0);
    saveEventCapture(deps, closing);
    await set.sendCaptures();
    expect(await purgeAtHeadOffice(set.db, now)).toBe(1);
    expect(await readSealed()).toEqual([{ capture: id, sealed: null, purpose: "event-reference" }]);
    expect(await readLog()).toEqual([{ action: "destroy", capture: id, who: "head-office" }]);
    expect(await findCopyLogFault(set.db)).toBeNull();
    expect(await purgeAtHeadOffice(set.db, now)).toBe(0);
  });

  it("that has not come when the event is closed is never taken any more", async () => {
    await take();
    saveEventCapture(deps, closing);
    await set.sendCaptures();
    await purgeAtHeadOffice(set.db, now);
    const states = await set.sendPictures();
    expect(states).not.toContain("whole");
    expect((await readSealed()).map(({ sealed }) => sealed)).toEqual([null]);
  });

  it("is destroyed at the desk on closing, sent or not", async () => {
    await take();
    const [waiting] = set.store.attachments.list();
    expect(waiting?.state).toBe("waiting");
    expect(purgeExpired(deps)).toBe(false);
    saveEventCapture(deps, closing);
    expect(purgeExpired(deps)).toBe(true);
    expect(set.store.attachments.list()).toEqual([]);
    expect(purgeExpired(deps)).toBe(false);
  });

  it("goes from the desk even where head office has not heard of its capture", async () => {
    await take();
    saveEventCapture(deps, closing);
    expect(purgeExpired(deps)).toBe(true);
    expect(set.store.attachments.list()).toEqual([]);
    expect(purgeExpired(deps)).toBe(false);
    await set.sendCaptures();
    expect(await set.sendPictures()).toEqual([]);
  });
});
