/**
 * The digit on a physical key, 0 to 9, or null. Reads `KeyboardEvent.code`, so that a Thai layout, where the
 * digit row types letters, gives the same digits.
 */
export function readDigit(code: string): number | null {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return found ? Number(found[1]) : null;
}
