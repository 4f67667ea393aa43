import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * SHA-256 over what a schema lets through, as JSON Schema with sorted keys: the same for any two ways of
 * writing the same schema down, another for any other form, bound or field. What `refine` asks is not in it.
 * A new zod may write the same form otherwise: then, and only then, all hashes change at once.
 */
export function hashSchema(schema: z.ZodType): string {
  const form = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      // Otherwise it would look like "anything".
      if (zodSchema._zod.def.type === "undefined") jsonSchema.not = {};
    },
  });
  return createHash("sha256")
    .update(JSON.stringify(sortKeys(form)))
    .digest("hex");
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key,
      // Which fields must be there is a set, listed in the order in which the schema names them.
      key === "required" && Array.isArray(item) ? item.toSorted() : sortKeys(item),
    ]),
  );
}
