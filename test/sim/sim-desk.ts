import { copyFileSync, existsSync, rmSync } from "node:fs";
import type { Payload } from "../../src/captures/marketing-consent/payload.ts";
import { openStore, type Store } from "../../src/main/store/open-store.ts";
import { createSync, type Sync } from "../../src/main/sync/sync.ts";
import type { DeskClock } from "../support/desk-clock.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import { nameTrouble } from "../support/named-failure.ts";
import { openKeyProtection, submitConsent } from "../support/synced-desk.ts";
import { settle } from "./quiet-turn.ts";
import type { Chance } from "./seeded-chance.ts";
import type { SimLine } from "./sim-line.ts";

/** No room on the disk, or a clock by which no notice is in force yet. */
const mayRefuse: ReadonlySet<string> = new Set(["store-disk-full", "notice-changed"]);

export const storeKey = Buffer.alloc(32, 7);

/** A desk's real store and real sync, over a file that outlives it. */
export type SimDesk = {
  name: string;
  path: string;
  clock: DeskClock;
  store(): Store;
  sync(): Sync;
  setDiskFull(full: boolean): void;
  /** The id of what was saved; null: it was refused, and nobody was told otherwise. */
  save(payload: Payload | { act: "broken" }): string | null;
  untilIdle(): Promise<void>;
  /** The process is gone in the middle of whatever it did, and started again on what its files hold. */
  crash(): Promise<void>;
  /** Takes these files for its own, as after a restore of the PC. */
  restore(from: string): Promise<void>;
  close(): Promise<void>;
};

type SimDeskParts = {
  name: string;
  path: string;
  clock: DeskClock;
  line: SimLine;
  chance: Chance;
  reportBug(error: unknown): void;
};

export function openSimDesk({ name, path, clock, line, chance, reportBug }: SimDeskParts): SimDesk {
  let isFull = false;
  let generation = 0;
  let current = start(path);

  function start(from: string): { store: Store; sync: Sync; path: string } {
    const opened = openStore({ path: from, key: storeKey, allowPlaintext: false, now: clock.now });
    if (!opened.ok) throw new Error(`${name} does not open: ${opened.failure.code}`);
    const store = fillable(opened.value, () => isFull);
    const sync = createSync({
      store,
      keyProtection: openKeyProtection,
      appVersion: "0.1.0",
      deviceName: name,
      fetch: line.fetch,
      now: clock.now,
      random: chance.bytes,
      schedule: clock.schedule,
      onChanged: () => undefined,
      onLeft: () => undefined,
      report: () => undefined,
      reportBug,
    });
    sync.wake("online");
    return { store, sync, path: from };
  }

  async function end(): Promise<void> {
    await current.sync.stop();
    clock.clear();
  }

  /** A name that no earlier life of this desk has had. */
  const nextPath = () => {
    generation += 1;
    return `${path}-${generation}`;
  };

  async function goOnWith(from: string): Promise<void> {
    const before = current;
    const next = nextPath();
    copyStore(from, next);
    await end();
    before.store.close();
    removeStore(before.path);
    current = start(next);
  }

  return {
    name,
    get path() {
      return current.path;
    },
    clock,
    store: () => current.store,
    sync: () => current.sync,
    setDiskFull(full) {
      isFull = full;
    },
    save(payload) {
      const deps = makeCaptureDeps(current.store, clock.now);
      const saved = nameTrouble(() => submitConsent(deps, payload));
      if (!saved.ok && !mayRefuse.has(saved.failure.code))
        throw new Error(`not saved: ${JSON.stringify(saved.failure)}`);
      if (saved.ok) current.sync.wake("saved");
      return saved.ok ? saved.value.id : null;
    },
    async untilIdle() {
      while (!clock.isIdle()) await settle();
    },
    // What was committed is in the files, whatever the process had in mind; nothing is closed in good order.
    crash: () => goOnWith(current.path),
    restore: (from) => goOnWith(from),
    async close() {
      await end();
      current.store.close();
      removeStore(current.path);
    },
  };
}

const parts = ["", "-wal", ".key-id"];

/** What a kill leaves of a store, or what a backup program copies of it. */
export function copyStore(from: string, to: string): void {
  for (const part of parts) if (existsSync(from + part)) copyFileSync(from + part, to + part);
}

export function removeStore(path: string): void {
  for (const part of [...parts, "-shm"]) rmSync(path + part, { force: true });
}

/** A full disk: whatever is to be written is undone, with the error that SQLite gives. */
function fillable(store: Store, isFull: () => boolean): Store {
  const mayFail =
    <Input extends unknown[], Output>(work: (...input: Input) => Output) =>
    (...input: Input): Output => {
      if (isFull()) throw Object.assign(new Error("disk is full"), { code: "SQLITE_FULL" });
      return work(...input);
    };
  return {
    ...store,
    write: (work) =>
      store.write(() => {
        const done = work();
        if (isFull()) throw Object.assign(new Error("disk is full"), { code: "SQLITE_FULL" });
        return done;
      }),
    outbox: {
      ...store.outbox,
      settle: mayFail(store.outbox.settle),
      markTried: mayFail(store.outbox.markTried),
      requeue: mayFail(store.outbox.requeue),
    },
    received: { ...store.received, applyChanges: mayFail(store.received.applyChanges) },
    device: { ...store.device, noteContact: mayFail(store.device.noteContact) },
  };
}
