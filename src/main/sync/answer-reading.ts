import type { z } from "zod";
import type { WaitReason } from "../../contract/ipc.ts";
import { protocolHeader, refusal } from "../../contract/sync.ts";
import { readRetryAfter } from "./backoff.ts";

export type Refusal = z.infer<typeof refusal>;

/** Something between the desk and head office, or head office itself, did not do what was asked. */
export type Trouble = { outcome: "trouble"; reason: WaitReason; retryAfterMs: number | null };

/** What came of one request. Only `answered` says that head office did the work. */
export type Outcome<Answer> =
  | { outcome: "answered"; answer: Answer }
  /** Head office's own no, in the form of the contract. */
  | { outcome: "refused"; refusal: Refusal }
  /** Head office's mark, but not a form that this version understands. */
  | { outcome: "unreadable" }
  | Trouble;

export function meetTrouble(reason: WaitReason, retryAfterMs: number | null = null): Trouble {
  return { outcome: "trouble", reason, retryAfterMs };
}

/** What an answer's status alone says, whoever gave it: a reverse proxy answers these in head office's place. */
function readStatus(response: Response, now: number): Trouble | null {
  const wait = readRetryAfter(response.headers.get("retry-after"), now);
  if (response.status === 413) return meetTrouble("too-large");
  if (response.status === 429) return meetTrouble("too-many-requests", wait);
  // RFC 6585 section 6: sent by the network itself, which wants a login first.
  if (response.status === 511) return meetTrouble("captive-portal");
  if (response.status >= 500) return meetTrouble("server-error", wait);
  return null;
}

/** What head office meant by a status of 400 to 499 whose body could not be read. */
function nameBareRefusal(status: number): WaitReason {
  if (status === 401) return "not-trusted";
  if (status === 426) return "update-needed";
  return "server-error";
}

/**
 * Sorts one HTTP answer. An answer without the protocol header came from something else on the way, whatever
 * its status: nothing in it is believed. `now`: the device's clock in ms, for a `Retry-After` that is a date.
 * Throws what `fetch` throws when the line is cut before the body ended.
 */
export async function readAnswer<Answer>(
  response: Response,
  form: z.ZodType<Answer>,
  now: number,
): Promise<Outcome<Answer>> {
  const known = readStatus(response, now);
  const foreign =
    response.headers.get(protocolHeader) === null ? meetTrouble("captive-portal") : null;
  if (known || foreign) {
    // An unread body would hold its connection open. That it cannot be dropped changes nothing.
    await response.body?.cancel().catch(() => undefined);
    return known ?? foreign ?? meetTrouble("captive-portal");
  }
  const text = await response.text();
  const body = parseJson(text);
  if (response.status === 200) {
    if (body === undefined) return meetTrouble("server-error");
    const parsed = form.safeParse(body);
    return parsed.success
      ? { outcome: "answered", answer: parsed.data }
      : { outcome: "unreadable" };
  }
  const refused = refusal.safeParse(body);
  if (response.status >= 400 && refused.success)
    return { outcome: "refused", refusal: refused.data };
  return meetTrouble(nameBareRefusal(response.status));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The line trouble that head office's own refusal comes to, for requests that should have been accepted. */
export function nameRefusal(refused: Refusal): Trouble {
  switch (refused.error) {
    case "unsigned":
    case "forged":
    case "replayed":
    case "unknown-device":
    case "code-refused":
      return meetTrouble("not-trusted");
    case "revoked":
      return meetTrouble("revoked");
    case "clock-too-far":
      return meetTrouble("clock");
    case "too-many-items":
      return meetTrouble("too-large");
    case "too-many-requests":
      return meetTrouble("too-many-requests");
    case "too-new":
    // What a desk asks is of its protocol's form: who does not know it is of another version.
    case "malformed":
    case "not-found":
      return meetTrouble("update-needed");
  }
}

const neverConnected =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENET(UNREACH|DOWN)|EHOST(UNREACH|DOWN)|ETIMEDOUT|CONNECT_TIMEOUT|ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|CONNECTION_REFUSED|CONNECTION_FAILED|CONNECTION_TIMED_OUT|ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|TIMED_OUT)/;
const wrongDate = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/;
const somebodyElse = /redirect|CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|EPROTO|ERR_SSL/i;

/**
 * Names what `fetch` threw: Node tells it by `cause.code`, Chromium by a message such as
 * `net::ERR_NAME_NOT_RESOLVED`. A redirect or a foreign certificate is somebody else answering; a
 * certificate out of its dates is, in a shop, nearly always the PC's clock.
 */
export function nameLineError(error: unknown): WaitReason {
  const told = describeCauses(error);
  if (neverConnected.test(told)) return "no-line";
  if (wrongDate.test(told)) return "clock";
  if (somebodyElse.test(told)) return "captive-portal";
  return "cut-off";
}

/** Codes and messages of an error and its causes, outermost first. */
function describeCauses(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return "";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return `${code} ${error.message} ${describeCauses(error.cause, depth + 1)}`;
}
