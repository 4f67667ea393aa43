import type { CaseStep, PublishedCase } from "../../contract/case.ts";
import type { EnvelopeHeader } from "../../contract/envelope.ts";
import type { CaptureId } from "../../contract/ids.ts";
import type { Right } from "../../contract/rights.ts";
import { correctTime, isClockDoubtful } from "../captured-at.ts";
import { type CaseProgress, startCase } from "./case-state.ts";
import { takeStep } from "./case-step.ts";
import { readReceivedOn } from "./due-date.ts";
import type { AuthorityLetter, Payload, RightsRequest } from "./payload.ts";

/** A capture as the fold takes it. `payload` is parsed and of the newest version; null once purged. */
export type CaseCapture = { header: EnvelopeHeader; payload: unknown; receiptNumber: string };

/** One line of the story: a step of head office's, or what the counter did by itself. Times are ISO, UTC. */
export type CaseEntry =
  | CaseStep
  | { step: "received"; at: string; by: string }
  | { step: "corrected" | "voided"; at: string; by: string; words: string };

/** All that is known of one case, here or at head office. */
export type CaseRecord = {
  /** The capture that began it. */
  id: CaptureId;
  number: string;
  /** Null: a letter of an authority. */
  right: Right | null;
  person: string | null;
  branch: string;
  clockDoubtful: boolean;
  holdsFootage: boolean;
  /** What was asked, as corrected; null where another PC took it or its content is purged. */
  asked: RightsRequest | AuthorityLetter | null;
  progress: CaseProgress;
  isVoided: boolean;
  /** Oldest first. */
  log: CaseEntry[];
};

type Dated = CaseCapture & { payload: Payload };

/**
 * One case out of the captures that belong to it, in whatever order they came, and what head office
 * published of it. Head office's log leads; what the counter did since then is added to its end. Null where
 * neither tells of this case.
 */
export function foldCase(
  id: CaptureId,
  captures: readonly CaseCapture[],
  published: PublishedCase | null,
): CaseRecord | null {
  const own = orderCaptures(captures.filter(({ header }) => header.kind === "rights-request"));
  const first = own.find(({ header }) => header.id === id) ?? null;
  if (first === null && published === null) return null;
  const known = own.filter((item): item is Dated => item.payload !== null);
  const corrections = known.filter(({ header, payload }) => {
    return payload.act === "correct" && header.amends === id;
  });
  const voiding = known.find(({ header, payload }) => {
    return payload.act === "void" && header.amends === id;
  });
  const asked = correct(readAsked(first), corrections);
  const request = asked?.act === "request" ? asked : null;
  const receivedOn = published?.receivedOn ?? (first ? readReceivedOn(first.header) : "");
  const isSeen = request === null ? asked !== null : request.identity.how === "document";
  const start = startCase(receivedOn, published?.identitySeen ?? isSeen);
  const steps = [...(published?.log ?? []), ...listOwnSteps(id, known, published)];
  return {
    id,
    number: first?.receiptNumber ?? published?.number ?? "",
    right: request?.right ?? published?.right ?? null,
    person: request?.subject.name ?? published?.person ?? null,
    branch: first?.header.branch ?? published?.branch ?? "",
    clockDoubtful: first !== null && isClockDoubtful(first.header),
    holdsFootage: request?.footage?.hold ?? published?.holdsFootage ?? false,
    asked,
    progress: steps.reduce(takeLeniently, start),
    isVoided: voiding !== undefined,
    log: listLog(first, corrections, voiding, steps),
  };
}

/** The captures that began a case, and those that were taken in one, by the case's id. */
export function groupCases<Capture extends CaseCapture>(
  captures: readonly Capture[],
): Map<CaptureId, Capture[]> {
  const groups = new Map<CaptureId, Capture[]>();
  for (const item of captures) {
    const id = findCaseId(item);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** Which case a capture belongs to; null for a purged one, which cannot say. */
function findCaseId({ header, payload }: CaseCapture): CaptureId | null {
  if (header.kind !== "rights-request") return null;
  // Whoever hands captures over has parsed them: see `CaseCapture`.
  const read = payload as Payload | null;
  if (read === null) return header.amends;
  // One that says again what head office refused begins a case of its own, though it amends.
  if (read.act === "request" || read.act === "authority-letter") return header.id;
  if (header.amends !== null) return header.amends;
  return read.act === "answer-question" || read.act === "hand-over" ? read.case : header.id;
}

function readAsked(first: CaseCapture | null): RightsRequest | AuthorityLetter | null {
  const read = (first?.payload ?? null) as Payload | null;
  return read?.act === "request" || read?.act === "authority-letter" ? read : null;
}

function correct(
  asked: RightsRequest | AuthorityLetter | null,
  corrections: readonly Dated[],
): RightsRequest | AuthorityLetter | null {
  const last = corrections.at(-1)?.payload;
  if (asked?.act !== "request" || last?.act !== "correct") return asked;
  return { ...asked, subject: last.subject, answer: last.answer };
}

/** What the counter did that head office's log does not tell yet. */
function listOwnSteps(
  id: CaptureId,
  known: readonly Dated[],
  published: PublishedCase | null,
): CaseStep[] {
  const told = new Set(
    (published?.log ?? []).flatMap((step) => ("capture" in step ? [step.capture] : [])),
  );
  return known.flatMap(({ header, payload }): CaseStep[] => {
    if (told.has(header.id)) return [];
    const done = { at: writeTime(header), by: header.staff, capture: header.id };
    if (payload.act === "answer-question" && payload.case === id) {
      const { question, words } = payload;
      return [{ step: "shop-answered", ...done, question, words }];
    }
    if (payload.act === "hand-over" && payload.case === id) {
      return [{ step: "hand-over", ...done, receiver: payload.receiver }];
    }
    return [];
  });
}

/**
 * A step that does not fit, such as one of a head office whose rules are newer, changes nothing. A counter's
 * clock that is behind head office's must not make its step impossible.
 */
function takeLeniently(progress: CaseProgress, step: CaseStep): CaseProgress {
  const { lastStepAt } = progress;
  const at = lastStepAt !== null && step.at < lastStepAt ? lastStepAt : step.at;
  const taken = takeStep(progress, { ...step, at });
  return taken.ok ? taken.value : progress;
}

function listLog(
  first: CaseCapture | null,
  corrections: readonly Dated[],
  voiding: Dated | undefined,
  steps: readonly CaseStep[],
): CaseEntry[] {
  const own: CaseEntry[] = [];
  if (first) own.push({ step: "received", at: writeTime(first.header), by: first.header.staff });
  for (const { header, payload } of corrections) {
    const words = payload.act === "correct" ? payload.reason : "";
    own.push({ step: "corrected", at: writeTime(header), by: header.staff, words });
  }
  if (voiding?.payload.act === "void") {
    const { header, payload } = voiding;
    own.push({ step: "voided", at: writeTime(header), by: header.staff, words: payload.reason });
  }
  return [...own, ...steps].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function orderCaptures(captures: readonly CaseCapture[]): CaseCapture[] {
  return captures.toSorted(
    (a, b) => correctTime(a.header) - correctTime(b.header) || (a.header.id < b.header.id ? -1 : 1),
  );
}

function writeTime(header: EnvelopeHeader): string {
  return new Date(correctTime(header)).toISOString();
}
