import SQLite from "better-sqlite3";
import type { Connection } from "../../src/main/store/connection.ts";

// The whole library, which the store's own declaration shows a part of.
const Traced = SQLite as unknown as new (path: string, options: { verbose(): void }) => Connection;

/**
 * Opens a store's file, runs the work on it and kills this process before the work's `nth` statement (from 1);
 * where the work has fewer, it is done and the file closed. `prepare`: what is not counted.
 */
export function killBeforeStatement<Ready>(
  { path, key, nth }: { path: string; key: string; nth: number },
  prepare: (connection: Connection) => Ready,
  work: (ready: Ready) => void,
): void {
  let statements = 0;
  let isCounting = false;
  const connection = new Traced(path, {
    verbose() {
      if (!isCounting) return;
      statements += 1;
      if (statements === nth) process.kill(process.pid, "SIGKILL");
    },
  });
  connection.pragma("cipher='aegis'");
  connection.pragma(`key="x'${key}'"`);
  connection.pragma("locking_mode=EXCLUSIVE");
  connection.pragma("journal_mode=WAL");
  connection.pragma("synchronous=FULL");
  const ready = prepare(connection);
  isCounting = true;
  work(ready);
  isCounting = false;
  connection.close();
}
