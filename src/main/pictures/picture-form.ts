import { joinBytes } from "./join-bytes.ts";
import { isFrame, listJpegParts, markers, readFrameSize, skipFill } from "./jpeg-segments.ts";
import { keepPngChunks, listPngChunks, readPngSize } from "./png-chunks.ts";
import { dropWebpMetadata, readWebpSize } from "./webp-chunks.ts";

export type PictureFormat = "jpeg" | "png" | "webp";

/** What a file is, by its content; its name says nothing. Sizes are pixels as they stand in the file. */
export type PictureForm = {
  format: PictureFormat;
  width: number;
  height: number;
  /** The file without what was written about the picture: nothing in it turns the picture any more. */
  bare: Uint8Array<ArrayBuffer>;
};

/** Null: none of the formats, or a file that was cut off. */
export function readPictureForm(bytes: Uint8Array): PictureForm | null {
  const form = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  return form && form.width > 0 && form.height > 0 ? form : null;
}

function readJpeg(bytes: Uint8Array): PictureForm | null {
  const parts = listJpegParts(bytes);
  const frame = parts?.find((part) => isFrame(part.marker));
  if (!parts || !frame) return null;
  const kept = parts.filter(({ marker, start }) => {
    if (marker === markers.comment) return false;
    if (marker < markers.app0 || marker > 0xef) return true;
    // How colours are meant: an Adobe marker, and a profile, which the runtime turns into sRGB.
    if (marker === markers.app2) return isProfile(bytes, start);
    return marker === markers.app0 || marker === markers.app14;
  });
  const bare = joinBytes(kept.map(({ start, end }) => bytes.subarray(start, end)));
  return { format: "jpeg", ...readFrameSize(bytes, frame), bare };
}

function isProfile(bytes: Uint8Array, start: number): boolean {
  const at = skipFill(bytes, start) + 4;
  return String.fromCharCode(...bytes.subarray(at, at + 11)) === "ICC_PROFILE";
}

function readPng(bytes: Uint8Array): PictureForm | null {
  if (!listPngChunks(bytes)) return null;
  const about = /^(eXIf|tEXt|zTXt|iTXt|tIME)$/;
  const bare = keepPngChunks(bytes, (type) => !about.test(type));
  return bare && { format: "png", ...readPngSize(bytes), bare };
}

function readWebp(bytes: Uint8Array): PictureForm | null {
  const size = readWebpSize(bytes);
  const bare = size && dropWebpMetadata(bytes);
  return size && bare && { format: "webp", ...size, bare };
}
