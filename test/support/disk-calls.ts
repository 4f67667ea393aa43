import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** One call of a traced process that matters to the disk, or what it said on standard output (`said`). */
export type DiskCall =
  | { call: "open"; fd: number; path: string; create: boolean; empty: boolean; append: boolean }
  | { call: "close"; fd: number }
  /** `at` null: where the file's own position stands. */
  | { call: "write"; fd: number; bytes: Buffer; at: number | null }
  | { call: "truncate"; fd: number; size: number }
  | { call: "sync"; fd: number }
  | { call: "rename"; from: string; to: string }
  | { call: "unlink" | "mkdir" | "rmdir"; path: string }
  | { call: "said"; text: string };

/** Where there is no strace, or none may look on, nothing can be recorded. */
export const hasStrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

const read = [
  ...["open", "openat", "creat", "close", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"],
  ...["rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"],
];
/** Other ways to change a file: a recording that met one on a file of the folder would be a false one. */
const unread = [
  ...["writev", "pwritev", "pwritev2", "truncate", "fallocate", "copy_file_range", "sendfile"],
  ...["link", "linkat", "symlink", "symlinkat", "dup", "dup2", "dup3", "mmap"],
];

/** Starts a script of Node.js whose calls are written to the file `log`. Standard output is a pipe. */
export function startTraced(script: string, args: readonly string[], log: string): ChildProcess {
  const calls = `trace=${[...read, ...unread].join(",")}`;
  const traced = ["-f", "-y", "-s", "40000000", "-e", calls, "-e", "signal=none", "-o", log];
  return spawn("strace", [...traced, process.execPath, script, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    // What goes through io_uring no call tells of.
    env: { ...process.env, UV_USE_IO_URING: "0", NODE_NO_WARNINGS: "1" },
  });
}

/** Runs it to its end; the answer is what it did in `folder`, in order. Throws where it ended badly. */
export async function traceCalls(
  child: ChildProcess,
  { log, folder }: { log: string; folder: string },
): Promise<DiskCall[]> {
  child.stdout?.resume();
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  if (code !== 0) throw new Error(`the traced process ended with ${code ?? signal}`);
  return readCalls(log, folder);
}

/** What a log of strace says of one folder, its paths relative to it. */
async function readCalls(log: string, folder: string): Promise<DiskCall[]> {
  const calls: DiskCall[] = [];
  const begun = new Map<string, string>();
  const reading = makeReading(folder);
  const lines = createInterface({ input: createReadStream(log, { encoding: "latin1" }) });
  for await (const line of lines) {
    const [, thread = "", text = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (text.endsWith(" <unfinished ...>")) {
      begun.set(thread, text.slice(0, -" <unfinished ...>".length));
      continue;
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)?.[1];
    const call = reading(rest === undefined ? text : `${begun.get(thread) ?? ""}${rest}`);
    if (call !== null) calls.push(call);
  }
  return calls;
}

function makeReading(folder: string): (text: string) => DiskCall | null {
  const isInside = (path: string) => path === folder || path.startsWith(`${folder}/`);
  const relative = (path: string) => path.slice(folder.length + 1);
  /** Descriptors of files and folders inside. */
  const open = new Set<number>();

  return (text) => {
    const name = text.slice(0, text.indexOf("("));
    const result = /\) += (-?\d+)(?:<(.*)>)?[^)"]*$/.exec(text.slice(-1000));
    const value = Number(result?.[1] ?? -1);
    const fd = Number(/^\w+\((\d+)/.exec(text)?.[1] ?? -1);
    if (value < 0) return null;
    if (name === "open" || name === "openat" || name === "creat") {
      const path = result?.[2] ?? "";
      if (!isInside(path)) return null;
      open.add(value);
      const has = (flag: string) => name === "creat" || text.includes(flag);
      const append = text.includes("O_APPEND");
      const how = { create: has("O_CREAT"), empty: has("O_TRUNC"), append };
      return { call: "open", fd: value, path: relative(path), ...how };
    }
    if (name === "write" && fd === 1) return { call: "said", text: readText(text).toString() };
    if (open.has(fd)) {
      switch (name) {
        case "close":
          open.delete(fd);
          return { call: "close", fd };
        case "write":
        case "pwrite64": {
          const bytes = readText(text).subarray(0, value);
          const at = /, (\d+)\) += \d+$/.exec(text.slice(-100))?.[1];
          return { call: "write", fd, bytes, at: name === "write" ? null : Number(at) };
        }
        case "ftruncate":
          return { call: "truncate", fd, size: Number(/, (\d+)\)/.exec(text)?.[1]) };
        case "fsync":
        case "fdatasync":
          return { call: "sync", fd };
      }
    }
    if (!text.includes(`${folder}/`)) return null;
    const [path = "", to = ""] = Array.from(text.matchAll(/"([^"]*)"/g), ([, one]) => one ?? "");
    if (unread.includes(name)) {
      // Reading through memory changes nothing.
      if (name === "mmap" && !/PROT_WRITE.*MAP_SHARED/.test(text)) return null;
      throw new Error(`a recording does not know ${text.slice(0, 200)}`);
    }
    if (!isInside(path)) return null;
    switch (name) {
      case "rename":
      case "renameat":
      case "renameat2":
        return { call: "rename", from: relative(path), to: relative(to) };
      case "unlinkat":
        return { call: text.includes("AT_REMOVEDIR") ? "rmdir" : "unlink", path: relative(path) };
      case "unlink":
      case "rmdir":
        return { call: name, path: relative(path) };
      case "mkdir":
      case "mkdirat":
        return { call: "mkdir", path: relative(path) };
    }
    return null;
  };
}

const letters: Record<string, number> = { n: 10, t: 9, r: 13, v: 11, f: 12 };

/** The bytes of the first text in quotation marks, which strace writes as C does. */
function readText(call: string): Buffer {
  const from = call.indexOf('"') + 1;
  const bytes = Buffer.allocUnsafe(call.length - from);
  let size = 0;
  let place = from;
  for (; call[place] !== '"'; place += 1) {
    if (place >= call.length) throw new Error(`cut off: ${call.slice(0, 100)}`);
    let code = call.charCodeAt(place);
    if (code === 0x5c) {
      const octal = readOctal(call, place + 1);
      const next = call[place + 1] ?? "";
      code = octal.digits > 0 ? octal.value : (letters[next] ?? next.charCodeAt(0));
      place += Math.max(octal.digits, 1);
    }
    bytes[size] = code;
    size += 1;
  }
  if (call.startsWith("...", place + 1)) throw new Error("strace cut a text off");
  return bytes.subarray(0, size);
}

function readOctal(text: string, from: number): { value: number; digits: number } {
  let value = 0;
  let digits = 0;
  for (; digits < 3; digits += 1) {
    const digit = text.charCodeAt(from + digits) - 0x30;
    if (!(digit >= 0 && digit < 8)) break;
    value = value * 8 + digit;
  }
  return { value, digits };
}
