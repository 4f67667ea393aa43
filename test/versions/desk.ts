import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { KindExamples } from "../../src/captures/kind-examples.ts";
import type { CaptureKind } from "../../src/contract/envelope.ts";
import { listKinds, readModule } from "./side.ts";

/**
 * Run as a process of its own, since it reads another version: `node desk.ts ROOT WORK STORE KEY ADDRESS CODE`. The
 * desk of the version in ROOT opens the store, enrols if there is a code, and saves one capture for each example of each
 * kind that it knows. With the work `send` it then speaks with head office until nothing waits and nothing changes, or
 * for a while where that cannot be; `few` does the same with two of each kind; with `keep` it says nothing; with `open`
 * it does nothing. Prints one line of JSON.
 */
const [root = "", work = "", path = "", key = "", address = "", code = ""] = process.argv.slice(2);
const { openStore } = await readModule<typeof import("../../src/main/store/open-store.ts")>(
  root,
  "src/main/store/open-store.ts",
);
const { createSync } = await readModule<typeof import("../../src/main/sync/sync.ts")>(
  root,
  "src/main/sync/sync.ts",
);
const { submitCapture } = await readModule<
  typeof import("../../src/main/capture/submit-capture.ts")
>(root, "src/main/capture/submit-capture.ts");
const { makeCaptureDeps } = await readModule<typeof import("../support/desk-store.ts")>(
  root,
  "test/support/desk-store.ts",
);
const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

const opened = openStore({
  path,
  key: Buffer.from(key, "hex"),
  allowPlaintext: false,
  now: Date.now,
});
if (!opened.ok) {
  console.log(JSON.stringify({ failure: opened.failure.code }));
  process.exit(0);
}
const store = opened.value;
const reports: { event: string; count: number }[] = [];
let enrolFailure: string | null = null;
const saved: { id: string; kind: string; hash: string }[] = [];
const sync = createSync({
  store,
  keyProtection: {
    isAvailable: async () => true,
    protect: async (text) => Buffer.from(text),
    reveal: async (wrapped) => wrapped.toString(),
  },
  appVersion: "0.1.0",
  deviceName: "a desk of another version",
  fetch,
  now: Date.now,
  random: randomBytes,
  schedule: () => () => {},
  onChanged: () => {},
  onLeft: () => {},
  report: (odd) => reports.push(odd),
  reportBug(error) {
    throw error;
  },
});
if (code !== "") {
  const enrolled = await sync.enrol(address, code);
  if (!enrolled.ok) enrolFailure = enrolled.failure.code;
}
if (work !== "open" && store.received.readReference() !== null) {
  for (const kind of listKinds(root)) await saveExamples(kind as CaptureKind);
}
if (work === "send" || work === "few") await speak();
await sync.stop();
console.log(
  JSON.stringify({
    enrolFailure,
    isReady: store.received.readReference() !== null,
    saved,
    reports,
    kept: store.captures.count(),
    chainFault: store.captures.verifyChain(sha256),
    acknowledged: store.outbox.acknowledgedSoFar?.().count ?? null,
    outbox: store.outbox.list().map(({ id, state, reason }) => ({ id, state, reason })),
    status: sync.status(),
    cursor: store.received.cursor(),
    unread: store.received.listUnread().map(({ topic }) => topic),
  }),
);
store.close();

/** What a form would have to fit together first is left out here: it is the payloads that travel. */
async function saveExamples(kind: CaptureKind): Promise<void> {
  const { examples } = await readModule<{ examples: KindExamples<unknown> }>(
    root,
    `src/captures/${kind}/examples.ts`,
  );
  const deps = makeCaptureDeps(store, Date.now);
  const strict = deps.definitions[kind];
  if (!strict) throw new Error(`no definition of ${kind}`);
  const lax = { ...strict, needsNotice: () => false, checkRules: () => [] };
  const roles = ["counter", "event", "manager"] as const;
  const few = work === "few" ? 2 : Number.POSITIVE_INFINITY;
  for (const { payload } of Object.values(examples.valid).slice(0, few)) {
    // A picture has to come with the capture that speaks of it.
    if (strict.attachment?.read(payload)) continue;
    const result = submitCapture(
      { ...deps, definitions: { [kind]: lax } },
      { staff: "somying", roles },
      { request: randomUUID(), kind, payload, amends: null, notice: null },
    );
    if (!result.ok) throw new Error(`${kind}: ${JSON.stringify(result.failure)}`);
    const kept = store.captures.readById(result.value.id);
    saved.push({ id: result.value.id, kind, hash: kept?.envelope.hash ?? "" });
  }
}

async function speak(): Promise<void> {
  for (let go = 0; go < 4; go += 1) {
    sync.wake("manual");
    await wait(200);
    // A go is over when nothing was heard or sent for a while.
    do await wait(2000);
    while (sync.status().sending);
  }
}
