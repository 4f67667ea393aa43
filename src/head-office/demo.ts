import { readFile } from "node:fs/promises";
import { z } from "zod";
import { bilingual } from "../contract/bilingual.ts";
import { event, eventSettings } from "../contract/event.ts";
import { branchId, role, staffId } from "../contract/ids.ts";
import { notice, type StaffMember } from "../contract/reference.ts";
import { rightsSettings } from "../contract/rights.ts";
import { type Publication, publishChanges } from "./change-log.ts";
import { copyKeyFile } from "./copies/copy-key.ts";
import type { Db } from "./db/database.ts";
import { accountsFile, type DemoAccount, seedAccounts } from "./demo-accounts.ts";
import { hashPin } from "./pin-hash.ts";
import {
  copyRulesFile,
  listCopyPublications,
  listPublications,
  referenceFile,
} from "./reference-data.ts";

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

export type Demo = { branch: string; people: DemoPerson[]; accounts: DemoAccount[] };

const eventsFile = z.strictObject({
  settings: eventSettings,
  notices: z.array(notice),
  events: z.array(event),
});

const folder = new URL("../../resources/demo/", import.meta.url);

async function readDemoFile<Content>(name: string, form: z.ZodType<Content>): Promise<Content> {
  return form.parse(JSON.parse(await readFile(new URL(name, folder), "utf8")));
}

function listEventPublications(file: z.infer<typeof eventsFile>): Publication[] {
  return [
    ...file.notices.map((value): Publication => {
      return { topic: "notice", key: `${value.id}@${value.version}`, value, audience: null };
    }),
    { topic: "event-settings", key: "settings", value: file.settings, audience: null },
    ...file.events.map((value): Publication => {
      return { topic: "event", key: value.id, value, audience: null };
    }),
  ];
}

/** Publishes the demo's reference data and people. What is there already stays as it is. */
export async function seedDemo(db: Db, now: Date): Promise<Demo> {
  const reference = await readDemoFile("reference.json", referenceFile);
  const demo = await readDemoFile("people.json", peopleFile);
  const copies = await readDemoFile("copy-rules.json", copyRulesFile);
  const events = await readDemoFile("events.json", eventsFile);
  const rights = await readDemoFile("rights-settings.json", rightsSettings);
  const { id, publicKey } = await readDemoFile("recovery-key.json", copyKeyFile);
  const publications = [
    ...listPublications(reference),
    ...listCopyPublications(copies),
    ...listEventPublications(events),
    { topic: "rights-settings", key: "settings", value: rights, audience: null } as const,
    {
      topic: "recovery-key",
      key: "recovery-key",
      value: { id, publicKey },
      audience: null,
    } as const,
  ];
  const accounts = await readDemoFile("accounts.json", accountsFile);
  // What the DPO has changed since is not put back by the next start.
  const published = await db.selectFrom("change").select(["topic", "key"]).execute();
  const there = new Set(published.map(({ topic, key }) => `${topic} ${key}`));
  const missing = publications.filter(({ topic, key }) => !there.has(`${topic} ${key}`));
  await publishChanges(db, missing, now);
  await seedAccounts(db, accounts, now);
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
  return { ...demo, accounts };
}
