import { z } from "zod";
import type { Issue } from "../contract/failure.ts";
import { drawnStrokes } from "./drawn-strokes.ts";

/** A signature as it was drawn: strokes of [x, y] points in whole units of a box `width` by `height`. */
export const signature = z.strictObject({
  width: z.int().min(1).max(4000),
  height: z.int().min(1).max(4000),
  strokes: drawnStrokes,
});
export type Signature = z.infer<typeof signature>;

/** A dot is a slip of the pen; any line may be somebody's mark. */
export function checkSignature({ strokes }: Signature, path: Issue["path"]): Issue[] {
  const isDrawn = strokes.some((stroke) =>
    stroke.some(([x, y]) => x !== stroke[0]?.[0] || y !== stroke[0]?.[1]),
  );
  return isDrawn ? [] : [{ path, code: "signature-needed" }];
}
