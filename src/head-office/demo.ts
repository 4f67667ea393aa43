import { readFile } from "node:fs/promises";
import { z } from "zod";
import { branchId, role, staffId } from "../contract/ids.ts";
import { bilingual, type StaffMember } from "../contract/reference.ts";
import { publishChanges } from "./change-log.ts";
import type { Db } from "./db/database.ts";
import { hashPin } from "./pin-hash.ts";
import { listPublications, referenceFile } from "./reference-data.ts";

const demoPerson = z.strictObject({
  id: staffId,
  name: bilingual,
  /** The chief one first. */
  roles: z.array(role).min(1),
  pin: z.string().regex(/^\d{6}$/),
});
const peopleFile = z.strictObject({ branch: branchId, people: z.array(demoPerson).min(1) });

/** An invented person and the PIN to sign in with. */
export type DemoPerson = z.infer<typeof demoPerson>;

export type Demo = { branch: string; people: DemoPerson[] };

const folder = new URL("../../resources/demo/", import.meta.url);

async function readDemoFile<Content>(name: string, form: z.ZodType<Content>): Promise<Content> {
  return form.parse(JSON.parse(await readFile(new URL(name, folder), "utf8")));
}

/** Publishes the demo's reference data and people. What is there already stays as it is. */
export async function seedDemo(db: Db, now: Date): Promise<Demo> {
  const reference = await readDemoFile("reference.json", referenceFile);
  const demo = await readDemoFile("people.json", peopleFile);
  await publishChanges(db, listPublications(reference), now);
  const present = await db
    .selectFrom("change")
    .select("key")
    .where("topic", "=", "staff")
    .where("value", "is not", null)
    .execute();
  const known = new Set(present.map((row) => row.key));
  // A new hash has a new salt: people who are there keep theirs, or every start would be a change to all.
  for (const { id, name, roles, pin } of demo.people.filter((person) => !known.has(person.id))) {
    const value: StaffMember = {
      id,
      name,
      roles,
      branch: demo.branch,
      pin: await hashPin(pin),
      pinVersion: 1,
    };
    await publishChanges(db, [{ topic: "staff", key: id, value, audience: demo.branch }], now);
  }
  return demo;
}
