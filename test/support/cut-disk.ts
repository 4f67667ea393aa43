import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Chance } from "../sim/seeded-chance.ts";
import type { DiskCall } from "./disk-calls.ts";

const sector = 512;

type Change = { at: number; bytes: Buffer } | { size: number };

/** One file, whatever its name. Content is read from `source` when it is first needed. */
type File = {
  source: string | null;
  /** As of the last sync. */
  synced: Buffer | null;
  /** Since then, in order. */
  pending: Change[];
  size: number;
};
type Entry = File | "folder";
type FolderChange = { folders: readonly string[]; apply(entries: Map<string, Entry>): void };
type Handle = { entry: Entry; path: string; position: number; append: boolean };

export type CutDisk = {
  apply(call: DiskCall): void;
  /** Writes into a new folder what a disk may hold if the power goes now. */
  writeAfterCut(folder: string, chance: Chance): void;
};

/**
 * A folder as a disk has it, fed with what a process did there; `before`: what lay there when it began, all of it
 * synced. What a power cut leaves of it:
 *
 * - Of a file, all up to its last sync. Of each later write and truncation nothing, all or, a write, any of its
 *   sectors of 512 bytes, in no order; a file may have grown by what was lost, which then reads as zeros.
 * - Of names (making, renaming and deleting files and folders), all up to the last sync of the folder they are
 *   in, and of the later ones the first so many: a journal keeps their order, as those of ext4, XFS, APFS and NTFS
 *   do. A file's sync does not bring its name with it, though on these it does.
 *
 * It never holds a byte that was not written there: these file systems show no former content of a block. A sync
 * that was answered is taken as true, which is the disk's promise.
 */
export function makeCutDisk(before: string | null): CutDisk {
  const entries = new Map<string, Entry>();
  const durable = new Map<string, Entry>();
  let folderChanges: FolderChange[] = [];
  const handles = new Map<number, Handle>();
  entries.set("", "folder");
  if (before !== null) readBefore(before, entries);
  for (const [path, entry] of entries) durable.set(path, entry);

  function change(folders: readonly string[], apply: FolderChange["apply"]): void {
    apply(entries);
    folderChanges.push({ folders, apply });
  }

  function openFile({ fd, path, create, empty, append }: DiskCall & { call: "open" }): void {
    let entry = entries.get(path);
    if (entry === undefined) {
      if (!create) throw new Error(`opened without being there: ${path}`);
      const made: File = { source: null, synced: Buffer.alloc(0), pending: [], size: 0 };
      entry = made;
      change([parentOf(path)], (all) => all.set(path, made));
    }
    if (entry !== "folder" && empty) truncate(entry, 0);
    handles.set(fd, { entry, path, position: 0, append });
  }

  function write(fd: number, bytes: Buffer, at: number | null): void {
    const handle = handles.get(fd);
    if (handle === undefined || handle.entry === "folder") throw new Error("no file to write to");
    const file = handle.entry;
    const place = at ?? (handle.append ? file.size : handle.position);
    file.pending.push({ at: place, bytes });
    file.size = Math.max(file.size, place + bytes.length);
    if (at === null) handle.position = place + bytes.length;
  }

  function sync(fd: number): void {
    const handle = handles.get(fd);
    if (handle === undefined) throw new Error("no file to sync");
    if (handle.entry !== "folder") {
      handle.entry.synced = applyChanges(readSynced(handle.entry), handle.entry.pending, true);
      handle.entry.pending = [];
      return;
    }
    const count = 1 + folderChanges.findLastIndex(({ folders }) => folders.includes(handle.path));
    for (const { apply } of folderChanges.slice(0, count)) apply(durable);
    folderChanges = folderChanges.slice(count);
  }

  function rename(from: string, to: string): void {
    change([parentOf(from), parentOf(to)], (all) => {
      for (const [path, entry] of [...all]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        all.delete(path);
        all.set(`${to}${path.slice(from.length)}`, entry);
      }
    });
  }

  return {
    apply(call) {
      switch (call.call) {
        case "open":
          return openFile(call);
        case "close":
          handles.delete(call.fd);
          return;
        case "write":
          return write(call.fd, call.bytes, call.at);
        case "truncate": {
          const file = handles.get(call.fd)?.entry;
          if (file !== undefined && file !== "folder") truncate(file, call.size);
          return;
        }
        case "sync":
          return sync(call.fd);
        case "rename":
          return rename(call.from, call.to);
        case "mkdir":
          return change([parentOf(call.path)], (all) => all.set(call.path, "folder"));
        case "unlink":
        case "rmdir":
          return change([parentOf(call.path)], (all) => all.delete(call.path));
      }
    },

    writeAfterCut(folder, chance) {
      const left = new Map(durable);
      const more = chance.below(folderChanges.length + 1);
      for (const { apply } of folderChanges.slice(0, more)) apply(left);
      const fate = chance.pick(["lost", "some", "some", "all"] as const);
      for (const [path, entry] of left) {
        const place = join(folder, path);
        mkdirSync(entry === "folder" ? place : dirname(place), { recursive: true, mode: 0o700 });
        if (entry === "folder") continue;
        if (entry.synced === null && entry.pending.length === 0 && entry.source !== null) {
          cpSync(entry.source, place);
        } else {
          const changes = entry.pending.flatMap((one) => keep(one, fate, chance));
          writeFileSync(place, applyChanges(readSynced(entry), changes), { mode: 0o600 });
        }
      }
    },
  };
}

/** What became of one change that no sync had brought to the disk. */
function keep(one: Change, fate: "lost" | "some" | "all", chance: Chance): Change[] {
  if (fate === "all") return [one];
  if (fate === "lost") return [];
  if ("size" in one) return chance.once(2) ? [one] : [];
  const { at, bytes } = one;
  const kind = chance.pick(["lost", "grown", "torn", "torn", "whole", "whole"] as const);
  if (kind === "lost") return [];
  if (kind === "whole") return [one];
  const grown: Change[] = [{ at: at + bytes.length, bytes: Buffer.alloc(0) }];
  if (kind === "grown") return grown;
  const parts: Change[] = [];
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + sector - ((at + from) % sector));
    if (chance.once(2)) parts.push({ at: at + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return chance.once(2) ? [...parts, ...grown] : parts;
}

/** `inPlace`: the content may be changed itself. */
function applyChanges(content: Buffer, changes: readonly Change[], inPlace = false): Buffer {
  let size = content.length;
  const sizeOf = (one: Change) => ("size" in one ? one.size : one.at + one.bytes.length);
  const most = changes.reduce((so, one) => Math.max(so, sizeOf(one)), size);
  const bytes = inPlace && most === size ? content : Buffer.alloc(most);
  content.copy(bytes);
  for (const one of changes) {
    if ("size" in one) {
      bytes.fill(0, Math.min(size, one.size));
      size = one.size;
    } else {
      one.bytes.copy(bytes, one.at);
      size = Math.max(size, one.at + one.bytes.length);
    }
  }
  return bytes.subarray(0, size);
}

function truncate(file: File, size: number): void {
  file.pending.push({ size });
  file.size = size;
}

function readSynced(file: File): Buffer {
  file.synced ??= file.source === null ? Buffer.alloc(0) : readFileSync(file.source);
  return file.synced;
}

function readBefore(before: string, entries: Map<string, Entry>): void {
  if (!existsSync(before)) return;
  for (const entry of readdirSync(before, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const path = source.slice(before.length + 1);
    if (entry.isDirectory()) entries.set(path, "folder");
    else {
      const size = readFileSync(source).length;
      entries.set(path, { source, synced: null, pending: [], size });
    }
  }
}

const parentOf = (path: string) => (path.includes("/") ? dirname(path) : "");
