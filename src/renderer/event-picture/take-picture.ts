import { fileLimits, readFileHeader } from "../../captures/id-copy/picture-header.ts";
import type { Pixels } from "../../card-mask/picture.ts";
import { decodePicture, drawBitmap } from "../copy/reader/decode-picture.ts";

/** More is not needed to see clothing or to read a page. */
const mostPixels = 6_000_000;

export type TakeFault =
  | "empty"
  | "too-large"
  | "too-many-pixels"
  | "heic"
  | "not-a-picture"
  | "broken";

/** The pixels of a file or of the camera's picture, in memory alone. What a file is, its bytes say. */
export async function takePicture(given: File | ImageBitmap): Promise<Pixels | TakeFault> {
  if (given instanceof ImageBitmap) return drawBitmap(given, mostPixels);
  if (given.size > fileLimits.bytes) return "too-large";
  const bytes = await given.arrayBuffer();
  const reading = readFileHeader(new Uint8Array(bytes));
  if (reading.is === "fault") return reading.fault;
  if (reading.is === "pdf") return "not-a-picture";
  return (await decodePicture(bytes, reading.header)) ?? "broken";
}
