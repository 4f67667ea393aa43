import { courierAnswer, courierBundle, courierRouteAnswer } from "../../../contract/courier.ts";
import { syncPaths } from "../../../contract/sync.ts";
import type { Carried } from "../../store/carried.ts";
import { meetTrouble, type Trouble } from "../answer-reading.ts";
import { drawBackoff } from "../backoff.ts";
import type { Line } from "../line.ts";

export type CarryingDeps = {
  carried: Pick<Carried, "next" | "noteAnswer" | "refuse" | "markTried">;
  line: Line;
  now(): number;
  /** Uniform in [0, 1). */
  chance(): number;
  /** True once the desk closes: a request that was given up for it counts as no try. */
  isClosing(): boolean;
  /** Sends the captures that are due, if any: this desk's own go before each bundle. */
  pushFirst(): Promise<Trouble | null>;
  /** Called when head office answered, or a try failed. */
  onProgress(serverTime: string | null): void;
};

/**
 * Brings other PCs' bundles to head office, oldest first. What it answers is kept for the way back; what it
 * refuses is set aside. Returns the trouble that stopped it, if any.
 */
export async function carryWaiting(deps: CarryingDeps): Promise<Trouble | null> {
  const { carried, line, now, chance } = deps;
  for (;;) {
    const troubled = await deps.pushFirst();
    if (troubled !== null) return troubled;
    const next = carried.next(now());
    if (next === null) return null;
    const { id, device, tries } = next;
    const bundle = courierBundle.parse(JSON.parse(next.bundle));
    const result = await line.ask(syncPaths.courier, bundle, courierRouteAnswer);
    const isOurs =
      result.outcome === "answered" &&
      (result.answer.state === "refused" ||
        (result.answer.answer.bundle === id && result.answer.answer.device === device));
    if (result.outcome === "answered" && isOurs) {
      const { answer } = result;
      if (answer.state === "refused") carried.refuse(id, answer.reason);
      else carried.noteAnswer(id, JSON.stringify(courierAnswer.parse(answer.answer)));
      deps.onProgress(answer.serverTime);
      continue;
    }
    if (deps.isClosing()) return result.outcome === "trouble" ? result : null;
    const trouble = result.outcome === "trouble" ? result : meetTrouble("server-error");
    const wait = Math.max(trouble.retryAfterMs ?? 0, drawBackoff(tries + 1, chance()));
    carried.markTried(id, trouble.reason, now() + wait);
    deps.onProgress(null);
    // One that is too large alone stands in nobody's way.
    if (trouble.reason !== "too-large") return trouble;
  }
}
