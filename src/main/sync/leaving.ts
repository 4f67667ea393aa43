import {
  courierRouteAnswer,
  type LeaveRequest,
  leaveAnswer,
  leaveClaims,
} from "../../contract/courier.ts";
import type { OfficeKey } from "../../contract/office-key.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { Store } from "../store/open-store.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { applyAnswers, readAnswers } from "./courier/answer-applying.ts";
import { type MadeBundle, makeBundles } from "./courier/bundle-making.ts";
import { readOfficeWord } from "./courier/office-word.ts";
import { listUnsent } from "./courier/unsent-requests.ts";
import type { Line } from "./line.ts";
import type { Signer } from "./request-signing.ts";

/** What a device that has left could not hand over: head office had refused it. */
export type LeftBehind = { captures: number; pictures: number };

export type LeavingDeps = {
  store: Pick<
    Store,
    "captures" | "outbox" | "holds" | "attachments" | "audit" | "received" | "ownBundles" | "write"
  >;
  line: Line;
  signer: Signer;
  now(): number;
  onProgress(serverTime: string): void;
  /** Head office's signed word is here: from now on the keys are to be destroyed. `at`: ISO, by its clock. */
  onLeft(at: string, lost: LeftBehind): void;
};

/** What stays from one go to the next. */
export type LeavingMemory = { hasBegun: boolean };

/**
 * Hands over all that a device holds which head office has taken out of use, sealed, and then takes its leave.
 * Returns the trouble that stopped it, to be tried again; each go begins with what is left. Only head office's
 * signed word for this very device, by the key that the device knows, ends it.
 */
export async function leaveService(
  deps: LeavingDeps,
  memory: LeavingMemory,
): Promise<Trouble | null> {
  const { store } = deps;
  const key = store.received.readOfficeKey();
  if (key === null) return meetTrouble("revoked-unsealed");
  if (!memory.hasBegun) {
    gatherAll(store, deps.now());
    memory.hasBegun = true;
  }
  const trouble = await handOver(deps, key);
  if (trouble !== null) return trouble;
  const lost = countLeft(store);
  const told = { upTo: store.captures.last()?.sequence ?? 0, ...lost };
  const result = await askForWord(deps, told);
  if (result.outcome === "trouble") return result;
  const claims = await readOfficeWord(key, result.word, leaveClaims);
  if (claims?.device !== deps.signer.device) return meetTrouble("server-error");
  // What was saved while it asked waits for the next go: nothing new is taken, but this is the last moment.
  if (!isEmpty(store)) return meetTrouble("server-error");
  deps.onLeft(claims.at, lost);
  return null;
}

/** Trouble also where head office has lost again what it once had: that waits for the next go. */
async function askForWord(
  { store, line }: LeavingDeps,
  told: LeaveRequest,
): Promise<{ outcome: "word"; word: string } | Trouble> {
  const acknowledged = store.outbox.acknowledgedSoFar();
  const first = await line.ask(syncPaths.leave, { ...told, acknowledged }, leaveAnswer);
  if (first.outcome === "trouble") return first;
  if ("word" in first.answer) return { outcome: "word", word: first.answer.word };
  if (store.outbox.requeue(first.answer.missing) > 0) return meetTrouble("server-error");
  // What this desk no longer has either does not keep it here.
  const second = await line.ask(syncPaths.leave, told, leaveAnswer);
  if (second.outcome === "trouble") return second;
  if (!("word" in second.answer)) return meetTrouble("server-error");
  return { outcome: "word", word: second.answer.word };
}

/** Held for a look that nobody will have here any more, and refused once: all of it goes. */
function gatherAll({ outbox, attachments, holds, audit, write }: LeavingDeps["store"], at: number) {
  write(() => {
    holds.letAllGo();
    outbox.retry("all");
    attachments.beginAnew();
    audit.add({ at, staff: null, action: "hand-over", subject: null });
  });
}

async function handOver(deps: LeavingDeps, key: OfficeKey): Promise<Trouble | null> {
  const { store, signer, now } = deps;
  for await (const made of makeBundles({ signer, key, now }, listUnsent(store))) {
    const trouble = await sendBundle(deps, key, made);
    if (trouble !== null) return trouble;
  }
  // A word that settled nothing, or a picture that stands elsewhere at head office: the next go knows better.
  return isEmpty(store) ? null : meetTrouble("server-error");
}

async function sendBundle(
  { store, line, signer, onProgress }: LeavingDeps,
  key: OfficeKey,
  { id, bundle, contents }: MadeBundle,
): Promise<Trouble | null> {
  const result = await line.ask(syncPaths.courier, bundle, courierRouteAnswer);
  if (result.outcome === "trouble") return result;
  if (result.answer.state === "refused") return meetTrouble("server-error");
  const meant = { device: signer.device, bundle: id };
  const answers = await readAnswers(key, result.answer.answer, meant);
  if (answers === null) return meetTrouble("server-error");
  applyAnswers(store, contents, answers);
  onProgress(result.answer.serverTime);
  return null;
}

/** Whether all is at head office but what it refused. */
const isEmpty = ({ outbox, holds, attachments }: LeavingDeps["store"]): boolean =>
  outbox.counts().waiting === 0 &&
  holds.counts().held + holds.counts().released === 0 &&
  attachments.counts().waiting === 0;

const countLeft = ({ outbox, attachments }: LeavingDeps["store"]): LeftBehind => ({
  captures: outbox.counts().parked,
  pictures: attachments.counts().parked,
});
