/** What better-sqlite3 asks of a statement's text and node:sqlite does not tell. */
export interface StatementText {
  /** One entry per parameter; null for a plain `?`. */
  parameters: (string | null)[];
  empty: boolean;
  /** More than one statement stands in the text. */
  several: boolean;
}

const token =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\?\d*|[:@$][\p{L}_][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_$]*|[\s\S]/gu;

// Semicolons stand inside the body of a trigger.
const trigger = /^\s*create\s+(?:temp\s+|temporary\s+)?trigger\b/i;

export function readStatement(sql: string): StatementText {
  const parameters: (string | null)[] = [];
  let ended = false;
  let empty = true;
  let several = false;
  for (const [part] of sql.matchAll(token)) {
    if (/^(?:\s|--|\/\*)/.test(part)) continue;
    if (part === ";") {
      ended = !empty;
      continue;
    }
    if (ended) several = true;
    empty = false;
    if (part.startsWith("?")) addNumbered(parameters, part);
    else if (/^[:@$]./.test(part) && !parameters.includes(part)) parameters.push(part);
  }
  return { parameters, empty, several: several && !trigger.test(sql) };
}

// `?3` is parameter 3, and 1 and 2 exist with it.
function addNumbered(parameters: (string | null)[], part: string): void {
  if (part === "?") {
    parameters.push(null);
    return;
  }
  const number = Number(part.slice(1));
  while (parameters.length < number) parameters.push(null);
  parameters[number - 1] = part;
}

type Bindable = number | bigint | string | Uint8Array | null;

/** The arguments of a call in the form that node:sqlite takes. */
export type Binding = [named: Record<string, Bindable>, ...anonymous: Bindable[]];

/** Spreads a call's arguments over the parameters, with better-sqlite3's refusals. */
export function bindArguments({ parameters }: StatementText, args: unknown[]): Binding {
  const anonymous: Bindable[] = [];
  const named: Record<string, Bindable> = {};
  let object: Record<string, unknown> | undefined;
  for (const arg of args) {
    if (Array.isArray(arg)) anonymous.push(...arg.map(bindable));
    else if (!isPlainObject(arg)) anonymous.push(bindable(arg));
    else if (object) {
      throw new TypeError("You cannot specify named parameters in two different objects");
    } else object = arg;
  }
  const names = parameters.filter((name) => name !== null);
  if (object) {
    for (const name of names) named[name] = namedValue(object, name);
  }
  const given = anonymous.length + (object ? names.length : 0);
  if (given < parameters.length) {
    if (!object && names.length > 0) throw new TypeError("Missing named parameters");
    throw new RangeError("Too few parameter values were provided");
  }
  if (given > parameters.length) throw new RangeError("Too many parameter values were provided");
  return [named, ...anonymous];
}

function namedValue(object: Record<string, unknown>, name: string): Bindable {
  const key = name.slice(1);
  if (!Object.hasOwn(object, key)) throw new RangeError(`Missing named parameter "${key}"`);
  return bindable(object[key]);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function bindable(value: unknown): Bindable {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "bigint") {
    return value;
  }
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  throw new TypeError("SQLite3 can only bind numbers, strings, bigints, buffers, and null");
}
