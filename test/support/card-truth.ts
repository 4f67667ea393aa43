import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Four corners, top left first, clockwise, in pixels of the picture. */
export type TrueQuad = readonly (readonly [number, number])[];

export type TrueField = {
  readonly name: string;
  readonly kind: "label" | "value" | "picture";
  readonly sensitive: boolean;
  readonly text: string;
  readonly quad: TrueQuad;
};

/** What is known of a picture of a specimen card. */
export type TrueCard = {
  readonly file: string;
  readonly layout: string;
  readonly level: string;
  readonly pxPerMm: number;
  readonly quad: TrueQuad;
  readonly fields: readonly TrueField[];
};

/** The cards of a folder with truth.json and images/. */
export function readTruth(folder: string): readonly TrueCard[] {
  const truth = JSON.parse(readFileSync(join(folder, "truth.json"), "utf8")) as {
    images: TrueCard[];
  };
  return truth.images;
}

/** The folder that lies in the repository. */
export const cardFolder = join(import.meta.dirname, "../fixtures/id-cards");
