import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCaptureDeps, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import {
  applyEvents,
  formRelayChange,
  relayCapture,
  saveEventCapture,
} from "../../../test/support/event-captures.ts";
import {
  correction,
  optOut,
  startEvent,
  takeDown,
  voiding,
} from "../../captures/event-photo-opt-out/example-acts.ts";
import type { Store } from "../store/open-store.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { listEvents, listTakeDowns, readEvent } from "./read-events.ts";
import { submitCapture } from "./submit-capture.ts";

const folder = makeFolder("read-events");
afterAll(folder.remove);

let count = 0;
let store: Store;
let deps: CaptureDeps;
beforeEach(() => {
  count += 1;
  ({ store } = openDesk({ path: join(folder.path, `desk-${count}.db`) }));
  applyEvents(store);
  deps = makeCaptureDeps(store);
});
afterEach(() => store.close());

const apply = (...changes: { topic: string; key: string; value: unknown }[]) =>
  store.received.applyChanges(changes, store.received.cursor() + 1);

describe("the list of events", () => {
  it("has those of this branch, and those started here, the latest first", () => {
    const elsewhere = { ...listEvents(deps)[0]?.event, id: "far-away", branches: ["hat-yai"] };
    apply({ topic: "event", key: "far-away", value: elsewhere });
    saveEventCapture(deps, startEvent);
    saveEventCapture(deps, optOut);
    expect(
      listEvents(deps).map(({ id, event, captures }) => [id, event?.status, captures]),
    ).toEqual([
      ["old-town-walk-2026", "confirmed", 0],
      [startEvent.plan.id, undefined, 1],
      ["camera-fair-2026", "confirmed", 1],
    ]);
    expect(listEvents(deps)[1]?.plan).toEqual(startEvent.plan);
  });
});

describe("an event", () => {
  it("has this PC's captures and the other devices', with their receipts", () => {
    const own = saveEventCapture(deps, optOut);
    const other = relayCapture(optOut);
    apply(formRelayChange(other));
    const { captures, event, unreadable } = readEvent(deps, optOut.event);
    expect(event?.id).toBe(optOut.event);
    expect(unreadable).toBe(0);
    expect(
      captures.map(({ header, own: mine, acknowledgedAt }) => [header.id, mine, acknowledgedAt]),
    ).toEqual([
      [own, true, null],
      [other.capture.id, false, "2026-11-22T03:00:00.000Z"],
    ]);
    expect(captures.every(({ payload }) => (payload as { act: string }).act === "opt-out")).toBe(
      true,
    );
    expect(new Set(captures.map(({ receiptNumber }) => receiptNumber)).size).toBe(2);
  });

  it("says how much of it a newer version took", () => {
    apply(formRelayChange(relayCapture(optOut, { version: 9 })));
    expect(readEvent(deps, optOut.event)).toMatchObject({ captures: [], unreadable: 1 });
  });

  it("is corrected on any of its laptops, until it is taken out on one", () => {
    const other = relayCapture(optOut);
    apply(formRelayChange(other));
    saveEventCapture(deps, correction, other.capture.id);
    apply(formRelayChange(relayCapture(voiding, { sequence: 2, amends: other.capture.id })));
    const again = () => saveEventCapture(deps, correction, other.capture.id);
    expect(again).toThrow("already-amended");
  });
});

describe("requests to take pictures down", () => {
  it("are listed with their answers, of whatever event, unless taken back", () => {
    const lost = saveEventCapture(deps, { ...takeDown, event: null });
    const wrong = saveEventCapture(deps, takeDown);
    saveEventCapture(deps, voiding, wrong);
    const atEvent = saveEventCapture(deps, { ...optOut, wish: "take-down" });
    const answer = {
      request: lost,
      outcome: "taken-down",
      words: null,
      at: "2026-11-22T04:00:00.000Z",
    };
    apply({ topic: "take-down-answer", key: lost, value: answer });
    const later = saveEventCapture(deps, optOut);
    saveEventCapture(deps, { ...correction, wish: "take-down" }, later);
    const noMore = saveEventCapture(deps, { ...optOut, wish: "take-down" });
    saveEventCapture(deps, { ...correction, wish: "no-photo" }, noMore);
    const { requests, answers } = listTakeDowns(deps);
    expect(new Set(requests.map(({ header }) => header.id))).toEqual(
      new Set([lost, atEvent, later]),
    );
    expect(answers).toEqual([answer]);
    expect(readEvent(deps, null).takeDownAnswers).toEqual([answer]);
    expect(readEvent(deps, optOut.event).takeDownAnswers).toEqual([]);
  });
});

describe("who may take what at an event", () => {
  const input = {
    request: "019a0000-0000-7000-8000-00000000aaaa",
    kind: "event-photo-opt-out" as const,
    amends: null,
    notice: null,
  };
  it.each([
    [startEvent, "event", false],
    [startEvent, "manager", true],
    [optOut, "counter", false],
    [optOut, "event", true],
    [{ ...takeDown, contact: null }, "counter", true],
  ] as const)("%#: $act by $1", (payload, role, isAllowed) => {
    const result = submitCapture(deps, { staff: "ploy", roles: [role] }, { ...input, payload });
    expect(result.ok).toBe(isAllowed);
    if (!result.ok) expect(result.failure.code).toBe("not-your-role");
  });

  it("asks for the notice where details of a person are kept", () => {
    const contact = { phone: "+66812345678", email: null };
    const told = { ...input, payload: { ...optOut, contact } };
    expect(submitCapture(deps, { staff: "ploy", roles: ["event"] }, told)).toMatchObject({
      failure: { code: "notice-changed" },
    });
    expect(() => saveEventCapture(deps, { ...optOut, contact })).not.toThrow();
  });
});
