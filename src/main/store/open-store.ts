import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fail, type Result, type StoreFailureCode, succeed } from "../../contract/failure.ts";
import { type Attachments, makeAttachments } from "./attachments.ts";
import { type Audit, makeAudit } from "./audit.ts";
import { type Captures, makeCaptures } from "./captures.ts";
import { type Carried, makeCarried } from "./carried.ts";
import {
  type Connection,
  type ConnectionOptions,
  changeKey,
  copyLog,
  emptyLog,
  NotEncrypted,
  openConnection,
  readSize,
} from "./connection.ts";
import { type Device, makeDevice } from "./device.ts";
import { type Drafts, makeDrafts } from "./drafts.ts";
import { type Holds, makeHolds } from "./holds.ts";
import { readFingerprint, takeFingerprint, writeFingerprint } from "./key-fingerprint.ts";
import { migrate, nameCopy, StoreTooNew } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { tidyNames } from "./name-index.ts";
import { makeNoticeWords, type NoticeWords } from "./notice-words.ts";
import { makeOutbox, type Outbox } from "./outbox.ts";
import { makeOwnBundles, type OwnBundles } from "./own-bundles.ts";
import { makePeople, type People } from "./people.ts";
import { makePictureDecisions, type PictureDecisions } from "./picture-decisions.ts";
import { makeReceived, type Received } from "./received.ts";
import { makeRelayed, type Relayed } from "./relayed.ts";
import { makeSignInTries, type SignInTries } from "./sign-in-tries.ts";
import { nameStoreFailure } from "./store-failure.ts";
import { copyForVersion, noteVersion } from "./version-copy.ts";

/** Everything this PC keeps, in one encrypted file with one writer. All of it is synchronous. */
export type Store = {
  captures: Captures;
  people: People;
  outbox: Outbox;
  holds: Holds;
  attachments: Attachments;
  carried: Carried;
  ownBundles: OwnBundles;
  received: Received;
  relayed: Relayed;
  device: Device;
  signInTries: SignInTries;
  drafts: Drafts;
  audit: Audit;
  noticeWords: NoticeWords;
  pictureDecisions: PictureDecisions;
  /** Runs the work in one durable transaction: all of it, or none where it throws. */
  write<Value>(work: () => Value): Value;
  /** Puts a little in order while the desk is idle. True: there is more to do. */
  tidy(): boolean;
  /** Removes the copy from before the last upgrade, if there is one. */
  dropCopy(): void;
  /** Encrypts all of it with another key; the copy from before the last upgrade, under the former one, goes. */
  changeKey(key: Buffer): void;
  /** Whether this is the key that it is encrypted with. */
  isUnder(key: Buffer): boolean;
  /** Leaves no trace of what was purged in the log. False: it has to be tried again. */
  scrub(): boolean;
  close(): void;
};

export type StoreOptions = ConnectionOptions & {
  /** A key that was taking the place of `key` when the program was cut off: the store may be under either. */
  nextKey?: Buffer | null;
  /** The device's clock in ms since 1970. */
  now(): number;
  /** The version of the software; a store that another one used is copied first. Left out: none is. */
  softwareVersion?: string;
};

/** Whether there is a store at this path, whole or not, that a key must already exist for. */
export function storeExists(path: string): boolean {
  return readSize(path) > 0 || readFingerprint(path) !== null;
}

/**
 * Opens the store, creating it on first start. A store that cannot be opened is left exactly as it is:
 * nothing is deleted, replaced or begun anew, for it may hold what head office has not got yet.
 */
export function openStore(options: StoreOptions): Result<Store> {
  const { path } = options;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const keys = listKeys(options);
    const known = readFingerprint(path);
    if (known !== null && !keys.some((key) => takeFingerprint(key) === known)) {
      return fail({ code: "store-wrong-key", path });
    }
    // There was a store, and it has shrunk to nothing or is gone: a new one would hide that.
    if (known !== null && readSize(path) === 0) return fail({ code: "store-damaged", path });
    const { connection, key } = openWithEither(options, keys);
    try {
      copyForVersion(connection, path, options.softwareVersion);
      migrate(connection, path, migrations);
      const store = assemble(connection, options, key);
      if (known !== takeFingerprint(key)) writeFingerprint(path, takeFingerprint(key));
      noteVersion(path, options.softwareVersion);
      return succeed(store);
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    return fail({ code: nameOpenFailure(error, path), path });
  }
}

/** Whether this is the key that the store at this path, which nobody has open, is known by or else opens with. */
export function isKeyOf(options: ConnectionOptions): boolean {
  const known = readFingerprint(options.path);
  if (known !== null) return known === takeFingerprint(options.key);
  try {
    openConnection(options).close();
    return true;
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

const listKeys = ({ key, nextKey }: StoreOptions): Buffer[] => (nextKey ? [key, nextKey] : [key]);

function openWithEither(
  options: StoreOptions,
  [key, ...others]: Buffer[],
): { connection: Connection; key: Buffer } {
  if (key === undefined) throw new Error("no key was given");
  try {
    return { connection: openConnection({ ...options, key }), key };
  } catch (error) {
    if (others.length === 0 || !isUnreadable(error)) throw error;
    return openWithEither(options, others);
  }
}

function assemble(connection: Connection, options: StoreOptions, openedWith: Buffer): Store {
  const { now, path } = options;
  let fingerprint = takeFingerprint(openedWith);
  const drafts = makeDrafts(connection, now);
  const relayed = makeRelayed(connection, now);
  const device = makeDevice(connection);
  const audit = makeAudit(connection, () => device.readEnrolment()?.device ?? null);
  return {
    captures: makeCaptures(connection),
    people: makePeople(connection),
    outbox: makeOutbox(connection, now),
    holds: makeHolds(connection, now),
    received: makeReceived(connection, { relayed, audit, now }),
    relayed,
    attachments: makeAttachments(connection, now),
    carried: makeCarried(connection, now),
    ownBundles: makeOwnBundles(connection, now),
    device,
    signInTries: makeSignInTries(connection),
    drafts,
    audit,
    noticeWords: makeNoticeWords(connection),
    pictureDecisions: makePictureDecisions(connection, now),
    write: (work) => connection.transaction(work).immediate(),
    tidy() {
      drafts.dropOld();
      if (tidyNames(connection)) return true;
      copyLog(connection);
      return false;
    },
    dropCopy: () => rmSync(nameCopy(path), { force: true }),
    changeKey(key) {
      changeKey(connection, key);
      fingerprint = takeFingerprint(key);
      writeFingerprint(path, fingerprint);
      rmSync(nameCopy(path), { force: true });
    },
    isUnder: (key) => takeFingerprint(key) === fingerprint,
    scrub: () => emptyLog(connection),
    close: () => {
      connection.close();
    },
  };
}

function nameOpenFailure(error: unknown, path: string): StoreFailureCode {
  if (error instanceof NotEncrypted) return "store-not-encrypted";
  if (error instanceof StoreTooNew) return "store-too-new";
  const code = nameStoreFailure(error);
  if (code === null) throw error;
  // Nothing says that the key is the right one, as when a store was copied here alone: look there first.
  if (isUnreadable(error) && readFingerprint(path) === null) return "store-wrong-key";
  return code;
}

/** SQLite's word for a first page that does not decrypt: another key, or damage. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_NOTADB";
}
