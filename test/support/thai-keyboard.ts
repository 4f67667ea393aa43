import type { Page } from "playwright/test";

/** What a Thai Kedmanee keyboard types, plain and with Shift, by `KeyboardEvent.code`. */
const kedmanee: Readonly<Record<string, readonly [string, string]>> = {
  ...row("Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7", "ๅ/-ภถุึ", "+๑๒๓๔ู฿"),
  ...row("Digit8 Digit9 Digit0 Minus", "คตจข", "๕๖๗๘"),
  ...row("KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP", "ๆไำพะัีรนย", '๐"ฎฑธํ๊ณฯญ'),
  ...row("KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL", "ฟหกดเ้่าส", "ฤฆฏโฌ็๋ษศ"),
  ...row("KeyZ KeyX KeyC KeyV KeyB KeyN KeyM", "ผปแอิืท", "()ฉฮฺ์?"),
};

function row(codes: string, plain: string, shifted: string): Record<string, [string, string]> {
  const [lower, upper] = [[...plain], [...shifted]];
  return Object.fromEntries(
    codes.split(" ").map((code, place) => [code, [lower[place] ?? "", upper[place] ?? ""]]),
  );
}

/** A key as a person or a scanner presses it while Windows has the Thai layout. */
export type ThaiKey = { code: string; shift?: boolean };

/** Presses keys, by their code, as the Thai layout sends them: real key events with Thai characters. */
export async function pressThaiKeys(page: Page, keys: readonly ThaiKey[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    // Sent without waiting for each answer: a scanner is fast, and that is how it is told from a person.
    // The times are the keys' own: a machine that is busy with something else must not make a person of it.
    const start = Date.now() / 1000;
    const sent = keys.flatMap(({ code, shift = false }, place) => {
      const timestamp = start + place / 1000;
      const held = shift
        ? { code: "ShiftLeft", key: "Shift", windowsVirtualKeyCode: 16, timestamp }
        : null;
      const modifiers = shift ? 8 : 0;
      const key = { code, modifiers, timestamp, ...readKey(code, shift) };
      return [
        ...(held ? [session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...held })] : []),
        session.send("Input.dispatchKeyEvent", {
          type: key.text ? "keyDown" : "rawKeyDown",
          ...key,
        }),
        session.send("Input.dispatchKeyEvent", {
          type: "keyUp",
          code,
          key: key.key,
          modifiers,
          timestamp,
        }),
        ...(held ? [session.send("Input.dispatchKeyEvent", { type: "keyUp", ...held })] : []),
      ];
    });
    await Promise.all(sent);
  } finally {
    await session.detach();
  }
}

function readKey(code: string, shift: boolean) {
  if (code === "Enter") return { key: "Enter", text: "\r", windowsVirtualKeyCode: 13 };
  const typed = kedmanee[code]?.[shift ? 1 : 0];
  if (typed) return { key: typed, text: typed };
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  if (pad) return { key: pad, text: pad, windowsVirtualKeyCode: 96 + Number(pad) };
  const place = /^F(\d+)$/.exec(code)?.[1];
  if (place) return { key: code, windowsVirtualKeyCode: 111 + Number(place) };
  throw new Error(`the Thai keyboard of these tests has no ${code}`);
}

/** The keys with which a scanner set to a US keyboard sends a text of digits, capital letters, `-` and `:`. */
export function scanKeys(text: string): ThaiKey[] {
  return [...text].map((character): ThaiKey => {
    if (/[0-9]/.test(character)) return { code: `Digit${character}` };
    if (/[A-Z]/.test(character)) return { code: `Key${character}`, shift: true };
    if (/[a-z]/.test(character)) return { code: `Key${character.toUpperCase()}` };
    if (character === "-") return { code: "Minus" };
    throw new Error(`no key for ${character}`);
  });
}
