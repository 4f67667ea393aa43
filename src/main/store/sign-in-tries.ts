import type { Connection } from "./connection.ts";

export type SignInTries = ReturnType<typeof makeSignInTries>;

/**
 * Wrong PINs in a row per person. They count for one version of the PIN: when head office gives a new one,
 * or unlocks the person, the version rises and the count begins anew.
 */
export function makeSignInTries(connection: Connection) {
  const read = connection
    .prepare<[string, number], number>(
      "SELECT wrong FROM sign_in_tries WHERE staff = ? AND pin_version = ?",
    )
    .pluck();
  const upsert = connection.prepare(
    `INSERT INTO sign_in_tries (staff, pin_version, wrong) VALUES (?, ?, ?)
     ON CONFLICT (staff) DO UPDATE SET pin_version = excluded.pin_version, wrong = excluded.wrong`,
  );
  return {
    read: (staff: string, pinVersion: number) => read.get(staff, pinVersion) ?? 0,
    write(staff: string, pinVersion: number, wrong: number): void {
      upsert.run(staff, pinVersion, wrong);
    },
  };
}
