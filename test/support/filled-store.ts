import { type CaptureInput, submitCapture } from "../../src/main/capture/submit-capture.ts";
import type { Store } from "../../src/main/store/open-store.ts";
import { makeCaptureDeps, showNotice } from "./desk-store.ts";
import { inventDecision, scramble } from "./invented-people.ts";

/** Who takes the captures of tests. */
export const counterStaff = { staff: "malee", roles: ["counter"] as const };

/** A request id (UUID) of its own for each number. */
export function inventRequest(number: number): string {
  const [a, b] = [scramble(number), scramble(number + 1_000_000)];
  const digits = `${a?.toString(16).padStart(8, "0")}${b?.toString(16).padStart(8, "0")}`;
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13)}-8000-${number.toString(16).padStart(12, "0")}`;
}

/** What the form hands over when invented person `number` says yes to text messages. */
export function inventInput(number: number): CaptureInput {
  return {
    request: inventRequest(number),
    kind: "marketing-consent",
    payload: inventDecision(number),
    amends: null,
    notice: showNotice("th"),
  };
}

/** Takes the decisions of invented people `from` to `upto`, that one not included. */
export function takeDecisions(store: Store, from: number, upto: number): void {
  const deps = makeCaptureDeps(store);
  for (let number = from; number < upto; number += 1) {
    const result = submitCapture(deps, counterStaff, inventInput(number));
    if (!result.ok) throw new Error(`not taken: ${JSON.stringify(result.failure)}`);
  }
}
