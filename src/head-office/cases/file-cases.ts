import type { Transaction } from "kysely";
import { correctTime, isClockDoubtful } from "../../captures/captured-at.ts";
import { foldCase, groupCases } from "../../captures/rights-request/case-fold.ts";
import { takeStep } from "../../captures/rights-request/case-step.ts";
import { readReceivedOn } from "../../captures/rights-request/due-date.ts";
import type { Payload } from "../../captures/rights-request/payload.ts";
import type { CaseStep, PublishedCase } from "../../contract/case.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { OfficeCapture } from "../../contract/inbox-case-procedures.ts";
import { publishWithin } from "../change-log.ts";
import type { Db } from "../db/database.ts";
import type { Tables } from "../db/tables.ts";
import { readOfficeCaptures } from "./case-captures.ts";
import { foldPublished, readKeptCase, writeKeptCase } from "./kept-cases.ts";

type Work = Transaction<Tables>;

/**
 * Makes cases of the requests among what was just accepted, and adds what shops answered and handed over to
 * their logs. In the transaction that accepts them. The same captures again change nothing.
 */
export async function fileCases(
  work: Work,
  accepted: readonly Pick<Envelope, "id" | "kind">[],
  now: Date,
): Promise<void> {
  const ids = accepted.filter(({ kind }) => kind === "rights-request").map(({ id }) => id);
  if (ids.length === 0) return;
  // A newer device's request is kept unread until this head office can read it: see catch-up.
  const read = (await readOfficeCaptures(work, ids)).filter(({ payload }) => payload !== null);
  for (const [id, captures] of groupCases(read)) {
    const rows = captures.map(({ header }) => ({ capture: header.id, case_id: id }));
    await work
      .insertInto("case_capture")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await refold(work, id, now);
  }
}

/** Brings one case up to all that is here of it, and tells its branch. */
async function refold(work: Work, id: string, now: Date): Promise<void> {
  const kept = await readKeptCase(work, id);
  const captures = await readCaseCaptures(work, id);
  const first = captures.find(({ header }) => header.id === id);
  // Another PC of the branch may answer before the one that took the request was online.
  const before = kept?.published ?? (first ? begin(first) : null);
  if (!before) return;
  const record = foldCase(id, captures, before);
  if (!record) return;
  const request = record.asked?.act === "request" ? record.asked : null;
  const published: PublishedCase = {
    ...before,
    person: request?.subject.name ?? before.person,
    log: [...before.log, ...listNewSteps(before, captures, now)],
  };
  const found = [published.number, published.person, request?.subject.phone];
  const more = [request?.subject.email, request?.subject.memberNumber];
  const foundBy = [...found, ...more].filter(Boolean).join(" ").toLowerCase();
  const voided = record.isVoided || (kept?.voided ?? false);
  await writeKeptCase(work, {
    published,
    clockDoubtful: first ? isClockDoubtful(first.header) : (kept?.clockDoubtful ?? false),
    voided,
    foundBy: request ? foundBy : (kept?.foundBy ?? foundBy),
  });
  await publishCase(work, published, voided, now);
}

/** Sends a case to the branch that took it; a voided one is taken away there. */
export async function publishCase(
  work: Work,
  published: PublishedCase,
  voided: boolean,
  now: Date,
): Promise<void> {
  const value = voided ? null : published;
  const { id: key, branch: audience } = published;
  await publishWithin(work, [{ topic: "case", key, value, audience }], now);
}

/** All captures of a case that are here, oldest first; the content of erased ones is gone. */
export async function readCaseCaptures(work: Db, id: string): Promise<OfficeCapture[]> {
  const rows = await work
    .selectFrom("case_capture")
    .select("capture")
    .where("case_id", "=", id)
    .execute();
  return readOfficeCaptures(
    work,
    rows.map(({ capture }) => capture),
  );
}

function begin(first: OfficeCapture): PublishedCase | null {
  const record = foldCase(first.header.id, [first], null);
  if (!record?.asked) return null;
  return {
    id: first.header.id,
    number: first.receiptNumber,
    branch: first.header.branch,
    right: record.right,
    person: record.person,
    receivedOn: readReceivedOn(first.header),
    identitySeen: record.progress.identityChecked,
    holdsFootage: record.holdsFootage,
    log: [],
  };
}

/** What the shop did that the log does not tell yet, as far as it fits. Dated no later than now. */
function listNewSteps(
  published: PublishedCase,
  captures: readonly OfficeCapture[],
  now: Date,
): CaseStep[] {
  const told = new Set(published.log.flatMap((step) => ("capture" in step ? [step.capture] : [])));
  let { progress } = foldPublished(published);
  return captures.flatMap((capture): CaseStep[] => {
    if (told.has(capture.header.id)) return [];
    const step = readStep(capture, progress.lastStepAt, now);
    const taken = step && takeStep(progress, step);
    if (!step || !taken?.ok) return [];
    progress = taken.value;
    return [step];
  });
}

function readStep(
  { header, payload }: OfficeCapture,
  lastStepAt: string | null,
  now: Date,
): CaseStep | null {
  const read = payload as Payload | null;
  const told = new Date(Math.min(correctTime(header), now.getTime())).toISOString();
  const at = lastStepAt !== null && told < lastStepAt ? lastStepAt : told;
  const step = { at, by: header.staff, capture: header.id };
  if (read?.act === "answer-question") {
    return { step: "shop-answered", ...step, question: read.question, words: read.words };
  }
  if (read?.act === "hand-over") return { step: "hand-over", ...step, receiver: read.receiver };
  return null;
}
