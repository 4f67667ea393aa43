import { skeleton } from "./thai-skeleton.ts";

/**
 * Where a printed label begins on the card: its left edge, and the line its letters stand on, in millimetres from
 * the top left corner. Measured on specimens; print may be off by half a millimetre as a whole.
 */
export type PrintedLabel = {
  readonly name: string;
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
};

const printed = (name: string, text: string, x: number, baseline: number): PrintedLabel => ({
  name,
  text: skeleton(text),
  x,
  baseline,
});

/** Today's card, with a chip: every label has its place. */
export const chipCardLabels: readonly PrintedLabel[] = [
  printed("title", "บัตรประจำตัวประชาชน", 17.05, 4.95),
  printed("id", "เลขประจำตัวประชาชน", 17.15, 8.35),
  printed("name", "ชื่อตัวและชื่อสกุล", 6.05, 15.8),
  printed("birth", "เกิดวันที่", 27.15, 27.05),
  printed("address", "ที่อยู่", 5.25, 39.1),
  printed("issue", "วันออกบัตร", 7.5, 48.15),
  printed("expiry", "วันบัตรหมดอายุ", 48.05, 48.15),
  printed("officer", "เจ้าพนักงานออกบัตร", 27.1, 52.65),
];

/** Where today's card shows dates: the year's line only, since the day's width shifts the rest. */
export const chipCardYears: readonly {
  name: string;
  from: number;
  to: number;
  baseline: number;
}[] = [
  { name: "birth-year", from: 42, to: 58, baseline: 27.05 },
  { name: "birth-year-latin", from: 46, to: 64, baseline: 30.85 },
  { name: "issue-year", from: 12, to: 26, baseline: 45.65 },
  { name: "issue-year-latin", from: 12, to: 26, baseline: 50.65 },
  { name: "expiry-year", from: 52, to: 65, baseline: 45.65 },
  { name: "expiry-year-latin", from: 52, to: 65, baseline: 50.65 },
];

/** The line of today's card between the date of birth and the address, where religion and blood group stand. */
export const chipCardLine = { x0: 26.2, y0: 30.7, x1: 63.8, y1: 37.25 } as const;

/** The label of the religion, at the head of that line; its letters reach 1.35 mm above the base line. */
export const chipCardReligion = { text: skeleton("ศาสนา"), x: 27.1, middle: 34.35 } as const;

export const chipCardPlaces = {
  address: { x0: 4.5, y0: 34.8, x1: 62.8, y1: 43.4 },
  photo: { x0: 62.4, y0: 23.6, x1: 81.6, y1: 46.8 },
  idNumber: { x0: 36.5, y0: 6.4, x1: 79, y1: 10.9 },
} as const;

/**
 * Earlier cards keep their rows in this order, but neither their heights nor the side of the photo: the date of
 * birth, then race, religion and blood group as far as printed, then the address.
 */
export const earlierCardLabels = {
  title: skeleton("บัตรประจำตัวประชาชน"),
  id: skeleton("เลขประจำตัวประชาชน"),
  birth: skeleton("เกิดวันที่"),
  address: skeleton("ที่อยู่"),
  issue: skeleton("วันออกบัตร"),
  expiry: skeleton("วันหมดอายุ"),
} as const;

/** Where religion, blood group and race may stand on any card that is not known better. */
export const anyCardArea = { x0: 2.5, y0: 16.5, x1: 84, y1: 38.5 } as const;
