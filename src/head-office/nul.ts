/** The sign itself: an even number of backslashes before it would make it six letters of somebody's text. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * Whether a JSON text holds NUL in a string. PostgreSQL keeps no NUL in a text, so that what is read out of such
 * a JSON fails only where it is stored.
 */
export function holdsNul(json: string): boolean {
  return nul.test(json);
}
