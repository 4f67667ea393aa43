import { z } from "zod";

const address = z.email().max(120);

export type EmailReading =
  | { ok: true /** Trimmed, in lower case. */; email: string }
  | { ok: false; code: "bad-email" };

/** Reads a typed email address. */
export function readEmail(text: string): EmailReading {
  const read = address.safeParse(text.trim().toLowerCase());
  return read.success ? { ok: true, email: read.data } : { ok: false, code: "bad-email" };
}

/** Enough to tell two addresses apart, too little to write to: `s•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}•••${at < 0 ? "" : email.slice(at)}`;
}
