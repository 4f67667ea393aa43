import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import jpeg from "jpeg-js";
import { root } from "../../scripts/dependencies.mjs";

/** A synthetic card of the fixtures, by its number. */
export function cardFile(name: string): string {
  return join(root, "test/fixtures/id-cards/images", `${name}.jpg`);
}

/** RGBA, row by row. */
export type Frame = { width: number; height: number; data: Uint8Array };

export function readCard(name: string): Frame {
  return jpeg.decode(readFileSync(cardFile(name)), { useTArray: true, maxMemoryUsageInMB: 1024 });
}

/**
 * What makes Chromium's fake camera show one still picture: the switches for the desk. Writes the picture as
 * YUV4MPEG2 to `path`, one frame, which the camera repeats.
 */
export function showToCamera(frame: Frame, path: string): string[] {
  const width = frame.width - (frame.width % 2);
  const height = frame.height - (frame.height % 2);
  const y = Buffer.alloc(width * height);
  const u = Buffer.alloc((width * height) / 4);
  const v = Buffer.alloc((width * height) / 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = (row * frame.width + column) * 4;
      const [r = 0, g = 0, b = 0] = frame.data.subarray(at, at + 3);
      // BT.601, limited range.
      y[row * width + column] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if (row % 2 === 0 && column % 2 === 0) {
        const half = (row / 2) * (width / 2) + column / 2;
        u[half] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
        v[half] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
      }
    }
  }
  const file = openSync(path, "w");
  writeSync(file, `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  for (let count = 0; count < 2; count += 1) {
    writeSync(file, "FRAME\n");
    for (const plane of [y, u, v]) writeSync(file, plane);
  }
  closeSync(file);
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}
