import type { Box, Pixels, Quad } from "./picture.ts";

export type DocumentKind =
  | "thai-id-front"
  | "thai-id-back"
  | "passport"
  | "driving-licence"
  | "house-registration"
  | "other";

export type FieldName = "religion" | "blood-group" | "race" | "address" | "photo" | "id-number";

/**
 * A part of the straightened copy to be painted over. `found`: by its known place on the card, by a word that
 * was read, by ink on a line that should be empty, or set by staff.
 */
export type Mask = {
  readonly field: FieldName;
  readonly box: Box;
  readonly found: "place" | "word" | "ink" | "staff";
};

/**
 * Why a reading is not sure. Any of them asks for the staff member's eyes:
 * - `no-corners`: no card found in the picture;
 * - `few-pixels`, `blurred`: the picture should be taken again;
 * - `unknown-layout`: the words found do not lie as on a card that is known;
 * - `few-words`: too few words were read to hold the layout in place;
 * - `unexpected-ink`: something stands where nothing should;
 * - `not-a-card`: a document whose masks are set by hand.
 */
export type Doubt =
  | "no-corners"
  | "few-pixels"
  | "blurred"
  | "unknown-layout"
  | "few-words"
  | "unexpected-ink"
  | "not-a-card";

/**
 * What the machine makes of a picture. `copy` is straightened and upright; null where no card was found.
 * When not `sure`, `masks` hold all that a sure reading would hold and more.
 */
export type CardReading = {
  readonly sure: boolean;
  readonly document: DocumentKind;
  readonly corners: Quad | null;
  readonly copy: Pixels | null;
  readonly masks: readonly Mask[];
  readonly doubts: readonly Doubt[];
};

/**
 * What OCR read between two gaps: in Thai often less than a word. Its box is in pixels of the picture given to
 * OCR, its confidence from 0 to 100. Words of one `line` follow each other from left to right.
 */
export type Word = {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
  readonly line: number;
};

/** Optical character recognition of Thai, of the whole picture or of an area; boxes count from the picture's corner. */
export type Recognise = (pixels: Pixels, area?: Box) => Promise<readonly Word[]>;
