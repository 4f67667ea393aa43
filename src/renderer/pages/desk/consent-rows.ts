import { listPurposes } from "../../../captures/marketing-consent/ask-payload.ts";
import type { CellState } from "../../../captures/marketing-consent/cell-fold.ts";
import type { ConsentState } from "../../../captures/marketing-consent/consent-fold.ts";
import { nameChannel, namePurpose } from "../../../captures/marketing-consent/receipt-content.ts";
import type { Language } from "../../../contract/ids.ts";
import type { Reference } from "../../../contract/reference.ts";

/** One purpose as one capture decided it: a purpose whose channels were decided apart has several rows. */
export type ConsentRow = {
  key: string;
  purpose: string;
  /** Null: it was never asked. */
  decided: {
    /** In the order of the channels; a purpose without channels has one with no channel. */
    answers: { channel: string | null; status: CellState["status"] }[];
    basis: CellState["basis"];
    since: string;
    notice: CellState["notice"];
    branch: string;
    capture: string;
    receiptNumber: string | null;
  } | null;
};

function decide(
  cells: readonly CellState[],
  state: ConsentState,
  reference: Reference,
  language: Language,
) {
  const [first] = cells;
  if (!first) return null;
  const order = reference.channels.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
  const place = ({ channel }: CellState) => (channel === null ? -1 : order.indexOf(channel));
  const branch = reference.branches.find(({ id }) => id === first.branch);
  const entry = state.history.find(({ capture }) => capture === first.capture);
  return {
    answers: cells
      .toSorted((a, b) => place(a) - place(b))
      .map(({ channel, status }) => ({
        channel: channel && nameChannel(channel, reference, language),
        status,
      })),
    basis: first.basis,
    since: first.since,
    notice: first.notice,
    branch: branch?.name[language] ?? first.branch,
    capture: first.capture,
    receiptNumber: entry?.receiptNumber ?? null,
  };
}

/** What a person agreed to, purpose by purpose in head office's order, with what was never asked. */
export function listConsentRows(
  state: ConsentState,
  reference: Reference,
  language: Language,
): ConsentRow[] {
  const asked = listPurposes(reference).map(({ id }) => id);
  const dropped = state.cells.map(({ purpose }) => purpose).filter((id) => !asked.includes(id));
  return [...asked, ...new Set(dropped)].flatMap((id) => {
    const purpose = namePurpose(id, reference, language);
    const cells = state.cells.filter((cell) => cell.purpose === id);
    const captures = [...new Set(cells.map(({ capture }) => capture))];
    if (captures.length === 0) return [{ key: id, purpose, decided: null }];
    return captures.map((capture) => ({
      key: `${id} ${capture}`,
      purpose,
      decided: decide(
        cells.filter((cell) => cell.capture === capture),
        state,
        reference,
        language,
      ),
    }));
  });
}
