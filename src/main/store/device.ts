import type { Language } from "../../contract/ids.ts";
import type { Connection } from "./connection.ts";

/** What head office made this PC. */
export type Enrolment = {
  device: string;
  deviceNumber: number;
  branch: string;
  /** Head office's origin, such as `https://consent.example`. */
  headOffice: string;
  /** The device's private key (PKCS #8), wrapped by the operating system. */
  protectedKey: Buffer;
};

export type Device = ReturnType<typeof makeDevice>;

type DeviceRow = {
  device: string | null;
  device_number: number | null;
  branch: string | null;
  head_office: string | null;
  protected_key: Uint8Array | null;
  clock_offset_ms: number | null;
  last_synced_at: string | null;
  language: Language | null;
  revoked_at: number | null;
};

/** What this PC is, and when it last heard of head office. One row. */
export function makeDevice(connection: Connection) {
  const read = connection.prepare<[], DeviceRow>("SELECT * FROM device");
  const enrol = connection.prepare(
    `UPDATE device SET device = ?, device_number = ?, branch = ?, head_office = ?, protected_key = ?
     WHERE device IS NULL`,
  );
  const contact = connection.prepare(
    "UPDATE device SET last_synced_at = ?, clock_offset_ms = coalesce(?, clock_offset_ms)",
  );
  const rewrap = connection.prepare("UPDATE device SET protected_key = ? WHERE device IS NOT NULL");
  const revoke = connection.prepare("UPDATE device SET revoked_at = ?");
  const speak = connection.prepare("UPDATE device SET language = ?");

  // Read once: every save needs it, and this is the only writer.
  let known: DeviceRow | null = null;
  function readRow(): DeviceRow {
    known ??= read.get() ?? null;
    if (known === null) throw new Error("the store has lost its device row");
    return known;
  }

  return {
    readEnrolment(): Enrolment | null {
      const row = readRow();
      if (
        row.device === null ||
        row.device_number === null ||
        row.branch === null ||
        row.head_office === null ||
        row.protected_key === null
      ) {
        return null;
      }
      return {
        device: row.device,
        deviceNumber: row.device_number,
        branch: row.branch,
        headOffice: row.head_office,
        protectedKey: Buffer.from(row.protected_key),
      };
    },

    /** A desk is enrolled once: its captures carry the device's id. */
    saveEnrolment({ device, deviceNumber, branch, headOffice, protectedKey }: Enrolment): void {
      const { changes } = enrol.run(device, deviceNumber, branch, headOffice, protectedKey);
      known = null;
      if (changes === 0) throw new Error("this desk is enrolled already");
    },

    /** The same key of the device, wrapped by another protection than before. */
    saveProtectedKey(protectedKey: Buffer): void {
      rewrap.run(protectedKey);
      known = null;
    },

    /** When head office said that it has taken this PC out of use, ms since 1970; null: it has not. */
    readRevokedAt: () => readRow().revoked_at,

    /** Null: head office listens to it again. */
    noteRevoked(at: number | null): void {
      revoke.run(at);
      known = null;
    },

    /** Head office's clock minus the device's, in ms; null before the first contact. */
    readClockOffset: () => readRow().clock_offset_ms,

    /** ISO, by head office's clock. */
    readLastSyncedAt: () => readRow().last_synced_at,

    /** A null offset leaves the known one as it is. */
    noteContact(heard: { serverTime: string; clockOffsetMs: number | null }): void {
      contact.run(heard.serverTime, heard.clockOffsetMs);
      known = null;
    },

    /** The screen's language; null until someone chose. */
    readLanguage: () => readRow().language,

    saveLanguage(language: Language): void {
      speak.run(language);
      known = null;
    },
  };
}
