/** So many characters of what was copied are told: enough to know it again on the clipboard. */
export const copiedTextLimit = 10_000;
