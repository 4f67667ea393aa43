import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../../../../test/support/desk-store.ts";
import { openConnection } from "../connection.ts";
import { pictureDecisions } from "./picture-decisions.ts";

const folder = makeFolder("picture-decisions");
const path = join(folder.path, "store.db");
const connection = openConnection({ path, key: randomBytes(32), allowPlaintext: false });
pictureDecisions.run(connection);
afterAll(() => {
  connection.close();
  folder.remove();
});

const add = (digest: string, choice: string, regions: string) =>
  connection.exec(
    `INSERT INTO picture_decision (event, digest, hint, choice, regions, staff, at)
     VALUES ('fair', '${digest}', 'hint', '${choice}', '${regions}', 'ploy', 1)`,
  );

it("keeps regions where a picture is covered, and there only", () => {
  add("one", "publish", "[]");
  add("two", "cover", '[{"x":1}]');
  for (const [choice, regions] of [
    ["cover", "[]"],
    ["publish", '[{"x":1}]'],
    ["leave-out", '[{"x":1}]'],
    ["delete", "[]"],
  ] as const) {
    expect(() => add("three", choice, regions)).toThrow("CHECK");
  }
  expect(() => add("one", "leave-out", "[]")).toThrow("UNIQUE");
});
