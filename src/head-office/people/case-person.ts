import { foldCase } from "../../captures/rights-request/case-fold.ts";
import type { RightsRequest } from "../../captures/rights-request/payload.ts";
import { readCaseCaptures } from "../cases/file-cases.ts";
import { readKeptCase } from "../cases/kept-cases.ts";
import type { Db } from "../db/database.ts";
import { type PersonKeys, readKeys } from "./find-person.ts";

/** Whom a case is about, by all that its captures say; null: of nobody, or it is erased. */
export async function readCasePerson(
  db: Db,
  id: string,
): Promise<{ keys: PersonKeys; request: RightsRequest } | null> {
  const kept = await readKeptCase(db, id);
  if (!kept) return null;
  const captures = await readCaseCaptures(db, id);
  const asked = foldCase(id, captures, kept.published)?.asked;
  if (asked?.act !== "request") return null;
  const own = captures.flatMap((capture) => readKeys(capture) ?? []);
  const collect = (name: keyof PersonKeys) => new Set(own.flatMap((keys) => [...keys[name]]));
  return {
    request: asked,
    keys: {
      subject: collect("subject"),
      phone: collect("phone"),
      email: collect("email"),
      member: collect("member"),
      name: collect("name"),
    },
  };
}
