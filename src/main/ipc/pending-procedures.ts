import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { captureKind, readHeader } from "../../contract/envelope.ts";
import { fail, succeed } from "../../contract/failure.ts";
import type { PendingItem } from "../../contract/pending-procedures.ts";
import { readFittingPayload, writeVoid } from "../capture/amended-capture.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { comparePending } from "../capture/pending-order.ts";
import { formStored } from "../capture/read-captures.ts";
import { giveBack, releaseHeld, takeBackRelease } from "../capture/review.ts";
import { listFields, sayAgain } from "../capture/say-again.ts";
import { submitCapture } from "../capture/submit-capture.ts";
import type { KeptCapture } from "../store/captures.ts";
import type { Hold } from "../store/holds.ts";
import type { Sync } from "../sync/sync.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type PendingProcedures = Pick<
  Handlers,
  | "pending.list"
  | "pending.retry"
  | "pending.read"
  | "pending.release"
  | "pending.takeBack"
  | "pending.giveBack"
  | "pending.void"
  | "pending.sayAgain"
  | "pending.mine"
  | "branch.read"
>;

export type PendingProcedureDeps = CaptureDeps & {
  sync: Sync;
  /** Called when there may be something to send, or something is held anew. */
  onDecided(): void;
};

/** What head office does not have yet, why, and what a manager decides about it. */
export function makePendingProcedures(deps: PendingProcedureDeps): PendingProcedures {
  const { store, sync } = deps;
  const listAll = () => listPending(deps).toSorted(comparePending);
  return {
    "pending.list": () => succeed(listAll()),
    "pending.retry": ({ ids }, who) => {
      store.write(() => {
        store.outbox.retry(ids);
        store.attachments.retry(ids);
        const subject = ids === "all" ? null : (ids[0] ?? null);
        const { staff } = requirePerson(who);
        store.audit.add({ at: deps.now(), staff, action: "retry-sync", subject });
      });
      sync.wake("manual");
      return succeed(undefined);
    },
    "pending.read": ({ id }, who) => {
      // What is decided is decided about the capture: it comes before its picture.
      const items = listPending(deps)
        .filter((item) => item.id === id)
        .toSorted((one, other) => one.part.localeCompare(other.part));
      const kept = store.captures.readById(id);
      const [first, ...more] = items;
      if (kept === null || first === undefined) return fail({ code: "not-found" });
      const { staff } = requirePerson(who);
      store.audit.add({ at: deps.now(), staff, action: "read-capture", subject: id });
      const capture = formStored(deps, kept, readFittingPayload);
      return succeed({
        items: [first, ...more],
        capture,
        fields: listFields(deps, kept),
        isVoidable: takeOut(deps, kept, "-") !== null,
      });
    },
    "pending.release": ({ id }, who) => decide(releaseHeld(deps, requirePerson(who).staff, id)),
    "pending.takeBack": ({ id }, who) =>
      decide(takeBackRelease(deps, requirePerson(who).staff, id)),
    "pending.giveBack": ({ id, words }, who) =>
      decide(giveBack(deps, requirePerson(who).staff, id, words)),
    "pending.void": ({ id, request, reason }, who) => {
      const kept = store.captures.readById(id);
      if (kept === null) return fail({ code: "not-found" });
      const payload = takeOut(deps, kept, reason.trim());
      if (payload === null) return fail({ code: "already-amended" });
      const kind = captureKind.parse(kept.envelope.kind);
      const input = { request, kind, payload, amends: id, notice: null };
      const result = submitCapture(deps, requirePerson(who), input);
      if (result.ok) deps.onDecided();
      // Its picture may have gone by this: no page of the log keeps a trace of it.
      if (result.ok && kept.parked) store.scrub();
      return result.ok ? succeed({ id: result.value.id }) : result;
    },
    "pending.sayAgain": (input, who) => {
      const person = requirePerson(who);
      const result = sayAgain(deps, person, input);
      if (!result.ok) return result;
      const entry = { at: deps.now(), staff: person.staff, subject: input.id };
      store.audit.add({ ...entry, action: "say-again" });
      deps.onDecided();
      return succeed({ id: result.value.id });
    },
    "branch.read": () => sync.askBranch(),
    "pending.mine": (_, who) => {
      const { staff } = requirePerson(who);
      const mine = listPending(deps).filter(
        (item) => item.state === "given-back" && item.staff === staff,
      );
      return succeed(
        mine.flatMap((item) => {
          const kept = store.captures.readById(item.id);
          return kept === null
            ? []
            : [{ item, capture: formStored(deps, kept, readFittingPayload) }];
        }),
      );
    },
  };

  function decide<Answer extends { ok: boolean }>(answer: Answer): Answer {
    if (answer.ok) deps.onDecided();
    return answer;
  }
}

/** Only what a manager decides about here: what is on its way is taken out where its kind is worked at. */
function takeOut({ definitions }: CaptureDeps, kept: KeptCapture, reason: string): unknown {
  return kept.held || kept.parked ? writeVoid(definitions, kept.envelope, reason) : null;
}

/** All of it, in no order. */
function listPending({ store, sync, definitions }: PendingProcedureDeps): PendingItem[] {
  const deviceNumber = store.device.readEnrolment()?.deviceNumber;
  if (deviceNumber === undefined) return [];
  const inFlight = sync.inFlight();
  const tell = (entry: Entry) => describe(entry, deviceNumber);
  return [
    ...store.outbox.list().map((entry) => {
      const isSending = entry.state === "waiting" && inFlight.has(entry.sequence);
      return tell({ ...untouched, ...entry, state: isSending ? "sending" : entry.state });
    }),
    ...store.attachments.list().map((entry) => tell({ ...untouched, ...entry, part: "picture" })),
    ...store.holds.list().map((hold) => tell(readHold(hold))),
  ];

  function describe({ sequence, ...entry }: Entry, device: number): PendingItem {
    const envelope = store.captures.readById(entry.id)?.envelope;
    const definition: AnyCaptureDefinition | undefined = definitions[entry.kind];
    const payload = envelope ? readFittingPayload(definitions, envelope) : null;
    const isKnown = envelope !== undefined && definition !== undefined && payload !== null;
    return {
      ...entry,
      about: isKnown ? (definition.subject(payload)?.name ?? null) : null,
      dueOn: isKnown ? (definition.dueOn?.(payload, readHeader(envelope)) ?? null) : null,
      receiptNumber: formReceiptNumber(device, sequence),
    };
  }
}

type Entry = Omit<PendingItem, "receiptNumber" | "about" | "dueOn"> & {
  sequence: number;
};

const untouched = {
  part: "capture",
  urgency: "ordinary",
  issues: [],
  holdReasons: [],
  note: null,
} satisfies Partial<PendingItem>;

const notTried = { tries: 0, lastTriedAt: null, nextTryAt: null, reason: null };

function readHold({ reasons, isReleased, ...hold }: Hold): Entry {
  const state = isReleased ? "released" : hold.note === null ? "held" : "given-back";
  return { ...untouched, ...notTried, ...hold, holdReasons: reasons, state };
}
