import { expect, test } from "vitest";
import { en } from "./en.ts";
import { th } from "./th.ts";

type Words = { readonly [key: string]: string | Words };

/** Every text by its path; singular and plural count as one, since Thai has one form. */
function listTexts(words: Words, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const name = `${path}${path && "."}${key}`;
    return typeof value === "string" ? [[name, value]] : listTexts(value, name);
  });
}

const thai = new Map(listTexts(th));
const english = listTexts(en).filter(([name]) => !name.endsWith("_one"));

test.each(english)("%s names the same values in both languages", (name, text) => {
  const values = (words: string) => (words.match(/\{\{\w+\}\}/g) ?? []).sort();
  const translated = thai.get(name);
  expect(translated).toBeDefined();
  expect(values(translated ?? "")).toEqual(values(text));
});

test("a list of steps has as many steps in both languages", () => {
  const steps = english.filter(([name]) => name.endsWith(".steps"));
  expect(steps.length).toBeGreaterThan(0);
  for (const [name, text] of steps) {
    expect(thai.get(name)?.split("\n").length, name).toBe(text.split("\n").length);
  }
});

test("no text is empty, and none is in the wrong script", () => {
  for (const [name, text] of english) expect(text, name).toMatch(/^[^\u0E00-\u0E7F]+$/);
  for (const [name, text] of thai) {
    if (!/^\{\{\w+\}\}( \{\{\w+\}\})*$/.test(text)) expect(text, name).toMatch(/[\u0E00-\u0E7F]/);
  }
});
