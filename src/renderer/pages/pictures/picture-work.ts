import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import type { Size } from "./upright.ts";

type Source = Size & {
  bytes: Uint8Array<ArrayBuffer>;
  format: "jpeg" | "png" | "webp";
  /** Exif, 1 to 8. */
  orientation: number;
};

/** What the page asks of the worker, which keeps the decoding off the page's own thread. */
export type PictureTask =
  | ({ task: "preview"; box: Size } & Source)
  /** `regions`: in pixels of the upright picture; none where it is published as it is. */
  | ({ task: "export"; regions: readonly CoverRegion[] } & Source);

export type PictureAnswer =
  /** `size`: the upright picture's own; the bitmap is as large as fits in the box. */
  | { done: "preview"; bitmap: ImageBitmap; size: Size }
  | { done: "export"; bytes: Uint8Array<ArrayBuffer>; size: Size }
  | { done: "unreadable" }
  /** A bug of ours, or no memory. */
  | { done: "broken"; error: string };

export type PictureAsked = { id: number; work: PictureTask };
export type PictureAnswered = { id: number; answer: PictureAnswer };
