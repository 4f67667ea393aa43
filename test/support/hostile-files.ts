import { Buffer } from "node:buffer";
import { crc32, deflateSync } from "node:zlib";
import jpeg from "jpeg-js";

/** A file that a shop's scanner, or somebody who means harm, could hand over. */
export type HostileFile = { name: string; bytes: Uint8Array };

/** Numbers from a seed: the same files at every run (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many files, each whole in form, or broken, truncated, enormous or made up. */
export function* listHostileFiles(count: number, seed: number): Generator<HostileFile> {
  const random = makeRandom(seed);
  // Copied, as slices of Node.js' buffers are not.
  const whole = [makeJpeg(40, 25), makePng(33, 21), makeWebp(), makePdf()];
  const ways = [keep, truncate, flip, enlarge, splice, noise, relabel, repeat];
  for (let index = 0; index < count; index += 1) {
    const base = whole[Math.floor(random() * whole.length)] ?? makeJpeg(8, 8);
    const way = ways[index % ways.length] ?? truncate;
    yield { name: `${way.name}-${index}`, bytes: way(Uint8Array.from(base), random) };
  }
}

function makeJpeg(width: number, height: number): Uint8Array {
  const data = Buffer.alloc(width * height * 4, 120);
  return jpeg.encode({ width, height, data }, 80).data;
}

/** A PNG that says it has these sides, whatever is in it. */
export function makePng(width: number, height: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width >>> 0, 0);
  header.writeUInt32BE(height >>> 0, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = Buffer.alloc(Math.min(rows * (1 + Math.min(width, 64) * 3), 100_000), 7);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, check]);
}

/** One pixel, lossless (RFC 9649). */
function makeWebp(): Uint8Array {
  return Buffer.from("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "base64");
}

function makePdf(): Uint8Array {
  return Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 120 80]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
    "latin1",
  );
}

const smallPng = makePng(9, 9);
const smallJpeg = makeJpeg(16, 16);

type Way = (base: Uint8Array, random: () => number) => Uint8Array;

/** Nothing is wrong with it. */
const keep: Way = (base) => base.slice();

const truncate: Way = (base, random) => base.slice(0, Math.floor(random() * base.length));

const flip: Way = (base, random) => {
  const bytes = base.slice();
  for (let turn = 0; turn < 1 + random() * 12; turn += 1) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return bytes;
};

/** Says that it is as large as a field. */
const enlarge: Way = (base, random) => {
  const side = () => Math.floor(random() * 2 ** (8 + random() * 24));
  if (base[0] === 0x89) return makePng(side(), side(), 4);
  const bytes = base.slice();
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  if (base[0] !== 0xff || frame < 0) return flip(base, random);
  for (let at = frame + 5; at < frame + 9; at += 1) bytes[at] = Math.floor(random() * 256);
  return bytes;
};

const splice: Way = (base, random) => {
  const cut = Math.floor(random() * base.length);
  const long = Buffer.alloc(Math.floor(random() * 3000), Math.floor(random() * 256));
  return Buffer.concat([base.slice(0, cut), long, base.slice(cut)]);
};

const noise: Way = (base, random) => {
  const bytes = Uint8Array.from({ length: Math.floor(random() * 600) }, () =>
    Math.floor(random() * 256),
  );
  // Half of them begin as a picture does.
  if (random() < 0.5) bytes.set(base.slice(0, Math.min(12, bytes.length)));
  return bytes;
};

/** The start of one kind on the body of another. */
const relabel: Way = (base, random) => {
  const bytes = Uint8Array.from(random() < 0.5 ? smallPng : smallJpeg);
  bytes.set(base.slice(0, Math.min(base.length, 16, bytes.length)));
  return bytes;
};

/** Segments without an end, which a careless reader walks for ever. */
const repeat: Way = (_base, random) => {
  const segment = random() < 0.5 ? [0xff, 0xe1, 0x00, 0x02] : [0xff, 0xff, 0xff, 0xff];
  const body = Buffer.alloc(4 * Math.floor(random() * 4000), Buffer.from(segment));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), body]);
};
