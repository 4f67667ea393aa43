import {
  type InboxInput,
  type InboxName,
  type InboxOutput,
  inboxHeader,
  inboxPaths,
} from "../../../contract/inbox-api.ts";
import { type InboxRefusal, inboxRefusal } from "../../../contract/inbox-refusal.ts";

/** Why there is no answer: head office's own refusal, or no line to it. */
export type NotAnswered = InboxRefusal | { error: "no-line" };

export type Asked<Value> = { ok: true; value: Value } | { ok: false; refusal: NotAnswered };

/** Asks head office by a procedure. */
export async function ask<Name extends InboxName>(
  name: Name,
  input: InboxInput<Name>,
): Promise<Asked<InboxOutput<Name>>> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${inboxPaths.api}${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", [inboxHeader]: "1" },
      body: JSON.stringify(input),
      redirect: "error",
    });
    body = await response.json();
  } catch {
    return { ok: false, refusal: { error: "no-line" } };
  }
  // Head office checked its answer against the same schema.
  if (response.ok) return { ok: true, value: body as InboxOutput<Name> };
  const refusal = inboxRefusal.safeParse(body);
  return { ok: false, refusal: refusal.success ? refusal.data : { error: "server-error" } };
}
