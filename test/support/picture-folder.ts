import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeJpeg, paint } from "./test-pictures.ts";

export type MadePicture = {
  name: string;
  /** Pixels as they stand in the file; a picture held upright is wider than high there too. */
  width: number;
  height: number;
  orientation: number;
};

/** Every so many pictures one was taken with the camera held upright. */
const turnedEvery = 10;

/** A folder of pictures as a camera leaves it, half a minute apart from `firstAt` on (ms since 1970). */
export function fillPictureFolder(folder: string, count: number, firstAt: number): MadePicture[] {
  mkdirSync(folder, { recursive: true });
  const thumbnail = makeJpeg(paint(32, 24, 0), {});
  const [width, height] = [360, 240];
  return Array.from({ length: count }, (_, index) => {
    const orientation = index % turnedEvery === turnedEvery - 1 ? 6 : 1;
    const taken = writeWall(firstAt + index * 30_000);
    const name = `DSC_${String(index + 1).padStart(4, "0")}.JPG`;
    const exif = { taken, orientation, thumbnail };
    writeFileSync(
      join(folder, name),
      makeJpeg(paint(width, height, index + 1), { exif, traced: true }),
    );
    return { name, width, height, orientation };
  });
}

/** A moment as a camera in Thailand writes it. */
function writeWall(at: number): string {
  const local = new Date(at + 7 * 60 * 60 * 1000).toISOString();
  return local.slice(0, 19).replace("T", " ").replaceAll("-", ":");
}
