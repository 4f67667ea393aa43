/** One value of a payload, for reading. */
export type PayloadValue = { path: (string | number)[]; value: string };

/** Drawn lines and sealed bytes: nobody can read them here. */
const unreadable: ReadonlySet<string> = new Set(["signature", "attachment", "picture"]);
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

/** The words and numbers of a payload in their order, without ids and what nobody can read. */
export function listValues(payload: unknown): PayloadValue[] {
  const values: PayloadValue[] = [];
  walk(payload, [], values);
  return values;
}

function walk(value: unknown, path: PayloadValue["path"], values: PayloadValue[]): void {
  const key = path.at(-1);
  if (typeof key === "string" && unreadable.has(key)) return;
  if (typeof value === "string" ? !isId(value) : typeof value === "number") {
    values.push({ path, value: String(value) });
  } else if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) walk(inner, [...path, index], values);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name], values);
  }
}
