import type { Envelope } from "../../contract/envelope.ts";
import type { WaitReason } from "../../contract/ipc.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { Outbox } from "../store/outbox.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { drawBackoff } from "./backoff.ts";
import {
  type BatchSize,
  fullBatch,
  fullBatchBytes,
  growAnswered,
  shrinkLost,
  shrinkTooLarge,
  startingSize,
} from "./batch-size.ts";
import type { Line } from "./line.ts";
import { matchVerdicts, pushAnswerOuter } from "./verdict-matching.ts";

export type PushDeps = {
  outbox: Pick<Outbox, "nextBatch" | "settle" | "markTried">;
  line: Line;
  now(): number;
  /** Uniform in [0, 1). */
  chance(): number;
  /** Failures in a row before this push, for the backoff of the items it carries. */
  tries(): number;
  /** True once the desk closes: a request that was given up for it counts as no try. */
  isClosing(): boolean;
  /** Called when an answer settled something or items changed their state. */
  onProgress(serverTime: string | null): void;
  /** Items for which head office gave no verdict that can be believed. */
  reportUnsettled(count: number): void;
};

/**
 * What a slow line or a gateway in a hurry makes of a long request, and a head office of another version of one item
 * in it. More and shorter ones would not mend the rest.
 */
const mayBeTooLong: ReadonlySet<WaitReason> = new Set<WaitReason>([
  "no-line",
  "cut-off",
  "server-error",
  "update-needed",
]);

/** What stays from one run to the next. */
export type PushMemory = {
  /** Items that were too large even alone, by sequence, and how often. */
  tooLarge: Map<number, number>;
  size: BatchSize;
  /** Items that are in a request just now, by sequence. */
  claimed: Set<number>;
};

export function startPushMemory(): PushMemory {
  return { tooLarge: new Map(), size: startingSize, claimed: new Set() };
}

/**
 * Sends all that is due, `lanes` requests at a time, and returns the trouble that stopped it, if any. An item
 * is in one request at most: the claims are in memory, so that a crash frees them, and sending an item again
 * is harmless.
 */
export async function pushWaiting(
  deps: PushDeps,
  memory: PushMemory,
  lanes: number,
): Promise<Trouble | null> {
  // A ceiling is forgotten, in case it was lifted; a limit that a bad line forced is kept until one is answered.
  memory.size = { ...memory.size, ceiling: fullBatch };
  const run: Run = { deps, memory, trouble: null };
  await Promise.all(Array.from({ length: lanes }, () => drain(run)));
  return run.trouble;
}

type Run = {
  deps: PushDeps;
  memory: PushMemory;
  trouble: Trouble | null;
};

async function drain(run: Run): Promise<void> {
  while (run.trouble === null) {
    const batch = claim(run);
    if (batch.length === 0) return;
    try {
      await send(run, batch);
    } finally {
      for (const item of batch) run.memory.claimed.delete(item.sequence);
    }
  }
}

function claim(run: Run): Envelope[] {
  const { deps, memory } = run;
  const { claimed } = memory;
  const due = deps.outbox.nextBatch(deps.now(), memory.size.limit, fullBatchBytes, claimed);
  // An item that was too large alone would make any batch too large: it goes alone, after the others.
  const fitting = due.filter((item) => !memory.tooLarge.has(item.sequence));
  const batch = fitting.length > 0 ? fitting : due.slice(0, 1);
  for (const item of batch) claimed.add(item.sequence);
  return batch;
}

async function send(run: Run, batch: readonly Envelope[]): Promise<void> {
  const { deps, memory } = run;
  const sequences = batch.map((item) => item.sequence);
  const result = await deps.line.ask(syncPaths.push, { items: batch }, pushAnswerOuter);
  if (result.outcome === "answered") {
    const { settled, unsettled } = matchVerdicts(batch, result.answer.verdicts);
    deps.outbox.settle(settled);
    for (const { sequence } of settled) memory.tooLarge.delete(sequence);
    if (unsettled.length > 0) {
      deps.reportUnsettled(unsettled.length);
      keepWaiting(run, unsettled, "server-error", deps.tries() + 1);
    }
    // An answer that settles nothing is no reason to ask the same again without a pause.
    if (settled.length === 0) run.trouble = meetTrouble("server-error");
    run.memory.size = growAnswered(run.memory.size);
    deps.onProgress(result.answer.serverTime);
    return;
  }
  if (result.reason === "too-large") {
    refuseSize(run, batch);
    return;
  }
  // The first trouble stands: what a second request in the air meets is the same line.
  run.trouble ??= result;
  if (deps.isClosing()) return;
  if (mayBeTooLong.has(result.reason)) {
    run.memory.size = shrinkLost(run.memory.size, batch.length);
  }
  keepWaiting(run, sequences, result.reason, deps.tries() + 1, result.retryAfterMs);
  deps.onProgress(null);
}

function refuseSize(run: Run, batch: readonly Envelope[]): void {
  const [first] = batch;
  if (batch.length > 1 || first === undefined) {
    run.memory.size = shrinkTooLarge(run.memory.size, batch.length);
    return;
  }
  const tries = (run.memory.tooLarge.get(first.sequence) ?? 0) + 1;
  run.memory.tooLarge.set(first.sequence, tries);
  keepWaiting(run, [first.sequence], "too-large", tries);
  // The one that did not fit is found: the others may go in full batches again.
  run.memory.size = startingSize;
  run.deps.onProgress(null);
}

function keepWaiting(
  run: Run,
  sequences: readonly number[],
  reason: WaitReason,
  tries: number,
  atLeastMs: number | null = null,
): void {
  const wait = Math.max(atLeastMs ?? 0, drawBackoff(tries, run.deps.chance()));
  run.deps.outbox.markTried(sequences, reason, run.deps.now() + wait);
}
