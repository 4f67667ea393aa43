import { cardMm, copyPxPerMm } from "./card-size.ts";
import { isSurelyChipCard, readChipCard } from "./chip-card.ts";
import { tellDocument } from "./document-kind.ts";
import { isSurelyEarlierCard, readEarlierCard } from "./earlier-card.ts";
import { evenLight } from "./even-light.ts";
import { findCorners } from "./find-corners.ts";
import { mapPoint } from "./homography.ts";
import { density, leastPixelsPerMm } from "./judge-picture.ts";
import { type LayoutMap, mapToCopy } from "./layout-fit.ts";
import { maskCard } from "./mask-card.ts";
import type { Pixels, Quad } from "./picture.ts";
import { turnHalf } from "./quad-shape.ts";
import type { CardReading, FieldName, Recognise, Word } from "./reading.ts";
import { copyToPicture, straighten } from "./straighten.ts";
import { joinLines } from "./text-lines.ts";

export type Reading = {
  readonly recognise: Recognise;
  /** Beside religion, blood group and race, which are covered always. */
  readonly cover: readonly FieldName[];
  /** Set by hand; otherwise they are searched for. */
  readonly corners?: Quad;
};

/** A way of laying the picture, and what OCR read in it. */
type Attempt = {
  readonly corners: Quad;
  readonly copy: Pixels;
  readonly words: readonly Word[];
  /** How much of a known card was recognised; 0 for nothing. */
  readonly known: number;
};

/**
 * Finds the card, straightens it and says what to cover. Sure only where the print itself holds the masks in place;
 * unsure readings cover more. Throws what `recognise` throws, nothing else.
 */
export async function readCard(picture: Pixels, reading: Reading): Promise<CardReading> {
  const places = reading.corners ? [reading.corners] : findCorners(picture).map(({ quad }) => quad);
  const best = await bestAttempt(picture, places, reading.recognise);
  if (best === null) return unreadable;
  const masked = maskCard(best, reading.cover);
  // What was read surely was fine enough.
  if (masked.sure || density(best.corners) >= leastPixelsPerMm) return masked;
  return { ...masked, doubts: [...masked.doubts, "few-pixels"] };
}

const unreadable: CardReading = {
  sure: false,
  document: "other",
  corners: null,
  copy: null,
  masks: [],
  doubts: ["no-corners"],
};

/** Most pictures need one attempt; no more than three are made, each costs about a second. */
const mostAttempts = 3;
const enough = 4;

async function bestAttempt(
  picture: Pixels,
  places: readonly Quad[],
  recognise: Recognise,
): Promise<Attempt | null> {
  const ways = places.flatMap((quad) => [quad, turnHalf(quad)]);
  let best: Attempt | null = null;
  for (const corners of ways.slice(0, mostAttempts)) {
    const attempt = await read(picture, corners, recognise);
    if (best === null || attempt.known > best.known) best = attempt;
    if (best.known >= enough) break;
  }
  return best;
}

async function read(picture: Pixels, corners: Quad, recognise: Recognise): Promise<Attempt> {
  const copy = straighten(picture, corners);
  let words = await recognise(copy);
  if (isAlmostKnown(words)) words = [...words, ...(await readHalves(copy, recognise))];
  if (isAlmostKnown(words)) words = [...words, ...(await readEven(copy, recognise))];
  const lines = joinLines(words);
  const chip = readChipCard(lines);
  const earlier = readEarlierCard(lines);
  const other = tellDocument(lines);
  const known = Math.max(
    (chip?.fit.anchors.length ?? 0) + (chip?.years.length ?? 0),
    earlier === null ? 0 : earlier.others + 3,
    other === null ? 0 : enough,
  );
  if (chip !== null && isSurelyChipCard(chip) && displacement(chip.fit.map) > 1.5) {
    return layAnew(picture, corners, { copy, words, corners, known }, chip.fit.map);
  }
  return { corners, copy, words, known };
}

/** A known card of which too little was read to be sure: worth a second look. */
function isAlmostKnown(words: readonly Word[]): boolean {
  const lines = joinLines(words);
  const chip = readChipCard(lines);
  const earlier = readEarlierCard(lines);
  if (earlier !== null && isSurelyEarlierCard(earlier, lines)) return false;
  return chip !== null && chip.fit.anchors.length >= 2 && !isSurelyChipCard(chip);
}

/** OCR finds lines in a part of a card that it overlooks in the whole. */
async function readHalves(copy: Pixels, recognise: Recognise): Promise<Word[]> {
  const { width, height } = copy;
  const areas = [
    { x0: 0, y0: 0, x1: width, y1: Math.round(height * 0.6) },
    { x0: 0, y0: Math.round(height * 0.5), x1: Math.round(width * 0.76), y1: height },
  ];
  const found: Word[] = [];
  for (const [i, area] of areas.entries()) {
    const words = await recognise(copy, area);
    // Lines of another pass are other lines.
    found.push(...words.map((word) => ({ ...word, line: word.line + (i + 1) * 1000 })));
  }
  return found;
}

/** What shadow and glare hide from a reading of the copy as it is. */
async function readEven(copy: Pixels, recognise: Recognise): Promise<Word[]> {
  const words = await recognise(evenLight(copy));
  return words.map((word) => ({ ...word, line: word.line + 5000 }));
}

/** How far, in millimetres, the corners are from where the print says they are. */
function displacement(map: LayoutMap): number {
  return Math.max(
    ...cardCorners.map((corner) => {
      const at = mapToCopy(map, corner);
      return Math.hypot(at.x / copyPxPerMm - corner.x, at.y / copyPxPerMm - corner.y);
    }),
  );
}

/** The same words on a copy whose corners are where the print says. */
function layAnew(picture: Pixels, corners: Quad, attempt: Attempt, map: LayoutMap): Attempt {
  const toPicture = copyToPicture(corners);
  if (toPicture === null) return attempt;
  const moved = cardCorners.map((corner) => mapPoint(toPicture, mapToCopy(map, corner)));
  const better = moved as unknown as Quad;
  const [a, b, c, d, e, f] = map;
  const det = b * f - c * e;
  const back = (x: number, y: number) => ({
    x: ((f * (x - a) - c * (y - d)) / det) * copyPxPerMm,
    y: ((b * (y - d) - e * (x - a)) / det) * copyPxPerMm,
  });
  const words = attempt.words.map((word) => {
    const from = back(word.box.x0, word.box.y0);
    const to = back(word.box.x1, word.box.y1);
    return { ...word, box: { x0: from.x, y0: from.y, x1: to.x, y1: to.y } };
  });
  return { ...attempt, corners: better, copy: straighten(picture, better), words };
}

const cardCorners = [
  { x: 0, y: 0 },
  { x: cardMm.width, y: 0 },
  { x: cardMm.width, y: cardMm.height },
  { x: 0, y: cardMm.height },
];
