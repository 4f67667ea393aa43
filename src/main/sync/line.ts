import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { z } from "zod";
import { protocolHeader, signatureHeader } from "../../contract/sync.ts";
import { protocolVersion } from "../../contract/versions.ts";
import {
  meetTrouble,
  nameLineError,
  nameRefusal,
  type Outcome,
  readAnswer,
  type Trouble,
} from "./answer-reading.ts";
import { type Clock, measureOffset } from "./clock.ts";
import { type Signer, signRequest } from "./request-signing.ts";

const compress = promisify(gzip);

/** A request that has no whole answer after this long is given up; what it carried is sent again later. */
export const patienceMs = 40_000;

export type LineDeps = {
  fetch(address: string, init: RequestInit): Promise<Response>;
  clock: Clock;
  /** Random bytes for nonces. */
  random(size: number): Uint8Array;
  /** Runs `task` after `ms`; the answer cancels it. */
  schedule(ms: number, task: () => void): () => void;
  /** Aborted when the desk closes. */
  closing: AbortSignal;
};

/** Every answer of head office's that the desk believes says head office's time. */
type Timed = { serverTime: string };
/** An outcome with the clock difference measured on it, where there was something to measure. */
export type Measured<Answer> = { outcome: Outcome<Answer>; offsetMs: number | null };

/** One POST of JSON to head office and its sorted answer. Never throws for what a line can do. */
export async function exchange<Answer extends Timed>(
  deps: LineDeps,
  request: { address: string; path: string; body: Uint8Array; headers: Record<string, string> },
  form: z.ZodType<Answer>,
): Promise<Measured<Answer>> {
  const giveUp = new AbortController();
  let headersSeen = false;
  let outOfPatience = false;
  const cancelTimer = deps.schedule(patienceMs, () => {
    outOfPatience = true;
    giveUp.abort();
  });
  const close = () => giveUp.abort();
  deps.closing.addEventListener("abort", close);
  if (deps.closing.aborted) giveUp.abort();
  const sentAt = deps.clock.now();
  try {
    const response = await deps.fetch(`${request.address}${request.path}`, {
      method: "POST",
      body: request.body as Uint8Array<ArrayBuffer>,
      headers: {
        "content-type": "application/json",
        [protocolHeader]: String(protocolVersion),
        ...request.headers,
      },
      // A portal's favourite answer is a redirect; head office never sends one.
      redirect: "error",
      cache: "no-store",
      credentials: "omit",
      signal: giveUp.signal,
    });
    headersSeen = true;
    const outcome = await readAnswer(response, form, deps.clock.now());
    const serverTime =
      outcome.outcome === "answered"
        ? outcome.answer.serverTime
        : outcome.outcome === "refused"
          ? outcome.refusal.serverTime
          : null;
    const offsetMs =
      serverTime === null ? null : measureOffset(serverTime, sentAt, deps.clock.now());
    return { outcome, offsetMs };
  } catch (error) {
    const silent = outOfPatience && !headersSeen;
    const reason = silent ? "no-line" : outOfPatience ? "cut-off" : nameLineError(error);
    return { outcome: { outcome: "trouble", reason, retryAfterMs: null }, offsetMs: null };
  } finally {
    cancelTimer();
    deps.closing.removeEventListener("abort", close);
  }
}

/** A signed way to head office for one enrolled device. */
export type Line = {
  /** Sends `value` as gzipped JSON; the answer has passed `form`. */
  ask<Answer extends Timed>(
    path: string,
    value: object,
    form: z.ZodType<Answer>,
  ): Promise<{ outcome: "answered"; answer: Answer } | Trouble>;
};

/**
 * Two refusals are put right at once, one time each request: a clock that is too far off, by the time that
 * head office says, and a nonce that something on the way had already delivered, by another nonce. Asking
 * again is safe because head office takes each capture once.
 */
export function openLine(deps: LineDeps, address: string, signer: Signer): Line {
  return {
    async ask(path, value, form) {
      const body = await compress(JSON.stringify(value), { level: 3 });
      const once = async () => {
        const sentAt = deps.clock.now() + (deps.clock.offsetMs() ?? 0);
        const signature = await signRequest(signer, { path, body, nonce: deps.random(16), sentAt });
        const headers = { "content-encoding": "gzip", [signatureHeader]: signature };
        return exchange(deps, { address, path, body, headers }, form);
      };
      let { outcome, offsetMs } = await once();
      if (outcome.outcome === "refused" && mayAskAgain(outcome.refusal.error)) {
        if (offsetMs !== null) deps.clock.setOffset(offsetMs);
        ({ outcome, offsetMs } = await once());
      }
      if (outcome.outcome === "answered" && offsetMs !== null) deps.clock.setOffset(offsetMs);
      if (outcome.outcome === "refused") return nameRefusal(outcome.refusal);
      return outcome.outcome === "unreadable" ? meetTrouble("update-needed") : outcome;
    },
  };
}

function mayAskAgain(error: string): boolean {
  return error === "clock-too-far" || error === "replayed";
}
