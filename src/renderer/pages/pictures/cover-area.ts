import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import type { Size } from "./upright.ts";

/** Blocks in which JPEG keeps brightness and, at half size, colour: 16 by 16 pixels (ITU-T T.81, A.2). */
const block = 16;

/** A decoder mixes the colour of a pixel with that of its neighbours, which are two pixels wide. */
const mixed = 2;

/**
 * What is painted over so that all of the region comes out of a JPEG as one flat colour: whole blocks, since
 * a block that was half painted over would ring. Never less than the region, never beyond the picture.
 */
export function growForJpeg(region: CoverRegion, { width, height }: Size): CoverRegion {
  const [x, y] = [region.x, region.y].map((from) => down(from - mixed)) as [number, number];
  const right = Math.min(width, up(region.x + region.width + mixed));
  const bottom = Math.min(height, up(region.y + region.height + mixed));
  return { x, y, width: right - x, height: bottom - y };
}

const down = (at: number) => Math.max(0, Math.floor(at / block) * block);
const up = (at: number) => Math.ceil(at / block) * block;

/** The region in whole pixels within the picture, whatever was drawn; null: none of it is. */
export function clipRegion(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  size: Size,
): CoverRegion | null {
  const left = Math.max(0, Math.floor(Math.min(x, x + width)));
  const top = Math.max(0, Math.floor(Math.min(y, y + height)));
  const right = Math.min(size.width, Math.ceil(Math.max(x, x + width)));
  const bottom = Math.min(size.height, Math.ceil(Math.max(y, y + height)));
  if (right <= left || bottom <= top) return null;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
