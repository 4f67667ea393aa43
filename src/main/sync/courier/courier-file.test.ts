import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { parseLine, readHead, readLines, writeCourierFile } from "./courier-file.ts";

const folder = makeFolder("courier-file");
afterAll(folder.remove);
const path = join(folder.path, "file.yinyom");
const head = { form: "yinyom courier file", version: 1, kind: "to-head-office" } as const;

async function readAll(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(path)) lines.push(line);
  return lines;
}

test("what is written is read again line by line, whatever is in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ text: fc.string({ unit: "grapheme" }), size: fc.nat(2_000) }), {
        maxLength: 8,
      }),
      async (items) => {
        const lines = items.map(({ text, size }) => ({ text, rest: "ก".repeat(size * 200) }));
        expect(await writeCourierFile(path, head, lines)).toBe(lines.length);
        const [first = "", ...others] = await readAll();
        expect(readHead(first)).toEqual(head);
        expect(others.map(parseLine)).toEqual(lines);
      },
    ),
    { numRuns: 8 },
  );
});

test("a line longer than any of ours is passed over, and those after it are read", async () => {
  writeFileSync(path, `one\n${"x".repeat(9_000_000)}\nthree`);
  expect(await readAll()).toEqual(["one", "", "three"]);
});

test("a file that breaks off leaves nothing, and what stood there before stays", async () => {
  writeFileSync(path, "before");
  async function* breaking() {
    yield { whole: true };
    throw new Error("the stick is gone");
  }
  await expect(writeCourierFile(path, head, breaking())).rejects.toThrow("the stick is gone");
  expect(readFileSync(path, "utf8")).toBe("before");
  expect(existsSync(`${path}.part`)).toBe(false);
});

test.each([
  [JSON.stringify(head), head],
  [JSON.stringify({ ...head, version: 2 }), "too-new"],
  [JSON.stringify({ ...head, version: 2, kind: "sideways", more: [] }), "too-new"],
  [JSON.stringify({ ...head, kind: "sideways" }), null],
  [JSON.stringify({ ...head, form: "a courier file" }), null],
  ["[]", null],
  ["not JSON", null],
])("the head %s is told for what it is", (line, expected) => {
  expect(readHead(line)).toEqual(expected);
});
