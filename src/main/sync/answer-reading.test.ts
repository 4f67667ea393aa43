import { expect, test } from "vitest";
import { z } from "zod";
import { protocolHeader } from "../../contract/sync.ts";
import { nameLineError, nameRefusal, readAnswer } from "./answer-reading.ts";

const form = z.strictObject({ serverTime: z.string(), word: z.string() });
const serverTime = "2026-03-02T04:00:00.000Z";
const ours = { [protocolHeader]: "1", "content-type": "application/json" };

function read(status: number, body: unknown, headers: Record<string, string> = ours) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return readAnswer(new Response(text, { status, headers }), form, Date.parse(serverTime));
}

const trouble = (reason: string, retryAfterMs: number | null = null) => {
  return { outcome: "trouble", reason, retryAfterMs };
};

test("head office's own answer is read", async () => {
  const answer = { serverTime, word: "yes" };
  expect(await read(200, answer)).toEqual({ outcome: "answered", answer });
});

test("the same answer without head office's mark is somebody else's", async () => {
  const answer = { serverTime, word: "yes" };
  expect(await read(200, answer, {})).toEqual(trouble("captive-portal"));
});

test.each([
  [200, "<html>Sign in to the mall's Wi-Fi</html>", {}, trouble("captive-portal")],
  [401, "Proxy wants a password", {}, trouble("captive-portal")],
  [426, "", {}, trouble("captive-portal")],
  [511, "<html>Sign in</html>", {}, trouble("captive-portal")],
  [413, "<html>nginx</html>", {}, trouble("too-large")],
  [413, { error: "too-many-items", serverTime }, ours, trouble("too-large")],
  [429, "slow down", { "retry-after": "20" }, trouble("too-many-requests", 20_000)],
  [503, "", { "retry-after": "5" }, trouble("server-error", 5_000)],
  [500, "", ours, trouble("server-error")],
  [500, "", {}, trouble("server-error")],
  [502, "<html>Bad gateway</html>", {}, trouble("server-error")],
  [401, "not our form", ours, trouble("not-trusted")],
  [426, "not our form", ours, trouble("update-needed")],
  [400, "not our form", ours, trouble("server-error")],
  [200, "{ cut short", ours, trouble("server-error")],
  [200, { serverTime }, ours, { outcome: "unreadable" }],
])("status %i with %j and %j", async (status, body, headers, outcome) => {
  expect(await read(status, body, headers)).toEqual(outcome);
});

test("a redirect is no refusal, whatever its body says", async () => {
  const body = { error: "clock-too-far", serverTime };
  expect(await read(302, body)).toEqual(trouble("server-error"));
  expect(await read(400, body)).toEqual({ outcome: "refused", refusal: body });
});

test("what is not believed is not read either, so that its connection is free", async () => {
  for (const [status, headers] of [
    [200, {}],
    [413, ours],
  ] as const) {
    let dropped = false;
    const body = new ReadableStream({
      cancel() {
        dropped = true;
        throw new Error("it does not let go");
      },
    });
    await readAnswer(new Response(body, { status, headers }), form, 0);
    expect(dropped).toBe(true);
  }
});

test("an error that is its own cause is told all the same", () => {
  const error = new Error("round and round");
  error.cause = error;
  expect(nameLineError(error)).toBe("cut-off");
});

test("head office's refusal is read, with its time", async () => {
  const refusal = { error: "clock-too-far", serverTime };
  expect(await read(401, refusal)).toEqual({ outcome: "refused", refusal });
});

test.each([
  ["unsigned", "not-trusted"],
  ["forged", "not-trusted"],
  ["replayed", "not-trusted"],
  ["code-refused", "not-trusted"],
  ["unknown-device", "not-trusted"],
  ["revoked", "revoked"],
  ["clock-too-far", "clock"],
  ["too-many-items", "too-large"],
  ["too-many-requests", "too-many-requests"],
  ["too-new", "update-needed"],
  ["malformed", "update-needed"],
  ["not-found", "update-needed"],
] as const)("the refusal %j makes items wait for %j", (error, reason) => {
  expect(nameRefusal({ error, serverTime })).toEqual(trouble(reason));
});

const caused = (code: string, message = "") => {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
};

test.each([
  [caused("ECONNREFUSED"), "no-line"],
  [caused("ENOTFOUND"), "no-line"],
  [caused("UND_ERR_CONNECT_TIMEOUT"), "no-line"],
  [caused("EAI_AGAIN"), "no-line"],
  [caused("ENETUNREACH"), "no-line"],
  [caused("ENETDOWN"), "no-line"],
  [caused("EHOSTUNREACH"), "no-line"],
  [caused("EHOSTDOWN"), "no-line"],
  [caused("ETIMEDOUT"), "no-line"],
  [new Error("net::ERR_INTERNET_DISCONNECTED"), "no-line"],
  [new Error("net::ERR_NAME_NOT_RESOLVED"), "no-line"],
  [caused("ECONNRESET"), "cut-off"],
  [caused("UND_ERR_SOCKET", "other side closed"), "cut-off"],
  [new Error("net::ERR_CONNECTION_RESET"), "cut-off"],
  [new Error("net::ERR_CONTENT_LENGTH_MISMATCH"), "cut-off"],
  [caused("", "unexpected redirect"), "captive-portal"],
  [caused("ERR_TLS_CERT_ALTNAME_INVALID"), "captive-portal"],
  [caused("DEPTH_ZERO_SELF_SIGNED_CERT"), "captive-portal"],
  [caused("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), "captive-portal"],
  [caused("UNABLE_TO_GET_ISSUER_CERT_LOCALLY"), "captive-portal"],
  [caused("EPROTO"), "captive-portal"],
  [new Error("net::ERR_SSL_PROTOCOL_ERROR"), "captive-portal"],
  [new TypeError("fetch failed", { cause: caused("ENOTFOUND") }), "no-line"],
  [Object.assign(new Error("odd"), { code: 7 }), "cut-off"],
  [new Error("net::ERR_CERT_AUTHORITY_INVALID"), "captive-portal"],
  [new Error("net::ERR_CERT_DATE_INVALID"), "clock"],
  [caused("CERT_NOT_YET_VALID"), "clock"],
  ["not an error at all", "cut-off"],
])("%s is told as %j", (error, reason) => {
  expect(nameLineError(error)).toBe(reason);
});
