import { sql, type Transaction } from "kysely";
import type { CaseStep, PublishedCase } from "../../contract/case.ts";
import { erasure } from "../../contract/erasure.ts";
import { relayedCapture } from "../../contract/event.ts";
import { publishCase } from "../cases/file-cases.ts";
import { readKeptCase, writeKeptCase } from "../cases/kept-cases.ts";
import { publishWithin } from "../change-log.ts";
import type { Tables } from "../db/tables.ts";
import { readTopic } from "../published-reference.ts";

type Work = Transaction<Tables>;

/**
 * Takes away the content of captures: here, in what is passed on to other devices, in the cases they began,
 * and, by what is published, on every device at its next sync. Headers and hashes stay. The answer: how many
 * had content until now.
 */
export async function eraseCaptures(
  work: Work,
  caseId: string,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const list = sql`${`{${ids.join()}}`}::uuid[]`;
  const { rows } = await sql<{ id: string }>`
    UPDATE capture SET payload = NULL, salt = NULL
    WHERE id = ANY (${list}) AND payload IS NOT NULL RETURNING id`.execute(work);
  await sql`UPDATE take_down SET words = NULL WHERE capture = ANY (${list})`.execute(work);
  await eraseCopies(work, ids, now);
  const relayed = await readTopic(work, "event-capture", relayedCapture);
  for (const id of ids) {
    const value = relayed.get(id);
    if (value) await hideRelayed(work, id, value, now);
    await eraseCase(work, id, now);
  }
  const before = (await readTopic(work, "erasure", erasure)).get(caseId)?.captures ?? [];
  const captures = [...new Set([...before, ...ids])];
  await publishWithin(
    work,
    [{ topic: "erasure", key: caseId, value: { captures }, audience: null }],
    now,
  );
  return rows.length;
}

/** A sealed picture is destroyed with the capture it belongs to. */
async function eraseCopies(work: Work, ids: readonly string[], now: Date): Promise<void> {
  await work.deleteFrom("attachment_piece").where("capture", "in", ids).execute();
  await work
    .updateTable("attachment")
    .set({ sealed: null, destroyed_at: now })
    .where("capture", "in", ids)
    .where("destroyed_at", "is", null)
    .execute();
}

async function hideRelayed(
  work: Work,
  id: string,
  value: ReturnType<typeof relayedCapture.parse>,
  now: Date,
): Promise<void> {
  const row = await work
    .selectFrom("change")
    .select("audience")
    .where("topic", "=", "event-capture")
    .where("key", "=", id)
    .where("value", "is not", null)
    .execute();
  for (const { audience } of row) {
    const hidden = { ...value, capture: { ...value.capture, payload: null, salt: null } };
    const counted = await sql<{ version: number }>`
      UPDATE change_counter SET version = version + 1 RETURNING version`.execute(work);
    await work
      .updateTable("change")
      .set({
        value: JSON.stringify(hidden),
        version: counted.rows[0]?.version ?? 0,
        published_at: now,
      })
      .where("topic", "=", "event-capture")
      .where("key", "=", id)
      .where("audience", "=", audience)
      .execute();
  }
}

/** A case that one of the captures began: what it was about stays, whom it was about goes. */
async function eraseCase(work: Work, id: string, now: Date): Promise<void> {
  const kept = await readKeptCase(work, id);
  if (!kept) return;
  const published: PublishedCase = {
    ...kept.published,
    person: null,
    log: kept.published.log.map(blankStep),
  };
  await writeKeptCase(work, { ...kept, published, foundBy: published.number.toLowerCase() });
  await publishCase(work, published, kept.voided, now);
}

/** In the place of words that may name the person; not nothing, or the step would have no reason. */
const blank = "—";

function blankStep(step: CaseStep): CaseStep {
  switch (step.step) {
    case "hand-over":
      return { ...step, receiver: blank };
    case "extend":
      return { ...step, letter: blank };
    case "wait":
    case "ask-shop":
    case "shop-answered":
    case "finish":
    case "refuse":
      return { ...step, words: blank };
    default:
      return step;
  }
}
