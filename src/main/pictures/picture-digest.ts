import { createHash } from "node:crypto";
import type { PictureFile } from "./picture-folder.ts";

export function digestPicture(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What finds a file again without reading it whole. Hashed, since a name can say who is in the picture. */
export function hintAt({ name, bytes, modifiedMs }: PictureFile): string {
  return createHash("sha256").update(`${bytes} ${modifiedMs} ${name}`).digest("hex");
}
