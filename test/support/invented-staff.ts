import { randomBytes, scryptSync } from "node:crypto";
import type { PinHash, StaffMember } from "../../src/contract/reference.ts";

/** A PIN hashed as head office does it; takes as long as it does there. */
export function hashPin(pin: string): PinHash {
  const salt = randomBytes(16);
  const cost = { N: 131_072, r: 8, p: 1 } as const;
  const hash = scryptSync(pin, salt, 32, { ...cost, maxmem: 256 * cost.N * cost.r });
  return { salt: salt.toString("base64url"), hash: hash.toString("base64url"), ...cost };
}

/** An invented member of staff, whose PIN nothing matches unless one is given. */
export function inventStaff(
  id: string,
  branch = "bkk-siam",
  { pin, roles }: { pin?: PinHash; roles?: StaffMember["roles"] } = {},
): StaffMember {
  const empty: PinHash = { salt: "", hash: "A".repeat(43), N: 131_072, r: 8, p: 1 };
  return {
    id,
    name: { th: `พนักงาน ${id}`, en: `Staff ${id}` },
    roles: roles ?? ["counter"],
    branch,
    pin: pin ?? empty,
    pinVersion: 1,
  };
}
