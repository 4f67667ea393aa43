import {
  type AnswerClaims,
  type CarriedAnswer,
  type CourierAnswer,
  type CourierBundle,
  courierAnswer,
} from "../../contract/courier.ts";
import { syncPaths } from "../../contract/sync.ts";
import { noteAction } from "../action-log.ts";
import type { AuditFault } from "../audit/audit-faults.ts";
import type { Db } from "../db/database.ts";
import { signWord } from "../signed-word.ts";
import { noteArrival, noteCounts, type Way } from "./arrivals.ts";
import type { OpenOfficeKey } from "./office-key.ts";
import { type BundleRefusal, type Maker, openBundle } from "./open-bundle.ts";
import { type BundleCounts, takeRequests } from "./take-requests.ts";

export type CourierDeps = {
  db: Db;
  now: () => Date;
  /** Most bytes of a bundle's content. */
  unpackedBytes: number;
};

export type BundleTaking =
  | {
      state: "taken";
      maker: Maker;
      answer: CourierAnswer;
      counts: BundleCounts;
      faults: AuditFault[];
    }
  | { state: "refused"; reason: BundleRefusal; maker: Maker | null };

/**
 * Takes a bundle in by whoever brings it, and signs head office's word on each of its requests. The same bundle
 * again gives the same verdicts, as duplicates, and changes nothing. A refused one leaves nothing behind.
 */
export async function takeBundle(
  { db, now, unpackedBytes }: CourierDeps,
  bundle: CourierBundle,
  way: Way,
): Promise<BundleTaking> {
  const opened = await openBundle(db, bundle, unpackedBytes);
  if (!opened.ok) return { state: "refused", reason: opened.reason, maker: opened.maker };
  const { maker, claims, key, requests } = opened;
  await db.transaction().execute(async (work) => {
    const arrived = { bundle: claims.bundle, device: maker.id };
    const isFirst = await noteArrival(work, arrived, way, now());
    if (way.by === "device" || !isFirst) return;
    const about = { device: maker.id, file: way.file };
    await noteAction(work, { account: way.account, action: "courier-file-taken", about }, now());
  });
  const { answers, counts, faults } = await takeRequests(db, maker.id, requests, now);
  await noteCounts(db, claims.bundle, way, counts);
  const said = { device: maker.id, bundle: claims.bundle, at: now().toISOString() };
  return { state: "taken", maker, answer: await formAnswer(key, said, answers), counts, faults };
}

type Said = Pick<AnswerClaims, "device" | "bundle" | "at">;

async function formAnswer(
  key: OpenOfficeKey,
  said: Said,
  answers: (CarriedAnswer | null)[],
): Promise<CourierAnswer> {
  const form = async (told: (CarriedAnswer | null)[]) => {
    const claims: AnswerClaims = { form: "yinyom courier answer v1", ...said, answers: told };
    const word = await signWord(claims, key.id, key.signs);
    return { version: 1 as const, device: said.device, bundle: said.bundle, word };
  };
  const whole = await form(answers);
  // Thousands of rejections that each name their fields would not fit; without the names they do.
  return courierAnswer.safeParse(whole).success ? whole : form(answers.map(shorten));
}

function shorten(told: CarriedAnswer | null): CarriedAnswer | null {
  if (told?.path !== syncPaths.push) return told;
  const verdicts = told.answer.verdicts.map((verdict) => {
    if (verdict.verdict !== "rejected") return verdict;
    const { issues: _issues, ...short } = verdict;
    return short;
  });
  return { ...told, answer: { ...told.answer, verdicts } };
}
