import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { openConnection } from "./connection.ts";
import { firstTables } from "./migrations/first-tables.ts";
import { dropNames, readIndexedUpto, tidyNames } from "./name-index.ts";

const folder = makeFolder("name-index");
const connection = openConnection({
  path: join(folder.path, "store.db"),
  key: randomBytes(32),
  allowPlaintext: false,
});
afterAll(() => {
  connection.close();
  folder.remove();
});

const insert = connection.transaction(() => firstTables.run(connection));
insert.immediate();
connection.pragma("foreign_keys=OFF");

function addNames(from: number, upto: number): void {
  const add = connection.prepare("INSERT INTO named VALUES (?, 'subject', ?)");
  for (let number = from; number <= upto; number += 1)
    add.run(number, `invented ${number} secretive`);
}

function countPieces(): number {
  return (
    connection
      .prepare<[], number>("SELECT count(DISTINCT segid) FROM name_index_idx")
      .pluck()
      .get() ?? 0
  );
}

describe("the index of names", () => {
  it("comes up to date a little at a time, and says when it is", () => {
    addNames(1, 450);
    const steps: number[] = [];
    while (tidyNames(connection)) steps.push(readIndexedUpto(connection));
    expect(steps.slice(0, 3)).toEqual([200, 400, 450]);
    expect(readIndexedUpto(connection)).toBe(450);
    expect(tidyNames(connection)).toBe(false);
  });

  it("is merged into few pieces", () => {
    for (let round = 0; round < 40; round += 1) {
      addNames(451 + round * 2, 452 + round * 2);
      tidyNames(connection);
    }
    expect(countPieces()).toBeGreaterThan(4);
    while (tidyNames(connection));
    expect(countPieces()).toBeLessThanOrEqual(4);
  });

  it("keeps no trace of a name that was purged", () => {
    connection.prepare("INSERT INTO named VALUES (9000, 'subject', 'ŧħø')").run();
    while (tidyNames(connection));
    const count = () =>
      connection
        .prepare<[], number>(
          "SELECT count(*) FROM name_index_data WHERE instr(block, CAST('ŧħø' AS BLOB)) > 0",
        )
        .pluck()
        .get();
    expect(count()).toBe(1);
    dropNames(connection, [9000]);
    connection.exec("DELETE FROM named WHERE sequence = 9000");
    expect(count()).toBe(0);
    connection.exec("INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 1)");
  });
});
