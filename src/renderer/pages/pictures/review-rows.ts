import type {
  PictureDecision,
  PictureTrouble,
  ScannedPicture,
} from "../../../contract/picture-procedures.ts";

/** A picture of the opened folder as the page knows it. */
export type Row = {
  name: string;
  isScanned: boolean;
  takenAt: string | null;
  decision: PictureDecision | null;
  /** Why it cannot be decided here. */
  trouble: PictureTrouble | null;
};

export type Rows = readonly Row[];

export function startRows(names: readonly string[]): Rows {
  return names.map((name) => ({
    name,
    isScanned: false,
    takenAt: null,
    decision: null,
    trouble: null,
  }));
}

export function addScanned(rows: Rows, scanned: readonly ScannedPicture[]): Rows {
  const found = new Map(scanned.map((one) => [one.index, one]));
  return rows.map((row, index) => {
    const one = found.get(index);
    if (!one) return row;
    const { takenAt, decision, trouble } = one;
    // What was decided while the scan went on is newer.
    return { ...row, isScanned: true, takenAt, decision: row.decision ?? decision, trouble };
  });
}

export function changeRow(rows: Rows, index: number, change: Partial<Row>): Rows {
  return rows.map((row, place) => (place === index ? { ...row, ...change } : row));
}

const isOpen = (row: Row) => row.isScanned && row.decision === null && row.trouble === null;

/** The next picture that waits for a decision, after `from` and then from the start; null: none does. */
export function findOpen(rows: Rows, from: number): number | null {
  const after = rows.findIndex((row, index) => index > from && isOpen(row));
  if (after >= 0) return after;
  const first = rows.findIndex((row, index) => index !== from && isOpen(row));
  return first >= 0 ? first : null;
}

/** Those to make ready: the one that is looked at, the next that wait, and the ones just left. */
export function listWanted(rows: Rows, at: number): number[] {
  const ahead: number[] = [];
  for (let index = at + 1; index < rows.length && ahead.length < 5; index += 1) {
    const row = rows[index];
    if (row && isOpen(row)) ahead.push(index);
  }
  const beside = [at + 1, at - 1, at - 2].filter((index) => index >= 0 && index < rows.length);
  return [...new Set([at, ...ahead, ...beside])];
}

export type Tally = {
  publish: number;
  cover: number;
  leaveOut: number;
  /** Waits for a decision. */
  open: number;
  /** Cannot be opened here. */
  troubled: number;
};

export function countRows(rows: Rows): Tally {
  const tally: Tally = { publish: 0, cover: 0, leaveOut: 0, open: 0, troubled: 0 };
  for (const { decision, trouble } of rows) {
    if (decision) tally[decision.choice === "leave-out" ? "leaveOut" : decision.choice] += 1;
    else if (trouble) tally.troubled += 1;
    else tally.open += 1;
  }
  return tally;
}
