import type { Language } from "../../contract/ids.ts";
import { english } from "./text-en.ts";
import { type IdCopyText, thai } from "./text-th.ts";

/** The words of this kind. */
export const idCopyText: Readonly<Record<Language, IdCopyText>> = { th: thai, en: english };
