/** `npm run test:thorough` was asked for: what is counted is counted to the full. */
export const isThorough = process.env.YINYOM_THOROUGH === "1";

/** For the title of one of several end-to-end tests alike: that mark leaves it to `npm run test:thorough`. */
export function markThorough(isLeftToIt: boolean): string {
  return isLeftToIt ? " @thorough" : "";
}
