import fc from "fast-check";
import type { z } from "zod";

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  items?: z.ZodType[];
  valueType?: z.ZodType;
  values?: unknown[];
  entries?: Record<string, unknown>;
};

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.uuid({ version: 7 }),
  fc.uuid({ version: 4 }),
  fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^\d{6}$/),
  fc.constant("2026-11-22T03:00:00.000Z"),
);

/** Values of about the form that a schema asks for: checks of text and numbers are met only now and then. */
function drawFrom(schema: z.ZodType): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Def;
  switch (def.type) {
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([name, inner]) => [name, drawFrom(inner)]),
        ),
      );
    case "optional":
    case "nullable":
      return fc.option(drawInner(def), { nil: def.type === "optional" ? undefined : null });
    case "array":
      return fc.array(drawFrom(def.element as z.ZodType), { maxLength: 3 });
    case "tuple":
      return fc.tuple(...(def.items ?? []).map(drawFrom));
    case "union":
      return fc.oneof(...(def.options ?? []).map(drawFrom));
    case "record":
      return fc.dictionary(words, drawFrom(def.valueType as z.ZodType), { maxKeys: 3 });
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "string":
      return words;
    case "number":
    case "int":
      return fc.oneof(fc.nat({ max: 3000 }), fc.integer(), fc.double());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "undefined":
      return fc.constant(undefined);
    case "custom":
      return fc.uint8Array({ maxLength: 20 });
    case "unknown":
    case "any":
      return fc.anything();
    default:
      if (def.innerType ?? def.in) return drawInner(def);
      throw new Error(`no way to draw ${def.type}`);
  }
}

function drawInner(def: Def): fc.Arbitrary<unknown> {
  return drawFrom((def.innerType ?? def.in) as z.ZodType);
}

const nasty = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.constantFrom<unknown>(
    Number.NaN,
    Number.MAX_SAFE_INTEGER,
    -1,
    "x".repeat(200_000),
    "\u0000",
    "'; DROP TABLE capture_log; --",
    "../../etc/passwd",
    JSON.parse('{"__proto__":{"roles":["manager"]}}'),
    Array(5000).fill(0),
    Symbol("nasty"),
    () => "manager",
  ),
);

/** What somebody sends who does not mean well: nearly the right form, or none at all. */
export function drawHostile(schema: z.ZodType): fc.Arbitrary<unknown> {
  const near = drawFrom(schema);
  const spoiled = fc
    .tuple(near, fc.nat(), nasty, fc.constantFrom("replace", "drop", "add", "inherit"))
    .map(([value, place, bad, how]) => spoil(value, place, bad, how));
  return fc.oneof(near, spoiled, nasty);
}

function spoil(value: unknown, place: number, bad: unknown, how: string): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return bad;
  if (Array.isArray(value)) return [...value, bad];
  const names = Object.keys(value);
  const name = names[place % Math.max(1, names.length)] ?? "name";
  const copy: Record<string, unknown> = { ...value };
  if (how === "replace") copy[name] = bad;
  if (how === "drop") delete copy[name];
  if (how === "add") copy[place % 2 === 0 ? "constructor" : "more"] = bad;
  // All of it from the prototype, nothing of its own.
  return how === "inherit" ? Object.create(copy) : copy;
}
