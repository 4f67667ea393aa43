import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./dependencies.mjs";

/** Licences under which a part may be passed on within a program under Apache-2.0 (SPDX). */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
]);

type Packages = Record<string, { license?: string }>;

/** What may not be passed on, by path. With OR one may choose; AND asks for all. */
function listForeign(packages: Packages): string[] {
  const isAllowed = (licence: string) =>
    licence
      .replace(/^\((.*)\)$/, "$1")
      .split(" OR ")
      .some((choice) => choice.split(" AND ").every((one) => allowed.has(one)));
  return Object.entries(packages)
    .filter(([, { license }]) => license === undefined || !isAllowed(license))
    .map(([path, { license }]) => `${path}: ${license ?? "none"}`);
}

const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));

// Those for development too: the pages' build puts some of them into what ships.
test("no package is under a licence that forbids passing it on, such as the GPL or AGPL", () => {
  const { packages } = readJson("package-lock.json") as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(listForeign(packages)).toEqual([]);
});

test("a package under the GPL, the AGPL or none would be found", () => {
  expect(
    listForeign({
      mine: { license: "MIT" },
      either: { license: "(MIT OR GPL-3.0-or-later)" },
      both: { license: "MIT AND GPL-2.0-only" },
      theirs: { license: "AGPL-3.0" },
      lost: {},
    }),
  ).toEqual(["both: MIT AND GPL-2.0-only", "theirs: AGPL-3.0", "lost: none"]);
});

test("the project itself is under Apache-2.0", () => {
  expect(readJson("package.json")).toMatchObject({ license: "Apache-2.0" });
  expect(readFileSync(join(root, "LICENSE"), "utf8")).toContain("Apache License");
});
