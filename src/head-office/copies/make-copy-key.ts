import { writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { makeCopyKey, shortestPassphrase } from "./copy-key.ts";

/**
 * `npm run copy-key -- FILE ID`: makes the pair of keys for copies of ID documents. The private half goes to
 * FILE under a passphrase that is typed unseen (or piped); the public half is printed, for the rules that
 * head office publishes. An existing file is never written over: without its key no copy opens again.
 */
const [file, id] = process.argv.slice(2);
if (file === undefined || id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
  console.error("npm run copy-key -- FILE ID, where the id is such as copies-2026");
  process.exitCode = 2;
} else await make(file, id);
// Started with a channel, it would otherwise wait for its starter.
if (process.connected) process.disconnect();

async function make(path: string, name: string): Promise<void> {
  const passphrase = await askUnseen(`Passphrase, ${shortestPassphrase} characters or more: `);
  if ([...passphrase].length < shortestPassphrase) {
    console.error(`Too short: ${shortestPassphrase} characters or more.`);
    process.exitCode = 2;
    return;
  }
  const made = await makeCopyKey(name, passphrase);
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { flag: "wx", mode: 0o600 });
  console.error(`The private key is in ${path}. Keep a copy of it and of the passphrase apart.`);
  console.log(JSON.stringify({ sealingKey: { id: made.id, publicKey: made.publicKey } }, null, 2));
}

/** What is typed is not shown. */
async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  const output = new Writable({ write: (_bytes, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  try {
    for await (const line of lines) return line;
    return "";
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
