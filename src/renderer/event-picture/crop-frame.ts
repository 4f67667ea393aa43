import type { Box } from "../../card-mask/picture.ts";

/** Where the frame stands first: of a person the lower part, where no face is; of a page all of it. */
export function startFrame(
  purpose: "event-reference" | "take-down",
  { width, height }: { width: number; height: number },
): Box {
  if (purpose === "take-down") return { x0: 0, y0: 0, x1: width, y1: height };
  return {
    x0: Math.floor(width * 0.2),
    y0: Math.floor(height * 0.45),
    x1: Math.ceil(width * 0.8),
    y1: height,
  };
}
