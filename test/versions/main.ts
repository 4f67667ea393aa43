import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { layOutRevision } from "./revision.ts";
import { listKinds } from "./side.ts";

/**
 * `npm run test:versions [-- REVISION …]`: this version and earlier ones of the repository's history, as a desk and as a
 * head office to each other, each in a process of its own. They speak, or say what to do, and keep what they hold. Left
 * out: two versions back, `known`.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
/** Before the keys that come back; before events, copies, rights and the inbox. */
const known = ["b8b740a", "1dcc7e2"];

const deskReport = z.union([
  z.strictObject({ failure: z.string() }),
  z.object({
    enrolFailure: z.string().nullable(),
    isReady: z.boolean(),
    saved: z.array(z.object({ id: z.string(), kind: z.string(), hash: z.string() })),
    kept: z.number(),
    chainFault: z.unknown(),
    outbox: z.array(z.object({ id: z.string(), state: z.string(), reason: z.string().nullable() })),
    status: z.object({ waiting: z.number(), parked: z.number(), trouble: z.string().nullable() }),
    unread: z.array(z.string()),
  }),
]);
const arrived = z.array(z.object({ id: z.string(), kind: z.string(), hash: z.string() }));

const folder = mkdtempSync(join(tmpdir(), "yinyom-versions-"));
let failed = 0;
try {
  const wanted = process.argv.slice(2);
  for (const revision of wanted.length > 0 ? wanted : known) {
    const old = layOutRevision(root, revision, folder);
    await tell(`the desk of ${revision}, this head office`, () => speak(old, root));
    await tell(`this desk, the head office of ${revision}`, () => speak(root, old));
    await tell(`the store of ${revision}, opened by this desk`, () => takeOver(old));
    await tell(`the store of this desk, opened by ${revision}`, () => refuseNewer(old));
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;
process.disconnect?.();

async function tell(what: string, work: () => Promise<string> | string): Promise<void> {
  try {
    console.log(`ok      ${what}: ${await work()}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function expectThat(isSo: boolean, what: string, ...facts: unknown[]): void {
  if (!isSo) throw new Error([what, ...facts.map((fact) => JSON.stringify(fact))].join(" "));
}

type Place = { path: string; key: string };

function makePlace(): Place {
  const place = join(folder, randomBytes(4).toString("hex"));
  mkdirSync(place);
  return { path: join(place, "desk.db"), key: randomBytes(32).toString("hex") };
}

function runDesk(version: string, work: string, place: Place, ...office: string[]) {
  const script = fileURLToPath(new URL("./desk.ts", import.meta.url));
  const args = [script, version, work, place.path, place.key, ...office];
  const env = { ...process.env, NODE_NO_WARNINGS: "1" };
  const run = spawnSync(process.execPath, args, { encoding: "utf8", env, maxBuffer: 2 ** 28 });
  expectThat(run.status === 0, "the desk ended badly:", run.stderr.slice(-2000));
  return deskReport.parse(JSON.parse(run.stdout.trim().split("\n").at(-1) ?? ""));
}

/** A head office of that version, for as long as the work takes. */
async function withOffice<Value>(
  version: string,
  work: (address: string, ask: (what: string) => Promise<unknown>) => Promise<Value>,
): Promise<Value> {
  const script = fileURLToPath(new URL("./office.ts", import.meta.url));
  const child = spawn(process.execPath, [script, version], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async () => JSON.parse((await lines.next()).value ?? "null");
  const ask = (what: string) => {
    child.stdin.write(`${what}\n`);
    return read();
  };
  try {
    return await work(z.string().parse(await read()), ask);
  } finally {
    child.stdin.end();
  }
}

/** A desk enrols, fetches, and takes and sends all that it knows how to take. */
function speak(desk: string, office: string): Promise<string> {
  return withOffice(office, async (address, ask) => {
    const code = z.string().parse(await ask("code"));
    const report = runDesk(desk, "send", makePlace(), address, code);
    if ("failure" in report) throw new Error(report.failure);
    if (!report.isReady) {
      expectThat(report.status.trouble === "update-needed", "it does not say what to do", report);
      return "they do not understand each other, and the desk says so before it takes anything";
    }
    return expectArrived(report, arrived.parse(await ask("captures")), listKinds(desk));
  });
}

/** All that the desk saved is at head office once and as it was, and it has nothing left to say. */
function expectArrived(
  report: Extract<z.infer<typeof deskReport>, { saved: unknown }>,
  captures: z.infer<typeof arrived>,
  kinds: readonly string[],
): string {
  const { saved, kept, outbox, status, unread, chainFault } = report;
  const there = new Map(captures.map(({ id, hash }) => [id, hash]));
  const lost = saved.filter(({ id, hash }) => there.get(id) !== hash);
  expectThat(lost.length === 0, "not at head office:", lost.length, outbox.slice(0, 3), status);
  expectThat(captures.length === kept, "at head office:", captures.length, "at the desk:", kept);
  expectThat(outbox.length === 0, "still waiting:", outbox.slice(0, 3), status);
  expectThat(chainFault === null, "the chain does not hold", chainFault);
  expectThat(
    kinds.every((kind) => saved.some((one) => one.kind === kind)),
    "a kind is missing",
  );
  expectThat(status.trouble === null, "in trouble:", status);
  const aside = unread.length > 0 ? `, put aside: ${[...new Set(unread)].join(", ")}` : "";
  return `${captures.length} captures of ${kinds.length} kinds arrived once${aside}`;
}

/** What an older desk took and could not send goes when this version has taken its place. */
function takeOver(old: string): Promise<string> {
  return withOffice(root, async (address, ask) => {
    const place = makePlace();
    const code = z.string().parse(await ask("code"));
    const before = runDesk(old, "keep", place, address, code);
    if ("failure" in before) throw new Error(before.failure);
    expectThat(before.outbox.length === before.kept && before.kept > 0, "nothing waits", before);
    const after = runDesk(root, "send", place);
    if ("failure" in after) throw new Error(after.failure);
    const captures = arrived.parse(await ask("captures"));
    expectArrived(
      { ...after, saved: [...before.saved, ...after.saved] },
      captures,
      listKinds(root),
    );
    return `${before.kept} that waited and ${after.saved.length} new ones arrived`;
  });
}

/** An older program says that the store is newer and leaves every byte as it was. */
function refuseNewer(old: string): string {
  const place = makePlace();
  const { key, path } = place;
  const made = runDesk(root, "open", place);
  if ("failure" in made) throw new Error(made.failure);
  const hash = () => createHash("sha256").update(readFileSync(path)).digest("hex");
  const before = hash();
  const refused = runDesk(old, "open", { key, path });
  expectThat("failure" in refused && refused.failure === "store-too-new", "it opened it", refused);
  expectThat(hash() === before, "the file changed");
  return "store-too-new, and the file as it was";
}
