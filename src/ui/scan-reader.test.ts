import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createScanReader, decodeKey } from "./scan-reader.ts";

const codes: Readonly<Record<string, string>> = {
  "-": "Minus",
  "/": "Slash",
  ".": "Period",
  ":": "Semicolon",
};

function codeOf(character: string): { code: string; shift: boolean } {
  if (/\d/.test(character)) return { code: `Digit${character}`, shift: false };
  if (/[A-Z]/.test(character)) return { code: `Key${character}`, shift: true };
  if (/[a-z]/.test(character)) return { code: `Key${character.toUpperCase()}`, shift: false };
  return { code: codes[character] ?? "", shift: character === ":" };
}

/** Feeds text key by key, `gapMs` apart, then the last key; gives what was scanned, or null. */
function type(text: string, gapMs: number, end = { code: "Enter", control: false }): string | null {
  const reader = createScanReader();
  let at = 1000;
  for (const character of text) {
    const { code, shift } = codeOf(character);
    if (shift) reader.press({ code: "ShiftLeft", shift: true, control: false, at: at + gapMs });
    at += gapMs;
    reader.press({ code, shift, control: false, at });
  }
  const heard = reader.press({
    code: end.code,
    shift: false,
    control: end.control,
    at: at + gapMs,
  });
  return heard.is === "scan" ? heard.text : null;
}

describe("a scan", () => {
  test("is read as it was printed, capitals and hyphens too", () => {
    expect(type("0A1-0002F-K", 5)).toBe("0A1-0002F-K");
    expect(type("yinyom:0A1.0002F/K", 5)).toBe("yinyom:0A1.0002F/K");
  });

  test("ends with Enter, Tab, or a carriage return or line feed as a control key", () => {
    expect(type("1234567", 5, { code: "Tab", control: false })).toBe("1234567");
    expect(type("1234567", 5, { code: "NumpadEnter", control: false })).toBe("1234567");
    expect(type("1234567", 5, { code: "KeyM", control: true })).toBe("1234567");
    expect(type("1234567", 5, { code: "KeyJ", control: true })).toBe("1234567");
  });

  test("is not what a person types, however long, nor a short burst", () => {
    expect(type("0812345678", 90)).toBeNull();
    expect(type("12345", 5)).toBeNull();
  });

  test("leaves out what a person typed before it", () => {
    const reader = createScanReader();
    reader.press({ code: "KeyA", shift: false, control: false, at: 0 });
    let at = 2000;
    for (const digit of "7654321") {
      at += 4;
      reader.press({ code: `Digit${digit}`, shift: false, control: false, at });
    }
    expect(reader.press({ code: "Enter", shift: false, control: false, at: at + 4 })).toEqual({
      is: "scan",
      text: "7654321",
    });
  });

  test("keeps its text over control characters inside it", () => {
    const reader = createScanReader();
    const press = (code: string, at: number, control = false) =>
      reader.press({ code, shift: false, control, at });
    ["Digit1", "Digit2", "Digit3"].forEach((code, index) => {
      press(code, index);
    });
    press("BracketRight", 4, true);
    ["Digit4", "Digit5", "Digit6"].forEach((code, index) => {
      press(code, 5 + index);
    });
    expect(press("Enter", 9)).toEqual({ is: "scan", text: "123456" });
  });

  test("is read back whatever it says, at any speed of a scanner", () => {
    const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYabcxyz-/.:"];
    const text = fc
      .array(fc.constantFrom(...alphabet), { minLength: 6, maxLength: 40 })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (said, gap) => {
        expect(type(said, gap)).toBe(said);
      }),
    );
  });
});

test("keys are read by their place: the Thai layout types other characters there", () => {
  expect(decodeKey("Digit1", false)).toBe("1");
  expect(decodeKey("Numpad7", false)).toBe("7");
  expect(decodeKey("KeyK", false)).toBe("k");
  expect(decodeKey("KeyK", true)).toBe("K");
  expect(decodeKey("Minus", false)).toBe("-");
  expect(decodeKey("ArrowLeft", false)).toBeNull();
});
