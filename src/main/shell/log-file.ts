import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

export type LogFile = {
  write(line: string): void;
  /** Every line that is kept, the oldest first. */
  read(): string[];
};

/**
 * The log in a folder: a file that is put aside when it has grown to `maxBytes`, and at most `older` such.
 * Nothing that fails here may end the desk, least of all a full disk, which is when it has most to tell.
 */
export function openLogFile(folder: string, { maxBytes = 1_000_000, older = 3 } = {}): LogFile {
  const name = (age: number) => join(folder, age === 0 ? "desk.log" : `desk.${age}.log`);

  function rotate(): void {
    for (let age = older - 1; age >= 0; age -= 1) {
      if (sizeOf(name(age)) > 0) renameSync(name(age), name(age + 1));
    }
  }

  return {
    write(line) {
      try {
        mkdirSync(folder, { recursive: true });
        if (sizeOf(name(0)) + Buffer.byteLength(line) > maxBytes) rotate();
        appendFileSync(name(0), line, { mode: 0o600 });
      } catch {
        // It was printed all the same.
      }
    },
    read() {
      const ages = Array.from({ length: older + 1 }, (_, index) => older - index);
      return ages.flatMap((age) => readLines(name(age)));
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}
