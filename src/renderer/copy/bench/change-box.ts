import type { Box, Point } from "../../../card-mask/picture.ts";

type Size = { width: number; height: number };

const smallest = 24;

/** The box moved by so much, its size kept, within the copy; whole pixels. */
export function moveBox(box: Box, by: Point, { width, height }: Size): Box {
  const wide = box.x1 - box.x0;
  const tall = box.y1 - box.y0;
  const x0 = Math.round(Math.min(Math.max(box.x0 + by.x, 0), Math.max(0, width - wide)));
  const y0 = Math.round(Math.min(Math.max(box.y0 + by.y, 0), Math.max(0, height - tall)));
  return { x0, y0, x1: x0 + wide, y1: y0 + tall };
}

/** The box with its right and lower edge moved by so much, never smaller than can be grasped; whole pixels. */
export function resizeBox(box: Box, by: Point, { width, height }: Size): Box {
  const x1 = Math.round(Math.min(Math.max(box.x1 + by.x, box.x0 + smallest), width));
  const y1 = Math.round(Math.min(Math.max(box.y1 + by.y, box.y0 + smallest), height));
  return { ...box, x1: Math.max(x1, box.x0 + 1), y1: Math.max(y1, box.y0 + 1) };
}

/** Where the box lies on a picture of any size on the screen, in CSS. */
export function placeBox(box: Box, { width, height }: Size) {
  const share = (value: number, whole: number) => `${(value / whole) * 100}%`;
  return {
    left: share(box.x0, width),
    top: share(box.y0, height),
    width: share(box.x1 - box.x0, width),
    height: share(box.y1 - box.y0, height),
  };
}

/** A new mask in the middle of the copy, about as large as a line of a card. */
export function startBox({ width, height }: Size): Box {
  const wide = Math.round(width * 0.32);
  const tall = Math.round(height * 0.09);
  const x0 = Math.round((width - wide) / 2);
  const y0 = Math.round((height - tall) / 2);
  return { x0, y0, x1: x0 + wide, y1: y0 + tall };
}

/** What an arrow key moves by; null: no arrow key. Told by its code, as every key is here. */
export function readArrow(code: string, pace: number): Point | null {
  switch (code) {
    case "ArrowLeft":
      return { x: -pace, y: 0 };
    case "ArrowRight":
      return { x: pace, y: 0 };
    case "ArrowUp":
      return { x: 0, y: -pace };
    case "ArrowDown":
      return { x: 0, y: pace };
    default:
      return null;
  }
}
