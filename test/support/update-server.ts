import { createHash, randomBytes } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Release = { version: string; content: Buffer; sha512: string };

/** What is offered starts as a program that leaves a mark beside itself, and ends. */
const program = '#!/bin/sh\ntouch "$0.started"\nexit 0\n';

/** A server of updates as a shop's is: a list for each channel, and the files that it names. */
export type UpdateServer = {
  address: string;
  /** What the list offers; `sha512`: another sum than the file's. */
  offer(version: string, options?: { channel?: "latest" | "early"; sha512?: string }): void;
  /** Bytes a second from here on; null: as fast as it goes. */
  slowDown(bytesPerSecond: number | null): void;
  /** The paths that were asked for. */
  asked: string[];
  close(): Promise<void>;
};

export async function openUpdateServer(): Promise<UpdateServer> {
  const releases = new Map<string, Release>();
  const asked: string[] = [];
  let speed: number | null = null;

  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0]?.slice(1) ?? "";
    asked.push(path);
    const channel = /^(latest|early)-linux[.]yml$/.exec(path)?.[1];
    const release = channel
      ? releases.get(channel)
      : [...releases.values()].find(({ version }) => path === `yinyom-${version}.AppImage`);
    if (!release) response.writeHead(404).end();
    else if (channel) response.end(writeList(release));
    else void send(response, release.content, speed);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    offer(version, { channel = "latest", sha512 } = {}) {
      const content = Buffer.concat([Buffer.from(program), randomBytes(3_000_000)]);
      const sum = createHash("sha512").update(content).digest("base64");
      releases.set(channel, { version, content, sha512: sha512 ?? sum });
    },
    slowDown(bytesPerSecond) {
      speed = bytesPerSecond;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function writeList({ version, content, sha512 }: Release): string {
  const file = `yinyom-${version}.AppImage`;
  return JSON.stringify({
    version,
    files: [{ url: file, sha512, size: content.length }],
    path: file,
    sha512,
    releaseDate: "2026-11-26T00:00:00.000Z",
  });
}

async function send(response: ServerResponse, content: Buffer, speed: number | null) {
  response.writeHead(200, { "content-length": content.length });
  const step = speed === null ? content.length : Math.ceil(speed / 10);
  for (let at = 0; at < content.length && !response.destroyed; at += step) {
    response.write(content.subarray(at, at + step));
    if (speed !== null) await new Promise((soon) => setTimeout(soon, 100));
  }
  response.end();
}
