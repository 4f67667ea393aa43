import { z } from "zod";
import { moment, sha256Hex, staffId } from "./ids.ts";

const eventOfPictures = z.string().min(1).max(64);

/** What main lets a page ask of one opened folder: random, told once to the page that opened it. */
const reviewId = z.string().regex(/^[0-9a-f]{32}$/);

/** A picture of an opened folder: its place in the folder's list, from 0. Never a path. */
const index = z.int().nonnegative().max(100_000);

/** A rectangle in whole pixels of the upright picture, from its upper left corner. */
const coverRegion = z.strictObject({
  x: z.int().nonnegative(),
  y: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
});

export type CoverRegion = z.infer<typeof coverRegion>;

export const pictureDecision = z.discriminatedUnion("choice", [
  z.strictObject({ choice: z.literal("publish") }),
  z.strictObject({ choice: z.literal("leave-out") }),
  z.strictObject({ choice: z.literal("cover"), regions: z.array(coverRegion).min(1).max(60) }),
]);
export type PictureDecision = z.infer<typeof pictureDecision>;

/** How many pictures of an event were decided how, in all of its folders. One picture twice counts once. */
const pictureCounts = z.strictObject({
  publish: z.int().nonnegative(),
  cover: z.int().nonnegative(),
  leaveOut: z.int().nonnegative(),
  /** Who decided, by id. */
  checkedBy: z.array(staffId),
  /** What these counts are counted under: one per event on this PC. */
  review: z.uuid(),
});

export const pictureTrouble = z.enum([
  "picture-unreadable",
  "picture-too-large",
  "picture-gone",
  "picture-locked",
]);
export type PictureTrouble = z.infer<typeof pictureTrouble>;

export const scannedPicture = z.strictObject({
  index,
  /** When it was taken, as the camera wrote it; null where it wrote none, or none that can be. */
  takenAt: moment.nullable(),
  /** What was decided before, if this file is the one that it was decided about. */
  decision: pictureDecision.nullable(),
  trouble: pictureTrouble.nullable(),
});
export type ScannedPicture = z.infer<typeof scannedPicture>;

export const pictureBytes = z.strictObject({
  /** The file without what the camera wrote about it: its pixels still stand as the camera held them. */
  bytes: z.instanceof(Uint8Array),
  format: z.enum(["jpeg", "png", "webp"]),
  digest: sha256Hex,
  /** Exif orientation, 1 to 8: how `bytes` are turned to stand upright. */
  orientation: z.int().min(1).max(8),
  /** Pixels as they stand in the file. */
  width: z.int().positive(),
  height: z.int().positive(),
  decision: pictureDecision.nullable(),
  /** Something was decided about the file that was here before; this is another one. */
  changed: z.boolean(),
});
export type PictureBytes = z.infer<typeof pictureBytes>;

const nothing = z.undefined();
const staff = ["event", "manager"] as const;
const onePicture = { review: reviewId, index };

/** Looking through an event's pictures before they are published. */
export const pictureProcedures = {
  /** Asks for a folder in the system's dialog, and lists the pictures in it. One folder is open at a time. */
  "pictures.open": {
    input: z.strictObject({ event: eventOfPictures }),
    output: z.strictObject({
      review: reviewId,
      /** The folder's own name, without where it lies. */
      folder: z.string(),
      names: z.array(z.string()),
      /** Files that are no picture this program can read, such as raw files. */
      others: z.int().nonnegative(),
    }),
    callers: staff,
  },
  /** Reads what the cameras wrote and what was decided before, some pictures from `from` on. */
  "pictures.scan": {
    input: z.strictObject({ review: reviewId, from: index }),
    output: z.array(scannedPicture),
    callers: staff,
  },
  "pictures.read": { input: z.strictObject(onePicture), output: pictureBytes, callers: staff },
  /** `digest`: of the picture as the page showed it. */
  "pictures.decide": {
    input: z.strictObject({ ...onePicture, digest: sha256Hex, decision: pictureDecision }),
    output: nothing,
    callers: staff,
  },
  "pictures.counts": {
    input: z.strictObject({ event: eventOfPictures }),
    output: pictureCounts,
    callers: staff,
  },
  /** Asks for the folder that new files are to be written to. */
  "pictures.chooseExport": {
    input: z.strictObject({ review: reviewId }),
    output: z.strictObject({
      folder: z.string(),
      /** Pictures that lie there already, as decided. */
      done: z.array(index),
      /** Files that lie there and do not follow what is decided now: to be deleted by hand. */
      stale: z.array(z.string()),
    }),
    callers: staff,
  },
  /** Writes one new file. `bytes`: JPEG or PNG of the upright picture, as `width` by `height` pixels. */
  "pictures.export": {
    input: z.strictObject({
      ...onePicture,
      digest: sha256Hex,
      bytes: z.instanceof(Uint8Array),
      width: z.int().positive(),
      height: z.int().positive(),
    }),
    output: z.strictObject({ name: z.string() }),
    callers: staff,
  },
  "pictures.close": {
    input: z.strictObject({ review: reviewId }),
    output: nothing,
    callers: staff,
  },
} as const;
