import { z } from "zod";
import { listChoice } from "./ids.ts";
import { recoveryTextLimit } from "./recovery.ts";

const nothing = z.undefined();

/** Characters of a manager's passphrase. */
export const passphraseLength = { least: 12, most: 200 } as const;
const newPassphrase = z.string().min(passphraseLength.least).max(passphraseLength.most);

/** This PC's keys: what opens a desk that is shut, and changing them. */
export const keyProcedures = {
  /** What can be done about a desk that is shut. None of it works while the desk is open. */
  "keys.ways": {
    input: nothing,
    output: z.strictObject({
      /** `choose`: the system has no safe place, and a passphrase may take its place. */
      passphrase: z.enum(["no", "choose", "enter"]),
      /** The keys are sealed to head office, which can give them back. */
      canAsk: z.boolean(),
    }),
    callers: "anyone",
  },
  "keys.choosePassphrase": {
    input: z.strictObject({ passphrase: newPassphrase }),
    output: nothing,
    callers: "anyone",
  },
  "keys.enterPassphrase": {
    input: z.strictObject({ passphrase: z.string().max(passphraseLength.most) }),
    output: nothing,
    callers: "anyone",
  },
  /** The same question until it is answered or the program ends: its answer opens here alone. */
  "keys.ask": {
    input: nothing,
    output: z.strictObject({ request: z.string(), checkNumber: z.string() }),
    callers: "anyone",
  },
  "keys.takeAnswer": {
    input: z.strictObject({
      answer: z.string().max(recoveryTextLimit),
      /** Takes the place of one that was forgotten, or of the system's key store; null: the system keeps the keys. */
      passphrase: newPassphrase.nullable(),
    }),
    output: nothing,
    callers: "anyone",
  },
  "keys.standing": {
    input: nothing,
    output: z.strictObject({
      /** The key of head office's to which this PC's keys are sealed; null: to none. */
      recoveryKey: listChoice.nullable(),
      byPassphrase: z.boolean(),
    }),
    callers: ["manager"],
  },
  /** Encrypts the store with a new key. */
  "keys.renew": { input: nothing, output: nothing, callers: ["manager"] },
} as const;
