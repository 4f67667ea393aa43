import type { BoardEntry } from "./board-fold.ts";
import { formMarks, type MarksValues, noMarks, readMarks } from "./marks-values.ts";
import type { Contact, Correction, Framing, OptOut, Wish } from "./payload.ts";

export type OptOutValues = MarksValues & {
  framing: Framing;
  /** Asked only where there are children; null: not answered yet. */
  saidBy: OptOut["saidBy"] | null;
  reason: string;
};

/** Every picture, until the person says that they mind some only: the least that can be missed. */
export const noOptOut: OptOutValues = { ...noMarks, framing: "both", saidBy: null, reason: "" };

export function readOptOut(entry: BoardEntry): OptOutValues {
  return {
    ...readMarks(entry.marks),
    framing: entry.framing,
    saidBy: entry.saidBy,
    reason: "",
  };
}

/** Who said so, where it must be known and is not yet: null. */
export function readSaidBy({ saidBy, children }: OptOutValues): OptOut["saidBy"] | null {
  return children === 0 ? "person" : saidBy;
}

export function formOptOut(
  event: string,
  wish: Wish,
  values: OptOutValues,
  contact: Contact | null,
  now: Date,
): OptOut {
  return {
    act: "opt-out",
    event,
    wish,
    framing: values.framing,
    marks: formMarks(values, now),
    saidBy: readSaidBy(values) ?? "person",
    contact,
    referencePicture: false,
  };
}

/** `seenAt` stays as it was noted unless another time was chosen. */
export function formCorrection(
  event: string,
  wish: Wish,
  values: OptOutValues,
  entry: BoardEntry,
  now: Date,
): Correction {
  const marks = formMarks(values, now);
  const reason = values.reason.trim();
  return {
    act: "correct",
    event,
    wish,
    framing: values.framing,
    marks: { ...marks, seenAt: marks.seenAt ?? entry.marks.seenAt },
    saidBy: readSaidBy(values) ?? "person",
    reason: reason === "" ? null : reason,
  };
}
