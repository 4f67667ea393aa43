import { EventEmitter, once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { compactVerify, decodeProtectedHeader, importJWK } from "jose";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { protocolHeader, signatureHeader, signedClaims } from "../../contract/sync.ts";
import { makeDeviceKey, readPrivateKey } from "../keys/device-key.ts";
import { makeClock } from "./clock.ts";
import { type LineDeps, openLine, patienceMs } from "./line.ts";

const device = "019a0000-0000-7000-8000-0000000000d1";
const deviceNow = Date.parse("2026-03-02T04:00:00.000Z");
const form = z.strictObject({ serverTime: z.string(), word: z.string() });
const key = makeDeviceKey();
const endings: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  endings.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Given = { offsetMs?: number | null; fetch?: LineDeps["fetch"] };

/** A line on a still clock. `giveUp()` lets the patience of the request in the air run out. */
function setUp(address: string, { offsetMs = null, ...given }: Given = {}) {
  const closing = new AbortController();
  let lastNonce = 0;
  const patience: (() => void)[] = [];
  const deps: LineDeps = {
    fetch: given.fetch ?? fetch,
    clock: makeClock(() => deviceNow, offsetMs),
    random: (size) => Buffer.alloc(size, ++lastNonce),
    schedule(ms, task) {
      expect(ms).toBe(patienceMs);
      patience.push(task);
      return () => patience.splice(patience.indexOf(task), 1);
    },
    closing: closing.signal,
  };
  const line = openLine(deps, address, { device, key: readPrivateKey(key.privateKeyPkcs8) });
  const say = (word: string) => line.ask("/v1/push", { word }, form);
  return {
    say,
    clock: deps.clock,
    closing,
    patience,
    giveUp() {
      for (const end of patience) end();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

const ours = { [protocolHeader]: "1", "content-type": "application/json" };
const timeOf = (ms: number) => new Date(deviceNow + ms).toISOString();
const trouble = (reason: string) => ({ outcome: "trouble", reason, retryAfterMs: null });

async function readClaims(request: IncomingMessage) {
  const signature = String(request.headers[signatureHeader]);
  const publicKey = await importJWK({ kty: "OKP", crv: "Ed25519", x: key.publicKey }, "EdDSA");
  const { payload } = await compactVerify(signature, publicKey, { algorithms: ["EdDSA"] });
  expect(decodeProtectedHeader(signature)).toEqual({ alg: "EdDSA", kid: device });
  return signedClaims.parse(JSON.parse(Buffer.from(payload).toString()));
}

test("a request is gzipped, and signed with method, path, digest, nonce and corrected time", async () => {
  const heard: unknown[] = [];
  const address = await listen(async (request, response) => {
    const body = await readBody(request);
    const { bodySha256, ...claims } = await readClaims(request);
    const digest = Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(body)));
    expect(bodySha256).toBe(digest.toString("hex"));
    expect(request.headers[protocolHeader]).toBe("1");
    heard.push(claims, JSON.parse(gunzipSync(body).toString()));
    response.writeHead(200, ours).end(JSON.stringify({ serverTime: timeOf(7_000), word: "yes" }));
  });
  const { say, clock } = setUp(address, { offsetMs: 5_000 });
  const answer = { serverTime: timeOf(7_000), word: "yes" };
  expect(await say("hello")).toEqual({ outcome: "answered", answer });
  expect(heard).toEqual([
    {
      method: "POST",
      path: "/v1/push",
      nonce: Buffer.alloc(16, 1).toString("base64url"),
      sentAt: deviceNow + 5_000,
    },
    { word: "hello" },
  ]);
  expect(clock.offsetMs()).toBe(7_000);
});

test("a clock that is too far off is put right by head office's time, and the request sent again", async () => {
  const sentAt: number[] = [];
  const address = await listen(async (request, response) => {
    const claims = await readClaims(request);
    sentAt.push(claims.sentAt - deviceNow);
    const serverTime = timeOf(3_600_000);
    if (sentAt.length === 1) {
      response.writeHead(401, ours).end(JSON.stringify({ error: "clock-too-far", serverTime }));
    } else {
      response.writeHead(200, ours).end(JSON.stringify({ serverTime, word: "yes" }));
    }
  });
  const { say } = setUp(address);
  expect((await say("hello")).outcome).toBe("answered");
  expect(sentAt).toEqual([0, 3_600_000]);
});

test("a clock that stays too far off is told once, not for ever", async () => {
  let asked = 0;
  const address = await listen((_request, response) => {
    asked += 1;
    const refusal = { error: "clock-too-far", serverTime: timeOf(asked * 3_600_000) };
    response.writeHead(401, ours).end(JSON.stringify(refusal));
  });
  expect(await setUp(address).say("hello")).toEqual(trouble("clock"));
  expect(asked).toBe(2);
});

test("when something on the way delivered a request two times, it is asked again with another nonce", async () => {
  const nonces: string[] = [];
  const address = await listen(async (request, response) => {
    nonces.push((await readClaims(request)).nonce);
    const serverTime = timeOf(0);
    if (nonces.length === 1) {
      response.writeHead(401, ours).end(JSON.stringify({ error: "replayed", serverTime }));
    } else {
      response.writeHead(200, ours).end(JSON.stringify({ serverTime, word: "yes" }));
    }
  });
  expect((await setUp(address).say("hello")).outcome).toBe("answered");
  expect(new Set(nonces).size).toBe(2);
});

test("a device that head office does not know asks once", async () => {
  let asked = 0;
  const address = await listen((_request, response) => {
    asked += 1;
    const refusal = { error: "unknown-device", serverTime: timeOf(0) };
    response.writeHead(401, ours).end(JSON.stringify(refusal));
  });
  expect(await setUp(address).say("hello")).toEqual(trouble("not-trusted"));
  expect(asked).toBe(1);
});

test("nobody there: no line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  expect(await setUp(`http://127.0.0.1:${port}`).say("hello")).toEqual(trouble("no-line"));
});

test("a name that leads nowhere: no line", async () => {
  expect(await setUp("http://desk.invalid").say("hello")).toEqual(trouble("no-line"));
});

test("a line cut before the answer, and one cut in its middle: cut off", async () => {
  const before = await listen((request) => request.socket.destroy());
  const middle = await listen((_request, response) => {
    response.writeHead(200, { ...ours, "content-length": "1000" });
    response.write('{"serverTime":', () => response.destroy());
  });
  expect(await setUp(before).say("hello")).toEqual(trouble("cut-off"));
  expect(await setUp(middle).say("hello")).toEqual(trouble("cut-off"));
});

test("a portal's page and a portal's redirect: captive portal, and the page is not visited", async () => {
  let visited = 0;
  const portal = await listen((request, response) => {
    if (request.url === "/login") visited += 1;
    response.writeHead(302, { location: "/login" }).end();
  });
  const page = await listen((_request, response) => response.end("<html>Sign in</html>"));
  expect(await setUp(portal).say("hello")).toEqual(trouble("captive-portal"));
  expect(await setUp(page).say("hello")).toEqual(trouble("captive-portal"));
  expect(visited).toBe(0);
});

test("silence until patience runs out: no line", async () => {
  const heard = new EventEmitter();
  const address = await listen(() => heard.emit("request"));
  const { say, giveUp, patience } = setUp(address);
  const said = say("hello");
  await once(heard, "request");
  giveUp();
  expect(await said).toEqual(trouble("no-line"));
  expect(patience).toEqual([]);
});

test("half an answer and then silence: cut off", async () => {
  const address = await listen((_request, response) => {
    response.writeHead(200, { ...ours, "content-length": "1000" });
    response.write('{"serverTime":');
  });
  const heard = new EventEmitter();
  const { say, giveUp } = setUp(address, {
    async fetch(input, init) {
      const response = await fetch(input, init);
      // After the line itself has seen the headers.
      setImmediate(() => heard.emit("headers"));
      return response;
    },
  });
  const said = say("hello");
  await once(heard, "headers");
  giveUp();
  expect(await said).toEqual(trouble("cut-off"));
});

test("a desk that closes gives up what is in the air", async () => {
  const heard = new EventEmitter();
  const address = await listen(() => heard.emit("request"));
  const { say, closing } = setUp(address);
  const said = say("hello");
  await once(heard, "request");
  closing.abort();
  expect((await said).outcome).toBe("trouble");
  expect((await say("again")).outcome).toBe("trouble");
});
