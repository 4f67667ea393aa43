/** The kinds of file that may be taken in. */
export type PictureType = "jpeg" | "png" | "webp";

/** What a file says of itself before one pixel of it is decoded. */
export type PictureHeader = { type: PictureType; width: number; height: number };

/** Why a file is not taken. The words for each are the screen's. */
export type FileFault =
  | "empty"
  | "too-large"
  | "too-many-pixels"
  | "heic"
  | "not-a-picture"
  | "broken";

export type FileReading =
  | { is: "picture"; header: PictureHeader }
  | { is: "pdf" }
  | { is: "fault"; fault: FileFault };

/** Bytes, and pixels of the decoded picture: more would not fit into a shop PC's memory with what follows. */
export const fileLimits = { bytes: 40 * 1024 * 1024, pixels: 50_000_000 } as const;

const pdfStartWithin = 1024;
const heicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** Reads what a file is by its own bytes, never by its name. Looks at headers only and always ends. */
export function readFileHeader(bytes: Uint8Array): FileReading {
  if (bytes.length === 0) return fault("empty");
  if (bytes.length > fileLimits.bytes) return fault("too-large");
  if (startsWith(bytes, 0, [0xff, 0xd8, 0xff])) return judge("jpeg", readJpegSize(bytes));
  if (startsWith(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return judge("png", readPngSize(bytes));
  }
  if (readText(bytes, 0, 4) === "RIFF" && readText(bytes, 8, 4) === "WEBP") {
    return judge("webp", readWebpSize(bytes));
  }
  if (readText(bytes, 4, 4) === "ftyp" && heicBrands.includes(readText(bytes, 8, 4))) {
    return fault("heic");
  }
  // Writers may put a little before it (ISO 32000-1, annex H, note 13).
  if (readText(bytes, 0, pdfStartWithin).includes("%PDF-")) return { is: "pdf" };
  return fault("not-a-picture");
}

type Size = { width: number; height: number };

function fault(code: FileFault): FileReading {
  return { is: "fault", fault: code };
}

function judge(type: PictureType, size: Size | null): FileReading {
  if (size === null || size.width < 1 || size.height < 1) return fault("broken");
  if (size.width * size.height > fileLimits.pixels) return fault("too-many-pixels");
  return { is: "picture", header: { type, ...size } };
}

function startsWith(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}

function readText(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** ITU-T T.81: markers up to the frame header, which has the size. */
function readJpegSize(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (marker === 0xd8 || marker === 0xd9 || marker === 0xda || marker === 0x00) return null;
    else if (isFrameHeader(marker)) {
      if (at + 9 > bytes.length) return null;
      return { width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    } else {
      const length = data.getUint16(at + 2);
      if (length < 2) return null;
      at += 2 + length;
    }
  }
  return null;
}

function isFrameHeader(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
  return marker >= 0xc0 && marker <= 0xcf && !isTable;
}

/** ISO 15948: the first chunk is IHDR, 13 bytes long. */
function readPngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 33) return null;
  const data = view(bytes);
  if (data.getUint32(8) !== 13 || readText(bytes, 12, 4) !== "IHDR") return null;
  return { width: data.getUint32(16), height: data.getUint32(20) };
}

/** RFC 9649: one of three first chunks, each with the size in its own way. */
function readWebpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const data = view(bytes);
  switch (readText(bytes, 12, 4)) {
    case "VP8X":
      return { width: readUint24(bytes, 24) + 1, height: readUint24(bytes, 27) + 1 };
    case "VP8L": {
      if (bytes[20] !== 0x2f) return null;
      const bits = data.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ": {
      if (!startsWith(bytes, 23, [0x9d, 0x01, 0x2a])) return null;
      return {
        width: data.getUint16(26, true) & 0x3fff,
        height: data.getUint16(28, true) & 0x3fff,
      };
    }
    default:
      return null;
  }
}

function readUint24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
}
