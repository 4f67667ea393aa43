const thaiZero = 0x0e50;

/**
 * Names in the form in which they are compared, on saving and on searching alike: composed (NFC), lower
 * case, Thai digits as plain ones, the several ways to type the same Thai vowel as one, without invisible
 * characters, one space between words.
 */
export function normalText(text: string): string {
  return (
    text
      .normalize("NFC")
      // Line and word breaks that no one sees or types, controls, half surrogate pairs.
      .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD\p{Surrogate}]/gu, "")
      .toLowerCase()
      .replace(/ς/g, "σ")
      .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - thaiZero))
      // Again: marks that an invisible character kept apart stand in one order from here on.
      .normalize("NFC")
      // Sara am typed as nikhahit and sara aa, with the tone mark anywhere between; sara ae as two sara e.
      .replace(/\u0E4D([\u0E48-\u0E4B]*)\u0E32/g, "$1\u0E33")
      .replace(/([\u0E48-\u0E4B]+)\u0E4D\u0E32/g, "$1\u0E33")
      .replace(/\u0E33[\u0E33\p{Mark}]+/gu, putTonesFirst)
      .replace(/\u0E40\u0E40/g, "\u0E41")
      .replace(/[\s\p{Control}]+/gu, " ")
      .trim()
      .normalize("NFC")
  );
}

/** Whatever order several sara am and tone marks were typed in, there is one, other marks among them or not. */
function putTonesFirst(run: string): string {
  return run.replace(/[^\u0E48-\u0E4B]/g, "") + run.replace(/[\u0E48-\u0E4B]/g, "");
}
