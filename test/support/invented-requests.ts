/** The part of JSON Schema (2020-12) that head office describes its routes with. */
export type JsonSchema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minimum?: number;
};

/** Whole numbers from 0 up to, but not with, a limit; the same for the same seed (mulberry32). */
export type Random = (limit: number) => number;

export function makeRandom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

const nasty: readonly unknown[] = [
  null,
  "",
  " ",
  "\u0000",
  "\uD800",
  "'; DROP TABLE capture; --",
  "%",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "=HYPERLINK(1)",
  "ก็".repeat(3000),
  -1,
  0,
  9_007_199_254_740_991,
  1e308,
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: { prototype: 1 } },
];

/** Something of the schema's form, mostly; now and then, at any depth, something that is not. */
export function inventFrom(schema: JsonSchema, random: Random, depth = 0): unknown {
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;
  if (random(12) === 0 || depth > 12) return pick(nasty);
  if ("const" in schema) return schema.const;
  if (schema.enum) return pick(schema.enum);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return inventFrom(pick(variants), random, depth + 1);
  const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
  switch (type) {
    case "object": {
      const entries = Object.entries(schema.properties ?? {}).filter(() => random(25) !== 0);
      const made = entries.map(([key, one]) => [key, inventFrom(one, random, depth + 1)]);
      return Object.fromEntries(random(20) === 0 ? [...made, ["extra", 1]] : made);
    }
    case "array":
      return Array.from({ length: random(3) }, () =>
        inventFrom(schema.items ?? {}, random, depth + 1),
      );
    case "integer":
    case "number":
      return (schema.minimum ?? 0) + random(40);
    case "boolean":
      return random(2) === 0;
    case "null":
      return null;
    case "string":
      return inventText(schema, random);
    default:
      return pick(nasty);
  }
}

function inventText({ format }: JsonSchema, random: Random): string {
  const digits = (length: number) => Array.from({ length }, () => random(16).toString(16)).join("");
  switch (format) {
    case "uuid":
      return `019a${digits(4)}-${digits(4)}-7${digits(3)}-8${digits(3)}-${digits(12)}`;
    case "date":
      return `20${10 + random(80)}-0${1 + random(9)}-${10 + random(18)}`;
    case "date-time":
      return `2026-11-${10 + random(18)}T03:00:00.000Z`;
    case "email":
      return `nobody${random(1000)}@example.com`;
    default:
      return [
        "marketing",
        "bkk-siam",
        "napa",
        `name-${random(1000)}`,
        "กานดา",
        "2",
        "081 555 0101",
      ][random(7)] as string;
  }
}
