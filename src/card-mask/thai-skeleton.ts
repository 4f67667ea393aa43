/**
 * What is left of a text when all that OCR confuses is taken away: case, spaces, and the vowels and tones above and
 * below the line. Sara am becomes sara aa, as its ring is easily lost; Thai digits become Arabic ones.
 */
export function skeleton(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\u0e33/g, "\u0e32")
    .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\s]/g, "");
}
