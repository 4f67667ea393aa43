import type { Issue } from "../../contract/failure.ts";
import { checkText } from "../typed-rules.ts";

/**
 * Where a picture was seen. Addresses of posts are full of long numbers, one in ten of which passes as a
 * card's by chance: what is an address of the web is not looked at as text.
 */
export function checkAddress(address: string | null, path: Issue["path"]): Issue[] {
  if (address === null || isWebAddress(address)) return [];
  return checkText(address, path, 4);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text);
}
