import type { Box, Pixels } from "../../../card-mask/picture.ts";
import { toImageData } from "../reader/decode-picture.ts";
import { squareMask } from "./solid-mask.ts";

/** One flat colour over everything that is hidden. */
export const maskColour = [0, 0, 0] as const;
const stampColour = "rgb(24 44 140 / 0.78)";
const stampFont = '"IBM Plex Sans Thai Looped"';
const slant = -0.035;

export type Drawing = {
  copy: Pixels;
  masks: readonly { box: Box }[];
  /** Null: without, as for the reading before it is put on. */
  stamp: { lines: readonly [string, string]; area: Box } | null;
};

/** Draws the copy, the stamp over it, and the masks over both: nothing comes after them. */
export function drawCopy({ copy, masks, stamp }: Drawing): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = copy.width;
  canvas.height = copy.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.putImageData(toImageData(copy), 0, 0);
  if (stamp) drawStamp(context, stamp.lines, stamp.area);
  context.fillStyle = `rgb(${maskColour.join(" ")})`;
  for (const { box } of masks) {
    const { x0, y0, x1, y1 } = squareMask(box, copy);
    context.fillRect(x0, y0, x1 - x0, y1 - y0);
  }
  return canvas;
}

/** Fetches the stamp's letters: drawn before they are there it would be in others. */
export async function loadStampLetters(lines: readonly string[]): Promise<void> {
  await document.fonts.load(`600 20px ${stampFont}`, lines.join(""));
}

function drawStamp(
  context: CanvasRenderingContext2D,
  lines: readonly [string, string],
  area: Box,
): void {
  const width = area.x1 - area.x0;
  const height = area.y1 - area.y0;
  const room = width * 0.96;
  context.save();
  context.translate(area.x0 + width / 2, area.y0 + height / 2);
  context.rotate(slant);
  context.fillStyle = stampColour;
  context.strokeStyle = stampColour;
  context.lineWidth = Math.max(2, height * 0.02);
  context.textAlign = "center";
  context.textBaseline = "middle";
  const half = height * 0.33;
  for (const y of [-half, half]) {
    context.beginPath();
    context.moveTo(-width / 2, y);
    context.lineTo(width / 2, y);
    context.stroke();
  }
  for (const [index, line] of lines.entries()) {
    context.font = fitFont(context, line, room, height * (index === 0 ? 0.23 : 0.18));
    context.fillText(line, 0, index === 0 ? -half * 0.45 : half * 0.5);
  }
  context.restore();
}

function fitFont(
  context: CanvasRenderingContext2D,
  line: string,
  room: number,
  largest: number,
): string {
  context.font = `600 ${largest}px ${stampFont}`;
  const { width } = context.measureText(line);
  return `600 ${width > room ? (largest * room) / width : largest}px ${stampFont}`;
}
