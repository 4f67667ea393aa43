import type { z } from "zod";
import type { Issue, IssueCode } from "../contract/failure.ts";
import type { CaptureDefinition } from "./define-capture.ts";

export type PayloadReading<Payload> = { ok: true; value: Payload } | { ok: false; issues: Issue[] };

/**
 * A stored payload of any version in the newest form. What is stored was checked when it was saved, so a
 * payload that does not parse is a bug, or a version from a newer app, and is thrown.
 */
export function readPayload<Payload>(
  definition: CaptureDefinition<Payload>,
  version: number,
  payload: unknown,
): Payload {
  const read = parsePayload(definition, liftPayload(definition, version, payload));
  // The issues hold paths and codes only, never what was typed.
  if (!read.ok) throw new Error(`Stored ${definition.kind}: ${JSON.stringify(read.issues)}`);
  return read.value;
}

/** A stored payload of any version in the form of the newest, unchecked. */
export function liftPayload<Payload>(
  definition: CaptureDefinition<Payload>,
  version: number,
  payload: unknown,
): unknown {
  if (version > definition.version) {
    throw new RangeError(
      `${definition.kind} version ${version} is newer than ${definition.version}`,
    );
  }
  let upcast = payload;
  for (let step = version; step < definition.version; step += 1) {
    const lift = definition.upcasts[step];
    if (!lift) throw new Error(`${definition.kind} has no way up from version ${step}`);
    upcast = lift(upcast);
  }
  return upcast;
}

/** An untrusted payload of the newest version: the value, or what is wrong with it field by field. */
export function parsePayload<Payload>(
  definition: CaptureDefinition<Payload>,
  input: unknown,
): PayloadReading<Payload> {
  const parsed = definition.payload.safeParse(input);
  if (!parsed.success) {
    return { ok: false, issues: parsed.error.issues.flatMap((found) => nameIssues(found, input)) };
  }
  const issues = findBrokenText(parsed.data);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parsed.data };
}

function nameIssues(found: z.core.$ZodIssue, input: unknown): Issue[] {
  const path = found.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (found.code === "unrecognized_keys") {
    return found.keys.map((key) => ({ path: [...path, key], code: "bad-form" }));
  }
  if (lookUp(input, path) === undefined) return [{ path, code: "required" }];
  if (found.code === "too_big") {
    const isNumber = found.origin === "number" || found.origin === "int";
    return [{ path, code: isNumber ? "bad-form" : "too-long", limit: Number(found.maximum) }];
  }
  if (found.code === "too_small") {
    const isNumber = found.origin === "number" || found.origin === "int";
    return [{ path, code: isNumber ? "bad-form" : "too-short", limit: Number(found.minimum) }];
  }
  if (found.code === "invalid_format") return [{ path, code: nameFormat(found.format) }];
  return [{ path, code: "bad-form" }];
}

function nameFormat(format: string): IssueCode {
  if (format === "date" || format === "datetime") return "impossible-date";
  return format === "email" ? "bad-email" : "bad-form";
}

function lookUp(input: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    input,
  );
}

/** Half a surrogate pair, or a control character that is neither tab nor line break. */
const unstorable = /(?![\t\n\r])[\p{Surrogate}\p{Cc}]/u;

/**
 * Text that breaks on its way: canonical JSON (RFC 8785) has no half surrogate pairs, and PostgreSQL no
 * NUL; other control characters come from scanners, not from people.
 */
function findBrokenText(value: unknown, path: (string | number)[] = []): Issue[] {
  // Nearly always there is none, and a signature has hundreds of points: paths are built only if they are needed.
  if (!holdsBrokenText(value)) return [];
  if (typeof value !== "object" || value === null) return [{ path, code: "bad-form" }];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => findBrokenText(item, [...path, index]));
  }
  return Object.entries(value).flatMap(([key, item]) => findBrokenText(item, [...path, key]));
}

function holdsBrokenText(value: unknown): boolean {
  if (typeof value === "string") return unstorable.test(value);
  if (typeof value !== "object" || value === null) return false;
  if (!Array.isArray(value)) return Object.values(value).some(holdsBrokenText);
  for (const item of value) {
    if (typeof item !== "number" && holdsBrokenText(item)) return true;
  }
  return false;
}
