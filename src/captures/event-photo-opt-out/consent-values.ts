import type { Signature } from "../drawn-signature.ts";
import type { Marks, PhotoConsent, Recognise, ShownPlace } from "./payload.ts";

type Guardian = NonNullable<PhotoConsent["guardian"]>;

export type ConsentValues = {
  isTold: boolean;
  name: string;
  ageBand: PhotoConsent["ageBand"] | null;
  shownAt: ShownPlace[];
  guardianName: string;
  relation: Guardian["relation"] | null;
  /** The guardian's where one signs, else the person's own. */
  signature: Signature | null;
};

/** Nothing is ticked or chosen beforehand (s.19). */
export const noConsent: ConsentValues = {
  isTold: false,
  name: "",
  ageBand: null,
  shownAt: [],
  guardianName: "",
  relation: null,
  signature: null,
};

export type ConsentField = "told" | "name" | "ageBand" | "guardian" | "shownAt" | "signature";

/** Up to 19 the holder of parental power signs (s.20). */
export function needsGuardian({ ageBand }: Pick<ConsentValues, "ageBand">): boolean {
  return ageBand !== null && ageBand !== "adult";
}

/** What is still to be answered, in the order of the form. */
export function listLacks(values: ConsentValues): ConsentField[] {
  const lacks: [ConsentField, boolean][] = [
    ["told", !values.isTold],
    ["name", values.name.trim() === ""],
    ["ageBand", values.ageBand === null],
    ["shownAt", values.shownAt.length === 0],
    [
      "guardian",
      needsGuardian(values) && (values.guardianName.trim() === "" || values.relation === null),
    ],
    ["signature", values.signature === null],
  ];
  return lacks.flatMap(([field, isLacking]) => (isLacking ? [field] : []));
}

/** Null while something is lacking. */
export function formConsent(
  event: string,
  purpose: string,
  values: ConsentValues,
): PhotoConsent | null {
  const { ageBand, relation, signature } = values;
  if (listLacks(values).length > 0 || ageBand === null || signature === null) return null;
  const guardian =
    needsGuardian(values) && relation !== null
      ? { name: values.guardianName.trim(), relation, signature }
      : null;
  return {
    act: "photo-consent",
    event,
    name: values.name.trim(),
    ageBand,
    guardian,
    purpose,
    shownAt: values.shownAt,
    signature: guardian === null ? signature : null,
  };
}

/** Null: nothing was noted that would help to find them in the pictures. */
export function formRecognise(event: string, marks: Marks): Recognise | null {
  const isEmpty = marks.tag === null && marks.clothing.length === 0;
  return isEmpty ? null : { act: "recognise", event, marks };
}
