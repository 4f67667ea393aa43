import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** What the line does to one request. */
export type Fault =
  | { kind: "pass" }
  /** The connection is cut before head office hears anything. */
  | { kind: "drop-request" }
  /** Head office does the work; its answer never arrives. */
  | { kind: "drop-answer" }
  /** Head office hears the request two times; the desk gets the `answer` to one of them. */
  | { kind: "duplicate"; answer: "first" | "second" }
  | { kind: "delay"; ms: number }
  /** Headers and half of the body arrive, then the connection is cut. */
  | { kind: "cut-answer" }
  /** Something on the way answers in head office's place. */
  | { kind: "stand-in"; status: number; headers?: Record<string, string>; body: string };

export type PassingRequest = {
  /** Counts from 1. */
  number: number;
  path: string;
  body: Buffer;
};

export type FaultyLine = {
  /** Where the desk finds head office through this line. */
  address: string;
  /** From now on every request is treated as this says. */
  treat(choose: (request: PassingRequest) => Fault): void;
  /** Every request so far with what was done to it. */
  log: { path: string; fault: Fault["kind"] }[];
  /** From now on nobody is there: connections are refused. */
  cut(): Promise<void>;
  /** The same address answers again. */
  mend(): Promise<void>;
  close(): Promise<void>;
};

type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };

/** A real line: an HTTP proxy on loopback before `headOffice` (an origin) that fails as it is told to. */
export async function openFaultyLine(headOffice: string): Promise<FaultyLine> {
  let choose: (request: PassingRequest) => Fault = () => ({ kind: "pass" });
  const log: FaultyLine["log"] = [];

  async function treat(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const path = incoming.url ?? "/";
    const fault = choose({ number: log.length + 1, path, body });
    log.push({ path, fault: fault.kind });
    const forward = () => sendOn(headOffice, incoming, body);
    switch (fault.kind) {
      case "pass":
        return giveBack(response, await forward());
      case "drop-request":
        response.destroy();
        return;
      case "drop-answer":
        await forward();
        response.destroy();
        return;
      case "duplicate": {
        const answers = [await forward(), await forward()] as const;
        return giveBack(response, answers[fault.answer === "first" ? 0 : 1]);
      }
      case "delay":
        await wait(fault.ms);
        return giveBack(response, await forward());
      case "cut-answer":
        return cutHalfway(response, await forward());
      case "stand-in":
        response.writeHead(fault.status, fault.headers).end(fault.body);
        return;
    }
  }

  const server = createServer((incoming, response) => {
    // Whatever breaks on the way looks like a cut to the desk.
    treat(incoming, response).catch(() => response.destroy());
  });
  async function cut(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async function listen(port: number): Promise<number> {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }

  const port = await listen(0);
  return {
    address: `http://127.0.0.1:${port}`,
    treat(chosen) {
      choose = chosen;
    },
    log,
    cut,
    async mend() {
      await listen(port);
    },
    close: cut,
  };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

async function sendOn(origin: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const headers = { ...incoming.headers, connection: "close" };
  const outgoing = ask(new URL(incoming.url ?? "/", origin), {
    method: incoming.method ?? "GET",
    headers,
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: await readAll(answer) };
}

function withoutHopHeaders({ headers, body }: Answer): Record<string, string | string[] | number> {
  const { connection, "keep-alive": _, "transfer-encoding": __, ...kept } = headers;
  const told = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(told), "content-length": body.length };
}

function giveBack(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, withoutHopHeaders(answer)).end(answer.body);
}

function cutHalfway(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, withoutHopHeaders(answer));
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () =>
    response.destroy(),
  );
}
