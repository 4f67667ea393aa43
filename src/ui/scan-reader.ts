/** One press of a key, as a scanner that acts as a keyboard sends it. `at`: ms on any steady clock. */
export type KeyPress = { code: string; shift: boolean; control: boolean; at: number };

/** A person at a keyboard leaves longer between keys; scanners leave 1 to 20 ms. */
const longestGapMs = 45;
/** Shorter bursts may be a person's roll over two keys. */
const shortestScan = 6;

const plain: Readonly<Record<string, readonly [string, string]>> = {
  Digit1: ["1", "!"],
  Digit2: ["2", "@"],
  Digit3: ["3", "#"],
  Digit4: ["4", "$"],
  Digit5: ["5", "%"],
  Digit6: ["6", "^"],
  Digit7: ["7", "&"],
  Digit8: ["8", "*"],
  Digit9: ["9", "("],
  Digit0: ["0", ")"],
  Minus: ["-", "_"],
  Equal: ["=", "+"],
  BracketLeft: ["[", "{"],
  BracketRight: ["]", "}"],
  Backslash: ["\\", "|"],
  Semicolon: [";", ":"],
  Quote: ["'", '"'],
  Backquote: ["`", "~"],
  Comma: [",", "<"],
  Period: [".", ">"],
  Slash: ["/", "?"],
  Space: [" ", " "],
  NumpadSubtract: ["-", "-"],
  NumpadAdd: ["+", "+"],
  NumpadMultiply: ["*", "*"],
  NumpadDivide: ["/", "/"],
  NumpadDecimal: [".", "."],
};

/** The ASCII character that a key types on a US keyboard, whatever layout is set; null for keys that type none. */
export function decodeKey(code: string, shift: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const numpad = /^Numpad(\d)$/.exec(code)?.[1];
  if (numpad) return numpad;
  return plain[code]?.[shift ? 1 : 0] ?? null;
}

// Besides Enter and Tab, some scanners end with a carriage return or line feed as Ctrl+M or Ctrl+J.
function isEnd(press: KeyPress): boolean {
  if (press.control) return press.code === "KeyM" || press.code === "KeyJ";
  return press.code === "Enter" || press.code === "NumpadEnter" || press.code === "Tab";
}

/**
 * Tells a scanner from a person by the speed of the keys. `press` answers `first` at a key that may begin a
 * scan, `more` inside a fast burst, `scan` with the whole text at its end, and `none` for everything else.
 */
export function createScanReader(): {
  press: (press: KeyPress) => { is: "none" | "first" | "more" } | { is: "scan"; text: string };
} {
  let text = "";
  let last = Number.NEGATIVE_INFINITY;

  return {
    press(press) {
      const isFast = press.at - last <= longestGapMs;
      if (press.code.startsWith("Shift") || press.code.startsWith("Control"))
        return { is: isFast ? "more" : "none" };
      if (isEnd(press)) {
        const scanned = text;
        text = "";
        last = Number.NEGATIVE_INFINITY;
        return isFast && scanned.length >= shortestScan
          ? { is: "scan", text: scanned }
          : { is: "none" };
      }
      // A control character inside the code, such as GS between the fields of a GS1 code, carries no text.
      if (press.control) return { is: isFast ? "more" : "none" };
      const character = decodeKey(press.code, press.shift);
      if (character === null) {
        text = "";
        last = Number.NEGATIVE_INFINITY;
        return { is: "none" };
      }
      const continues = isFast && text !== "";
      text = continues ? text + character : character;
      last = press.at;
      return { is: continues ? "more" : "first" };
    },
  };
}
