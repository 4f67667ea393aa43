import { createHash, randomBytes, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { uuidv7 } from "uuidv7";
import { exampleReference } from "../../src/captures/event-photo-opt-out/example-event.ts";
import { type Payload, readEvent } from "../../src/captures/event-photo-opt-out/payload.ts";
import { chainStart, hashContent, hashHeader } from "../../src/contract/chain.ts";
import type { Envelope, NoticeShown } from "../../src/contract/envelope.ts";
import type { RelayedCapture } from "../../src/contract/event.ts";
import { readNotice } from "../../src/contract/reference.ts";
import type { Publication } from "../../src/head-office/change-log.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { Store } from "../../src/main/store/open-store.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Gives a store the demo's events, their notice and settings, as head office would. */
export function applyEvents(store: Store): void {
  const { events, eventSettings, notices } = exampleReference;
  const changes = [
    ...notices.map((value) => ({ topic: "notice", key: `${value.id}@${value.version}`, value })),
    ...events.map((value) => ({ topic: "event", key: value.id, value })),
    { topic: "event-settings", key: "settings", value: eventSettings },
  ];
  store.received.applyChanges(changes, store.received.cursor() + 1);
}

/** The demo's photo notice as a form says that it was shown. */
export function showEventNotice(): NoticeShown {
  const notice = exampleReference.notices.find(({ id }) => id === "event-photos");
  if (!notice) throw new Error("the demo has no photo notice");
  return {
    id: notice.id,
    version: notice.version,
    language: "th",
    hash: sha256(readNotice(notice, "th")),
  };
}

/** Saves a capture of an event through the whole path of a form; the answer is its id. */
export function saveEventCapture(
  deps: CaptureDeps,
  payload: Payload,
  amends: string | null = null,
  staff = "ploy",
): string {
  const saved = submitCapture(
    deps,
    { staff, roles: ["event", "manager"] },
    {
      request: randomUUID(),
      kind: "event-photo-opt-out",
      payload,
      amends,
      notice: deps.definitions["event-photo-opt-out"]?.needsNotice(payload)
        ? showEventNotice()
        : null,
    },
  );
  if (!saved.ok) throw new Error(`not saved: ${JSON.stringify(saved.failure)}`);
  return saved.value.id;
}

/** What another device took, as head office passes it on. */
export function relayCapture(payload: Payload, parts: Partial<Envelope> = {}): RelayedCapture {
  const text = canonicalize(payload) ?? "";
  const salt = randomBytes(16).toString("base64url");
  const header = {
    envelope: 1 as const,
    id: uuidv7(),
    device: "019a0000-0000-7000-8000-0000000000d2",
    sequence: 1,
    kind: "event-photo-opt-out",
    version: 1,
    capturedAt: "2026-11-22T03:00:00.000Z",
    clockOffsetMs: 0,
    branch: "chiang-mai",
    staff: "ploy",
    amends: null,
    notice: null,
    contentHash: hashContent(sha256, salt, text),
    previousHash: chainStart,
    ...parts,
  };
  const capture: Envelope = { payload: text, salt, ...header, hash: hashHeader(sha256, header) };
  return { event: readEvent(payload), deviceNumber: 77, capture };
}

/** As a change that a pull brings. */
export function formRelayChange(value: RelayedCapture) {
  return { topic: "event-capture", key: value.capture.id, value };
}

/** The demo's photo notice, event settings and events, to publish besides the reference data. */
export function listEventPublications(): Publication[] {
  const { events, eventSettings, notices } = exampleReference;
  return [
    ...notices.map((value): Publication => {
      return { topic: "notice", key: `${value.id}@${value.version}`, value, audience: null };
    }),
    { topic: "event-settings", key: "settings", value: eventSettings, audience: null },
    ...events.map((value): Publication => {
      return { topic: "event", key: value.id, value, audience: null };
    }),
  ];
}
