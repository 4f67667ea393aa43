import { z } from "zod";
import { procedureNames } from "./procedures.ts";

/** Words of the code's own: a name that somebody typed has another form, or no business here. */
const codeWord = z.string().regex(/^[a-z][a-z-]{0,60}$/);
const errorName = z.string().regex(/^[A-Za-z]{1,60}$/);
const errorCode = z.string().regex(/^(?:[A-Z][A-Z0-9_]{1,60}|[a-z][a-z-]{1,60})$/);
/** Where in the code, by the file's name alone: a path may hold the name of the PC's user. */
const stackLine = z
  .string()
  .max(240)
  .regex(/^at (?:[\w$.<>[\] ]+ \()?(?:node:[\w/]+|[\w.@-]+):\d+(?::\d+)?\)?$/);

/** All that a log may say. What is not named here, or has another form, is in no log. */
export const logFields = z.strictObject({
  event: codeWord,
  count: z.int().nonnegative().optional(),
  procedure: z.enum(procedureNames).optional(),
  error: errorName.optional(),
  code: errorCode.optional(),
  stack: z.array(stackLine).max(50).optional(),
});
export type LogFields = z.infer<typeof logFields>;

/** One line of the log as it lies in the file. */
export const logLine = logFields.extend({ level: z.int(), time: z.iso.datetime() });
export type LogLine = z.infer<typeof logLine>;

/** The lines of an error's stack that a log may hold: no message, no folders. */
export function listStack(error: Error): string[] {
  const stack = error.stack ?? "";
  const message = error.message === "" ? -1 : stack.indexOf(error.message);
  // A message may have lines that look like the stack's.
  const trace = message < 0 ? stack : stack.slice(message + error.message.length);
  return trace
    .split("\n")
    .map((line) => shortenPlace(line.trim()))
    .filter((line) => stackLine.safeParse(line).success)
    .slice(0, 50);
}

/** "at name (place)" or "at place", with the place's folders left out. */
function shortenPlace(line: string): string {
  const [, name, inBrackets] = /^at (.+?) \((.*)\)$/.exec(line) ?? [];
  if (name !== undefined) return `at ${name} (${leaveOutFolders(inBrackets ?? "")})`;
  return `at ${leaveOutFolders(line.replace(/^at (?:async )?/, ""))}`;
}

function leaveOutFolders(place: string): string {
  return place.startsWith("node:") ? place : place.replace(/^.*[\\/]/, "");
}

export function fitsLog<Field extends keyof LogFields>(
  field: Field,
  value: unknown,
): value is NonNullable<LogFields[Field]> {
  return value !== undefined && logFields.shape[field].safeParse(value).success;
}
