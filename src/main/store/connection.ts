import { accessSync, closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import SQLite, { type Database } from "better-sqlite3";

export type Connection = Database;

/** How long a statement waits for another one's lock, in ms: longer than a checkpoint, shorter than patience. */
const busyTimeout = 3000;

/**
 * AEGIS-256 (draft-irtf-cfrg-aegis-aead): every page is encrypted and authenticated under a nonce of its own.
 * It uses the processor's AES, so a save spends a fifth less than with ChaCha20, whose code here is portable C.
 */
const cipher = "aegis";

const plaintextHeader = "SQLite format 3\0";

export type ConnectionOptions = {
  path: string;
  /** 32 bytes. */
  key: Buffer;
  /** Whether SQLite without encryption will do: on the development runtime only. */
  allowPlaintext: boolean;
};

/** Thrown where the file would be, or is, readable to anyone. */
export class NotEncrypted extends Error {}

/**
 * Opens the store's file as its only writer, creating it if there is none. Every setting that durability or
 * secrecy rests on is read back: a build that does not know a pragma ignores it without a word.
 */
export function openConnection({ path, key, allowPlaintext }: ConnectionOptions): Connection {
  // An empty key would silently make a plaintext database.
  if (key.length !== 32) throw new Error("the store's key must be 32 bytes");
  if (!allowPlaintext && isPlaintext(path)) throw new NotEncrypted();
  // SQLite would fall back to reading, and say of a log that it cannot write only that it cannot open it.
  accessSync(dirname(path), constants.W_OK);
  if (readSize(path) > 0) accessSync(path, constants.R_OK | constants.W_OK);
  const connection = new SQLite(path, { timeout: busyTimeout });
  try {
    applyKey(connection, key, allowPlaintext);
    // Before the first use of the log: one writer, so the log's index stays in memory.
    connection.pragma("locking_mode=EXCLUSIVE");
    // The first reading of the file: where key or content is wrong, it fails here.
    connection.pragma("user_version", { simple: true });
    applySettings(connection);
    // A disk or file that is read-only, and a second desk, are met now and not at the first save.
    connection.exec("BEGIN IMMEDIATE; ROLLBACK");
    if (!allowPlaintext && isPlaintext(path)) throw new NotEncrypted();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Whether the file begins as an unencrypted database does. A file that is missing or empty does not. */
export function isPlaintext(path: string): boolean {
  if (readSize(path) === 0) return false;
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(plaintextHeader.length);
    readSync(file, header, 0, header.length, 0);
    return header.toString("latin1") === plaintextHeader;
  } finally {
    closeSync(file);
  }
}

/** Bytes of the file; 0 where there is none. */
export function readSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Copies what is in the log into the database, so that no save has to: for when the desk is idle. */
export function copyLog(connection: Connection): void {
  connection.pragma("wal_checkpoint(PASSIVE)");
}

/**
 * Copies all of the log into the database and empties it: what was deleted is then in neither. False: somebody
 * reads, and it has to be tried again.
 */
export function emptyLog(connection: Connection): boolean {
  return connection.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;
}

/**
 * Encrypts the whole file anew, in one transaction: whoever is cut off in the middle has it under the key of
 * before. Where there is no encryption (development runtime) it does nothing.
 */
export function changeKey(connection: Connection, key: Buffer): void {
  if (key.length !== 32) throw new Error("the store's key must be 32 bytes");
  if (connection.pragma("cipher", { simple: true }) !== cipher) return;
  connection.pragma(`rekey="x'${key.toString("hex")}'"`);
  // Until then the pages of before, under the former key, are still in the file.
  emptyLog(connection);
}

function applyKey(connection: Connection, key: Buffer, allowPlaintext: boolean): void {
  connection.pragma(`cipher='${cipher}'`);
  if (connection.pragma("cipher", { simple: true }) !== cipher) {
    // No encryption in this build: nothing may be written with it unless that was asked for.
    if (!allowPlaintext) throw new NotEncrypted();
    return;
  }
  // Raw key: 256 random bits need no derivation, which would cost 50 to 200 ms at each start.
  connection.pragma(`key="x'${key.toString("hex")}'"`);
}

function applySettings(connection: Connection): void {
  connection.pragma("journal_mode=WAL");
  // An existing WAL database comes back as NORMAL, which loses answered saves in a power cut.
  connection.pragma("synchronous=FULL");
  connection.pragma("foreign_keys=ON");
  connection.pragma("secure_delete=ON");
  // A sort that does not fit would otherwise spill to a file outside the store.
  connection.pragma("temp_store=MEMORY");
  connection.pragma("cache_size=-32000");
  // About 16 MB of log, far more than a busy hour: it is copied when the desk is idle (copyLog).
  connection.pragma("wal_autocheckpoint=4000");
  connection.pragma("trusted_schema=OFF");
  readBack(connection, "journal_mode", "wal");
  readBack(connection, "synchronous", 2);
  readBack(connection, "foreign_keys", 1);
  readBack(connection, "secure_delete", 1);
  readBack(connection, "temp_store", 2);
}

function readBack(connection: Connection, name: string, wanted: string | number): void {
  const found = connection.pragma(name, { simple: true });
  if (found !== wanted) throw new Error(`${name} is ${String(found)}, wanted ${wanted}`);
}
