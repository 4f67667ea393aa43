import type { Garment, Marks, Swatch } from "./payload.ts";

/** The marks as they stand in a form. */
export type MarksValues = {
  tag: string;
  clothing: Marks["clothing"];
  zone: string | null;
  /** How long ago they were there; 0: now. */
  minutesAgo: number;
  people: number;
  children: number;
};

export const noMarks: MarksValues = {
  tag: "",
  clothing: [],
  zone: null,
  minutesAgo: 0,
  people: 1,
  children: 0,
};

const minuteMs = 60_000;

export function formMarks(values: MarksValues, now: Date): Marks {
  const tag = values.tag.trim();
  return {
    tag: tag === "" ? null : tag,
    clothing: values.clothing,
    zone: values.zone,
    seenAt:
      values.minutesAgo === 0
        ? null
        : new Date(now.getTime() - values.minutesAgo * minuteMs).toISOString(),
    people: values.people,
    children: values.children,
  };
}

/** What a form begins with that puts marks right. When they were seen stays as it was noted. */
export function readMarks(marks: Marks): MarksValues {
  return {
    tag: marks.tag ?? "",
    clothing: marks.clothing,
    zone: marks.zone,
    minutesAgo: 0,
    people: marks.people,
    children: marks.children,
  };
}

/** The colours of one garment, in the place of those it had. */
export function wear(
  clothing: Marks["clothing"],
  garment: Garment,
  colours: readonly Swatch[],
): Marks["clothing"] {
  const others = clothing.filter((piece) => piece.garment !== garment);
  return [...others, ...colours.map((colour) => ({ garment, colour }))];
}

/** A change of how many people: no more are children than there are. */
export function countPeople(
  values: Pick<MarksValues, "people" | "children">,
  changed: Partial<Pick<MarksValues, "people" | "children">>,
): Pick<MarksValues, "people" | "children"> {
  if (changed.children !== undefined) {
    return { people: Math.max(values.people, changed.children), children: changed.children };
  }
  const people = changed.people ?? values.people;
  return { people, children: Math.min(values.children, people) };
}
