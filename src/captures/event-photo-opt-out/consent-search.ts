import { readReceiptNumber } from "../receipt-number.ts";
import type { ConsentEntry } from "./consent-fold.ts";

/** The event's consents that a receipt number names, or whose name holds the typed text; all for no text. */
export function findConsents(consents: readonly ConsentEntry[], text: string): ConsentEntry[] {
  const wanted = text.trim();
  if (wanted === "") return [...consents];
  const receipt = readReceiptNumber(wanted)?.normal;
  if (receipt) {
    return consents.filter(
      ({ receiptNumber }) => readReceiptNumber(receiptNumber)?.normal === receipt,
    );
  }
  const sought = tidy(wanted);
  return consents.filter(({ name }) => tidy(name).includes(sought));
}

function tidy(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
