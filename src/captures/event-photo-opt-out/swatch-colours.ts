import type { Swatch } from "./payload.ts";

/** How each colour looks on the screen, as CSS colours; several share the swatch in stripes. */
export const swatchColours: Readonly<Record<Swatch, readonly [string, ...string[]]>> = {
  black: ["#111111"],
  white: ["#ffffff"],
  grey: ["#8c8c8c"],
  red: ["#d31c1c"],
  pink: ["#ff7eb6"],
  orange: ["#f58216"],
  yellow: ["#ffd91a"],
  green: ["#1f9a3d"],
  "light-blue": ["#5cb8f5"],
  navy: ["#16295c"],
  purple: ["#7a34a8"],
  brown: ["#6f4322"],
  beige: ["#e3cfa4"],
  patterned: ["#d31c1c", "#ffd91a", "#16295c", "#ffffff"],
};
