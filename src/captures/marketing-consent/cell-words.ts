import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import type { CellState } from "./cell-fold.ts";
import { nameChannel } from "./receipt-content.ts";
import { marketingConsentText } from "./text.ts";

const statuses = { yes: "nowYes", no: "nowNo", withdrawn: "nowWithdrawn" } as const;

/** How one purpose stands, in a few words: `yes: SMS, Email`. Null: it was never spoken of. */
export function describeStanding(
  cells: readonly CellState[],
  purpose: string,
  reference: Reference,
  language: Language,
): string | null {
  const own = cells.filter((cell) => cell.purpose === purpose);
  if (own.length === 0) return null;
  const words = marketingConsentText[language].purposes;
  const status = (["yes", "withdrawn", "no"] as const).find((one) =>
    own.some((cell) => cell.status === one),
  );
  if (status === undefined) return null;
  const channels = own.flatMap(({ channel, status: each }) =>
    channel !== null && each === "yes" ? [nameChannel(channel, reference, language)] : [],
  );
  const word = words[statuses[status]];
  return channels.length === 0 ? word : `${word}: ${channels.join(", ")}`;
}
