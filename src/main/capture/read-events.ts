import { eventGroupPrefix, nameEventGroup, readEventGroup } from "../../captures/event-group.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { readHeader } from "../../contract/envelope.ts";
import { type EventWord, readPlan } from "../../contract/event.ts";
import type {
  EventCaptureRecord,
  EventListed,
  EventRecord,
} from "../../contract/event-procedures.ts";
import type { ProcedureOutput } from "../../contract/ipc.ts";
import type { KeptRelayed } from "../store/relayed.ts";
import { isReadable, readStoredPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { formStored, isSaidAgain } from "./read-captures.ts";

type ReadDeps = Pick<CaptureDeps, "store" | "definitions">;

/** The events that this branch works or that were started here, the latest first. */
export function listEvents(deps: ReadDeps): EventListed[] {
  const known = deps.store.received.readReference()?.events ?? [];
  const ids = new Set([...known.map(({ id }) => id), ...listGroups(deps).flatMap(readIds)]);
  const listed = [...ids].map((id): EventListed => {
    const event = known.find((item) => item.id === id) ?? null;
    const { captures } = readGroup(deps, nameEventGroup(id));
    const started = captures.flatMap((item) => {
      const word = readWord(deps, item);
      return word?.says === "started" ? [word.plan] : [];
    });
    return {
      id,
      event,
      plan: event ? readPlan(event) : (started[0] ?? null),
      captures: captures.length,
    };
  });
  return listed.sort(
    (a, b) => compareDown(a.plan?.days[0] ?? "", b.plan?.days[0] ?? "") || compareDown(b.id, a.id),
  );
}

/** One event as this PC knows it; null: what belongs to no known event. */
export function readEvent(deps: ReadDeps, id: string | null): EventRecord {
  const { received } = deps.store;
  const { captures, unreadable } = readGroup(deps, nameEventGroup(id));
  const present = new Set(captures.map(({ header }) => header.id));
  return {
    event: received.readReference()?.events.find((item) => item.id === id) ?? null,
    captures,
    unreadable,
    takeDownAnswers: received.listTakeDownAnswers().filter(({ request }) => present.has(request)),
  };
}

/** Every request to take a picture down that is known here, newest first. */
export function listTakeDowns(deps: ReadDeps): ProcedureOutput<"events.takeDowns"> {
  const captures = listGroups(deps).flatMap((group) => readGroup(deps, group).captures);
  const takenBack = new Set(
    captures.flatMap((item) =>
      readWord(deps, item)?.says === "taken-back" ? [item.header.amends] : [],
    ),
  );
  captures.sort((a, b) => compareDown(a.header.capturedAt, b.header.capturedAt));
  // Oldest first: of several corrections the last one holds.
  const corrected = new Map(
    captures.toReversed().flatMap((item) => {
      const word = readWord(deps, item);
      return word?.says === "corrected" ? [[item.header.amends, word.isTakeDown] as const] : [];
    }),
  );
  const requests = captures.filter((item) => {
    const { id } = item.header;
    const word = readWord(deps, item);
    const isAsked =
      word?.says === "opted-out"
        ? (corrected.get(id) ?? word.isTakeDown)
        : word?.says === "take-down";
    return isAsked && !takenBack.has(id);
  });
  return { requests, answers: deps.store.received.listTakeDownAnswers() };
}

/** All of a group that still has its content, of this PC and of others. */
function readGroup(
  deps: ReadDeps,
  group: string,
): { captures: EventCaptureRecord[]; unreadable: number } {
  const own = deps.store.captures.listByGroup(group).flatMap((kept) => {
    if (isSaidAgain(kept)) return [];
    const { header, payload, receiptNumber, acknowledgedAt, parked } = formStored(deps, kept);
    return [{ header, payload, receiptNumber, acknowledgedAt, parked, own: true }];
  });
  const relayed = deps.store.relayed.listByGroup(group);
  const read = relayed.flatMap((kept) => formRelayed(deps, kept) ?? []);
  return { captures: [...own, ...read], unreadable: relayed.length - read.length };
}

/** The groups of events that have captures here. */
function listGroups({ store }: ReadDeps): string[] {
  const groups = [...store.captures.listGroups(), ...store.relayed.listGroups()];
  return [...new Set(groups)].filter((group) => group.startsWith(eventGroupPrefix));
}

/** Null where another device's version wrote what this one cannot read. */
function formRelayed(
  { definitions }: ReadDeps,
  { envelope, deviceNumber, receivedAt }: KeptRelayed,
): EventCaptureRecord | null {
  const header = readHeader(envelope);
  if (!isReadable(definitions, envelope)) return null;
  return {
    header,
    payload: readStoredPayload(definitions, envelope),
    receiptNumber: formReceiptNumber(deviceNumber, header.sequence),
    acknowledgedAt: receivedAt,
    parked: false,
    own: false,
  };
}

function readWord({ definitions }: ReadDeps, item: EventCaptureRecord): EventWord | null {
  return definitions[item.header.kind]?.eventWord?.(item.payload) ?? null;
}

function readIds(group: string): string[] {
  const id = readEventGroup(group);
  return id === null ? [] : [id];
}

function compareDown(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
