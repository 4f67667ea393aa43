import type { Language } from "../../contract/ids.ts";
import { english } from "./text-en.ts";
import { thai } from "./text-th.ts";

/** The words of this kind: the same keys in each language, or it does not compile. */
export type EventPhotoText = typeof thai;

export const eventPhotoText = { th: thai, en: english } as const satisfies Record<
  Language,
  EventPhotoText
>;
