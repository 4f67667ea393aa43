import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import decode, { init } from "@jsquash/jpeg/decode.js";
import type { Pixels } from "../../src/card-mask/picture.ts";

const codec = import.meta.resolve("@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm");
let ready: Promise<void> | null = null;

/** Decodes a JPEG file as Chromium does (libjpeg's own arithmetic). */
export async function readJpeg(path: string): Promise<Pixels> {
  ready ??= start();
  await ready;
  const bytes = readFileSync(path);
  const { width, height, data } = await decode(new Uint8Array(bytes).buffer);
  return { width, height, data: new Uint8ClampedArray(data) };
}

async function start(): Promise<void> {
  // The decoder makes one, as in a page.
  if (!("ImageData" in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData });
  await init({ wasmBinary: new Uint8Array(readFileSync(fileURLToPath(codec))).buffer });
}

class PlainImageData {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
