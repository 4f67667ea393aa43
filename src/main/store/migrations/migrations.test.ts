import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { migrations } from "./migrations.ts";

test("every migration has its file, its test and its place in the list", () => {
  const beside = ["every-version.test.ts", "migrations.test.ts", "migrations.ts"];
  const files = readdirSync(new URL("./", import.meta.url)).filter(
    (name) => !beside.includes(name),
  );
  const names = migrations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(files.sort()).toEqual(names.flatMap((name) => [`${name}.test.ts`, `${name}.ts`]).sort());
});
