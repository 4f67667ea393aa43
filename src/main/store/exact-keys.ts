import type { SearchKeys } from "../../captures/define-capture.ts";
import { readReceiptNumber } from "../../captures/receipt-number.ts";
import type { Connection } from "./connection.ts";
import { normalText } from "./normal-text.ts";

/** What a capture is found by as a whole, not by a part. */
export type ExactKeys = Omit<SearchKeys, "name" | "group">;

export type ExactType = keyof ExactKeys;
export const exactTypes: readonly ExactType[] = ["receipt", "phone", "email", "member"];

/** Finds the captures that have any of some keys: their sequences, ascending, each once. */
export function makeKeySearch(connection: Connection): (keys: ExactKeys) => number[] {
  const byKey = connection
    .prepare<[string, string], number>(
      "SELECT sequence FROM search_key WHERE type = ? AND value = ?",
    )
    .pluck();
  const own = connection
    .prepare<[number, number], number>(
      "SELECT sequence FROM capture_log WHERE sequence = ? AND (SELECT device_number FROM device) = ?",
    )
    .pluck();

  return (keys) => {
    const named = exactTypes.flatMap((type) =>
      keys[type].flatMap((value) => byKey.all(type, normalKey(type, value))),
    );
    // A capture's own receipt number is its device and sequence: it is read, not looked up.
    const numbered = keys.receipt.flatMap((text) => {
      const receipt = readReceiptNumber(text);
      return receipt ? own.all(receipt.sequence, receipt.deviceNumber) : [];
    });
    return [...new Set([...named, ...numbered])].sort((one, other) => one - other);
  };
}

/** Exact keys in the form in which they are compared. */
export function normalKey(type: ExactType, value: string): string {
  if (type === "phone") return value;
  if (type === "receipt") return readReceiptNumber(value)?.normal ?? value;
  return normalText(value);
}
