import type { Box } from "../../../card-mask/picture.ts";
import type { DocumentKind } from "../../../card-mask/reading.ts";

/** Where the stamp stands; which of these are clear of face and name depends on the document. */
export const stampPlaces = ["low", "middle", "high"] as const;
export type StampPlace = (typeof stampPlaces)[number];

/** Shares of the copy's width and height. */
type Share = { x0: number; y0: number; x1: number; y1: number };

// Thai card, front: name above 24 mm, face right of 63 mm, of 85.60 x 53.98 mm.
const thaiCard: Partial<Record<StampPlace, Share>> = {
  low: { x0: 0.03, y0: 0.7, x1: 0.71, y1: 0.96 },
  middle: { x0: 0.03, y0: 0.46, x1: 0.71, y1: 0.7 },
};
// Elsewhere the staff member sees where face and name are and chooses.
const anyDocument: Readonly<Record<StampPlace, Share>> = {
  low: { x0: 0.05, y0: 0.74, x1: 0.95, y1: 0.97 },
  middle: { x0: 0.05, y0: 0.4, x1: 0.95, y1: 0.62 },
  high: { x0: 0.05, y0: 0.03, x1: 0.95, y1: 0.24 },
};

/** The places to choose from on this document, the usual one first. */
export function listStampPlaces(document: DocumentKind): StampPlace[] {
  const places = document === "thai-id-front" ? thaiCard : anyDocument;
  return stampPlaces.filter((place) => places[place] !== undefined);
}

/** The part of the copy that the stamp may use, in pixels. */
export function placeStamp(
  document: DocumentKind,
  place: StampPlace,
  size: { width: number; height: number },
): Box {
  const places = document === "thai-id-front" ? thaiCard : anyDocument;
  const share = places[place] ?? anyDocument.low;
  return {
    x0: share.x0 * size.width,
    y0: share.y0 * size.height,
    x1: share.x1 * size.width,
    y1: share.y1 * size.height,
  };
}

export type StampTask = {
  /** Ends in "only" (…เท่านั้น): what the copy is for. */
  purpose: string;
  /** The sale's receipt. */
  sale: string;
  shop: string;
  /** The day in words, Buddhist era. */
  day: string;
};

/** The two lines that custom asks for: what for, and where, when and on which receipt. */
export function writeStamp({ purpose, sale, shop, day }: StampTask): [string, string] {
  return [purpose, `ใบเสร็จ ${sale} · ${shop} · ${day}`];
}
