import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRefusal } from "../../../test/support/device-client.ts";
import { startTestHeadOffice } from "../../../test/support/head-office.ts";
import { protocolHeader, syncPaths } from "../../contract/sync.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
});
afterAll(() => headOffice.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${headOffice.address}${path}`, init);
  const protocol = response.headers.get(protocolHeader);
  return {
    status: response.status,
    protocol,
    body: await response.json(),
    headers: response.headers,
  };
}
const post = (headers: Record<string, string>, path: string = syncPaths.push) =>
  ask(path, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json", ...headers },
  });

test("every answer carries head office's mark, refusals too", async () => {
  expect(await ask(syncPaths.health)).toMatchObject({ status: 200, protocol: "1" });
  expect(readRefusal(await ask("/nowhere"))).toBe("404 not-found");
  expect(readRefusal(await ask(syncPaths.push))).toBe("404 not-found");
  expect(readRefusal(await ask("/%zz"))).toBe("400 malformed");
  expect(readRefusal(await post({ [protocolHeader]: "1" }))).toBe("401 unsigned");
  const xml = { [protocolHeader]: "1", "content-type": "application/xml" };
  expect(readRefusal(await post(xml))).toBe("415 malformed");
});

test("what is not HTTP gets an answer of head office's too", async () => {
  const { hostname, port } = new URL(headOffice.address);
  const said = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write("hello\r\n\r\n"));
    socket.on("data", (bytes) => {
      text += bytes;
    });
    socket.on("close", () => resolve(text));
  });
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect(said).toContain(`${protocolHeader}: 1`);
});

test("a device that speaks a newer version is told so, one that says nothing is malformed", async () => {
  expect(readRefusal(await post({ [protocolHeader]: "2" }))).toBe("426 too-new");
  expect(readRefusal(await post({ [protocolHeader]: "2" }, syncPaths.enrol))).toBe("426 too-new");
  expect(readRefusal(await post({}))).toBe("400 malformed");
  expect(readRefusal(await post({ [protocolHeader]: "one" }))).toBe("400 malformed");
});

test("the routes describe themselves", async () => {
  const { status, body } = await ask("/openapi.json");
  expect(status).toBe(200);
  const document = body as { openapi: string; paths: Record<string, { post?: unknown }> };
  expect(document.openapi).toBe("3.1.0");
  const spokenToDesks = Object.keys(document.paths).filter((path) => !path.startsWith("/inbox/"));
  expect(spokenToDesks.sort()).toEqual(Object.values(syncPaths).sort());
  const described = JSON.stringify(document);
  for (const word of ["code-refused", "sequence-taken", "yinyom-signature", "serverTime"]) {
    expect(described).toContain(word);
  }
});
