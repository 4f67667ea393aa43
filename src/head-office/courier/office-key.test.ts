import { expect, test } from "vitest";
import { sealForOffice } from "../../../test/support/courier-file.ts";
import { openTestDatabase } from "../../../test/support/head-office.ts";
import { bundleInfo, leaveClaims } from "../../contract/courier.ts";
import { officeKey } from "../../contract/office-key.ts";
import { readChanges } from "../change-log.ts";
import { openBytes } from "../copies/open-sealed.ts";
import { readSigned, signWord } from "../signed-word.ts";
import { keepOfficeKey, readOfficeKey } from "./office-key.ts";

const now = new Date("2026-11-22T03:00:00.000Z");

test("head offices that start at once make one key, which stays and is published once", async () => {
  const { db, close } = await openTestDatabase();
  try {
    expect(await readOfficeKey(db)).toBeNull();
    await Promise.all([1, 2, 3, 4].map(() => keepOfficeKey(db, now)));
    await keepOfficeKey(db, new Date(now.getTime() + 1000));
    expect(await db.selectFrom("office_key").select("id").execute()).toHaveLength(1);
    const { changes, cursor } = await readChanges(db, "any", 0);
    expect(changes).toMatchObject([{ topic: "office-key", key: "office-key" }]);
    expect(cursor).toBe(1);
  } finally {
    await close();
  }
});

test("what is published seals to the key that is kept, and verifies what it signs", async () => {
  const { db, close } = await openTestDatabase();
  try {
    await keepOfficeKey(db, now);
    const { changes } = await readChanges(db, "any", 0);
    const published = officeKey.parse(changes[0]?.value);
    const key = await readOfficeKey(db, published.id);
    if (!key) throw new Error("the published key is not there");
    const place = { info: bundleInfo, associated: "[]" };
    const sealed = await sealForOffice(published.sealTo, place, Buffer.from("hello"));
    expect(Buffer.from((await openBytes(key.opens, place, sealed)) ?? []).toString()).toBe("hello");
    const claims = {
      form: "yinyom leave v1",
      device: "019a0000-0000-7000-8000-00000000beef",
      at: now.toISOString(),
    } as const;
    const word = await signWord(claims, key.id, key.signs);
    expect(await readSigned(word, published.signedBy, leaveClaims)).toEqual(claims);
    expect(await readOfficeKey(db, "office-2019")).toBeNull();
  } finally {
    await close();
  }
});
