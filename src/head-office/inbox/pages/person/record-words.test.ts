import { expect, test } from "vitest";
import { z } from "zod";
import { captureDefinitions } from "../../../../captures/index.ts";
import { listValueWords } from "./record-values.ts";
import { recordWords, unspoken } from "./record-words.ts";

type Schema = {
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};

/** Every field of a schema, with what its closed lists allow. What is not spoken is not looked into. */
function listFields(schema: Schema, key = ""): [field: string, value: string | null][] {
  const own = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  const items = schema.items ? [schema.items] : [];
  const inside = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...items];
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !unspoken.has(name) && key !== "signature",
  );
  return [
    ...own.map((value): [string, string] => [key, String(value)]),
    ...inside.flatMap((one) => listFields(one, key)),
    ...fields.flatMap(([name, one]): [string, string | null][] => [
      [name, null],
      ...listFields(one, name),
    ]),
  ];
}

test.each(["th", "en"] as const)(
  "every field and every closed choice of every kind has %s words",
  (language) => {
    const fields = Object.values(captureDefinitions).flatMap(({ payload }) =>
      listFields(z.toJSONSchema(payload, { unrepresentable: "any" }) as Schema),
    );
    expect(fields.length).toBeGreaterThan(200);
    const names: Readonly<Record<string, string>> = recordWords[language].field;
    const words = listValueWords(language);
    const silent = fields.filter(([key, value]) =>
      value === null ? !(key in names) : !(value in (words[key] ?? {})),
    );
    expect(silent).toEqual([]);
  },
);
