import people from "../../resources/demo/people.json" with { type: "json" };
import type { Bilingual } from "../../src/contract/bilingual.ts";
import { type StaffMember, staffMember } from "../../src/contract/reference.ts";
import type { Publication } from "../../src/head-office/change-log.ts";
import { hashPin } from "../../src/head-office/pin-hash.ts";

/** An invented person of the demo's, with the PIN that opens the desk. */
export type DemoPerson = { id: string; name: Bilingual; pin: string };

function find(id: string): DemoPerson {
  const found = people.people.find((person) => person.id === id);
  if (!found) throw new Error(`the demo has no ${id}`);
  return found;
}

/** Counter staff. */
export const somying = find("somying");
/** Counter staff. */
export const anan = find("anan");
/** Event staff. */
export const ploy = find("ploy");
/** Manager. */
export const wichai = find("wichai");

let hashed: Promise<StaffMember[]> | null = null;

/** The demo's people as head office publishes them. Their PINs are hashed once per process: it takes seconds. */
export async function listDemoStaff(): Promise<Publication[]> {
  hashed ??= Promise.all(
    people.people.map(async ({ id, name, roles, pin }) =>
      staffMember.parse({
        id,
        name,
        roles,
        branch: people.branch,
        pin: await hashPin(pin),
        pinVersion: 1,
      }),
    ),
  );
  return (await hashed).map((value) => ({
    topic: "staff",
    key: value.id,
    value,
    audience: people.branch,
  }));
}
