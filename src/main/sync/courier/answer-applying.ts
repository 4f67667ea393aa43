import { z } from "zod";
import { pieceAnswer } from "../../../contract/attachment.ts";
import { auditAnswer } from "../../../contract/audit.ts";
import { answerClaims, type CourierAnswer } from "../../../contract/courier.ts";
import type { OfficeKey } from "../../../contract/office-key.ts";
import { syncPaths, type Verdict } from "../../../contract/sync.ts";
import type { Store } from "../../store/open-store.ts";
import type { SentContent } from "../../store/own-bundles.ts";
import { settlePiece } from "../piece-settling.ts";
import { matchVerdicts, pushAnswerOuter } from "../verdict-matching.ts";
import { readOfficeWord } from "./office-word.ts";

type AnsweredStore = Pick<Store, "outbox" | "captures" | "attachments" | "audit" | "ownBundles">;

/** Captures and pictures that an answer completed, and that it set aside. */
export type Applied = { completed: number; setAside: number };

/** `others`: it is another device's. `not-head-office`: nobody signed it that this desk knows. */
export type AnswerOutcome =
  | { outcome: "applied"; applied: Applied }
  | { outcome: "known" | "others" | "unknown" | "not-head-office" };

/** One answer of a courier file, for bundles that this desk has made and remembers. */
export async function takeAnswer(
  store: AnsweredStore,
  { device, key }: { device: string; key: OfficeKey },
  answer: CourierAnswer,
): Promise<AnswerOutcome> {
  if (answer.device !== device) return { outcome: "others" };
  const answers = await readAnswers(key, answer, { device, bundle: answer.bundle });
  if (answers === null) return { outcome: "not-head-office" };
  const contents = store.ownBundles.read(answer.bundle);
  if (contents === null) return { outcome: "unknown" };
  if (contents === "answered") return { outcome: "known" };
  const applied = applyAnswers(store, contents, answers);
  // Last: whoever is cut off in between applies it again, which changes nothing.
  store.ownBundles.noteAnswered(answer.bundle);
  return { outcome: "applied", applied };
}

/** Head office's words on the requests of one bundle; null: it is not its word on this bundle of this device. */
export async function readAnswers(
  key: OfficeKey,
  { word }: CourierAnswer,
  meant: { device: string; bundle: string },
): Promise<unknown[] | null> {
  const claims = await readOfficeWord(key, word, answerClaims);
  const isMeant = claims?.device === meant.device && claims.bundle === meant.bundle;
  return isMeant ? claims.answers : null;
}

const carriedWord = z.object({ path: z.string(), answer: z.unknown() });

/**
 * Does what the same answers would do if they had come by line, in whatever order they come and however often:
 * each completes only what it names, by id and content, and only what still waits here.
 */
export function applyAnswers(
  store: AnsweredStore,
  contents: readonly SentContent[],
  answers: readonly unknown[],
): Applied {
  const applied: Applied = { completed: 0, setAside: 0 };
  // With one too few or too many, a place says nothing about which request is meant.
  if (answers.length !== contents.length) return applied;
  contents.forEach((content, place) => {
    const word = carriedWord.safeParse(answers[place]).data;
    if (word) applyOne(store, content, word, applied);
  });
  return applied;
}

function applyOne(
  store: AnsweredStore,
  content: SentContent,
  { path, answer }: z.infer<typeof carriedWord>,
  applied: Applied,
): void {
  switch (content.part) {
    case "captures": {
      const read = pushAnswerOuter.safeParse(answer).data;
      if (path === syncPaths.push && read) {
        settleCaptures(store, content.sequences, read.verdicts, applied);
      }
      return;
    }
    case "picture": {
      const read = pieceAnswer.safeParse(answer).data;
      if (path === syncPaths.piece && read) settlePicture(store, content, read, applied);
      return;
    }
    case "log": {
      const read = auditAnswer.safeParse(answer).data;
      if (path !== syncPaths.audit || !read) return;
      // Never more than was sent, and never back: by line it may have gone on since.
      const upTo = Math.min(read.have, content.upTo);
      if (upTo > store.audit.sent()) store.audit.noteSent(upTo);
    }
  }
}

function settleCaptures(
  { captures, outbox }: AnsweredStore,
  sequences: readonly number[],
  verdicts: readonly unknown[],
  applied: Applied,
): void {
  const sent = sequences.map((sequence) => {
    const { id = "", contentHash = "" } = captures.readBySequence(sequence)?.envelope ?? {};
    return { sequence, id, contentHash };
  });
  const heard = matchVerdicts(sent, verdicts).settled.filter(({ sequence, verdict }) => {
    const state = outbox.stateOf(sequence);
    // What is set aside already is not set aside again, but may turn out to be there.
    return state === "waiting" || (state === "parked" && completes(verdict));
  });
  outbox.settle(heard);
  for (const { sequence } of heard) {
    if (outbox.stateOf(sequence) === null) applied.completed += 1;
    else applied.setAside += 1;
  }
}

const completes = ({ verdict }: Verdict) => verdict === "accepted" || verdict === "duplicate";

function settlePicture(
  { captures, attachments }: AnsweredStore,
  { sequence, digest, size }: Extract<SentContent, { part: "picture" }>,
  answer: z.infer<typeof pieceAnswer>,
  applied: Applied,
): void {
  if (attachments.locate(sequence) !== "waiting") return;
  const kept = captures.readBySequence(sequence);
  if (kept === null) return;
  // Its capture was not there either: it goes once that is.
  const isEarly = answer.state === "refused" && answer.reason === "no-capture";
  if (isEarly && kept.acknowledgedAt === null) return;
  const picture = { sequence, capture: kept.envelope.id, digest, size };
  const heard = settlePiece(attachments, picture, answer);
  if (heard === "over") applied.completed += 1;
  else if (heard === "set-aside") applied.setAside += 1;
  else if (heard !== null) attachments.noteMore(sequence, heard.have);
}
