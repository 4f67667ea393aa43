import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { layOutRevision } from "./revision.ts";

/**
 * `node test/versions/record.ts REVISION`: writes down what the desk and the head office of a revision say to each other,
 * for test/fixtures/versions. Of the changes of a pull one of each topic is kept, and the demo's branch and notice that
 * the desk needs: the rest are more of the same.
 */
const [revision = ""] = process.argv.slice(2);
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "yinyom-record-"));
const old = layOutRevision(root, revision, folder);
const env = { ...process.env, NODE_NO_WARNINGS: "1" };
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const office = spawn(process.execPath, [script("./office.ts"), old], {
  stdio: ["pipe", "pipe", "inherit"],
  env,
});
const lines = createInterface({ input: office.stdout })[Symbol.asyncIterator]();
const read = async (): Promise<string> => JSON.parse((await lines.next()).value ?? "null");
const address = await read();
office.stdin.write("code\n");
const code = await read();

type Said = { path: string; asked: unknown; status: number; answered: unknown };
const said: Said[] = [];
const line = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const { host: _, connection: __, ...headers } = request.headers;
  const answer = await fetch(`${address}${request.url}`, {
    method: "POST",
    headers: headers as Record<string, string>,
    body,
  });
  const text = await answer.text();
  const isPacked = request.headers["content-encoding"] === "gzip";
  const asked = JSON.parse((isPacked ? gunzipSync(body) : body).toString());
  said.push({
    path: request.url ?? "",
    asked,
    status: answer.status,
    answered: JSON.parse(text),
  });
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "yinyom-protocol": answer.headers.get("yinyom-protocol") ?? "",
  });
  response.end(text);
});
line.listen(0, "127.0.0.1");
await once(line, "listening");
const { port } = line.address() as { port: number };

const place = [join(folder, "desk.db"), randomBytes(32).toString("hex")];
const args = [script("./desk.ts"), old, "few", ...place, `http://127.0.0.1:${port}`, code];
const desk = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"], env });
await once(desk, "close");
office.stdin.end();
line.close();
line.closeAllConnections();

const kept = new Map<string, Said>();
for (const one of said) {
  // Of the log's parts the last, which has entries; of all else the first.
  if (one.path === "/v1/audit" || !kept.has(one.path)) kept.set(one.path, trim(one));
}
const target = fileURLToPath(new URL("../fixtures/versions/", import.meta.url));
mkdirSync(target, { recursive: true });
writeFileSync(join(target, `${revision}.json`), `${JSON.stringify([...kept.values()], null, 2)}\n`);
rmSync(folder, { recursive: true });

function trim(one: Said): Said {
  if (one.path !== "/v1/pull") return one;
  const { changes, ...answered } = one.answered as { changes: { topic: string; key: string }[] };
  const seen = new Set<string>();
  const left = changes.filter(({ topic, key }) => {
    const isNew = !seen.has(topic) || key === "bkk-siam" || topic === "purpose";
    seen.add(topic);
    return isNew;
  });
  return { ...one, answered: { ...answered, changes: left } };
}
