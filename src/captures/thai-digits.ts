/**
 * The same text with Thai (๐–๙) and full-width digits and letters as plain ones, and without invisible
 * characters: what a Thai layout, a scanner or a pasted text may bring in. For reading, not for storing.
 */
export function plainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, "")
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 0x30));
}
