import type { Submitted } from "../../../captures/capture-form.ts";
import { makeNoThankYou } from "../../../captures/marketing-consent/no-thank-you.ts";
import type { Result } from "../../../contract/failure.ts";
import type { PersonRecord } from "../../../contract/ipc.ts";
import { call } from "../../bridge/call.ts";

/** Stores "no, thank you" of a person, or of a passer-by of whom nothing else is kept. */
export function storeNoThanks(person: PersonRecord | null): Promise<Result<Submitted>> {
  const submission = makeNoThankYou(person, new Date());
  return call("capture.submit", { request: crypto.randomUUID(), ...submission });
}
