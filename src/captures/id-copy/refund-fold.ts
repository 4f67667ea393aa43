import type { PaperCopy, Payload, Refund, Shred } from "./payload.ts";

/** One capture of this kind, as stores on both sides can give it. */
export type RefundAct = {
  id: string;
  amends: string | null;
  /** ISO moment. */
  capturedAt: string;
  payload: Payload;
};

export type PaperState = {
  id: string;
  /** The refund it belongs to; null: found without one. */
  refund: string | null;
  paper: PaperCopy;
  /** Null: it still lies there. */
  shredded: Pick<Shred, "day" | "witness"> | null;
};

export type RefundState = {
  id: string;
  capturedAt: string;
  /** As last corrected. */
  refund: Refund;
  /** ISO date from which the days until destruction count; null: still open. */
  closedOn: string | null;
  papers: PaperState[];
};

export type Refunds = { refunds: RefundState[]; strayPapers: PaperState[] };

/** Where every refund and every copy on paper stands, oldest first. What was voided is not there. */
export function foldRefunds(given: readonly RefundAct[]): Refunds {
  const acts = nameStanding(given);
  const voided = new Set(
    acts.flatMap(({ payload, amends }) => (payload.act === "void" && amends ? [amends] : [])),
  );
  const standing = acts.filter(({ id }) => !voided.has(id));
  const later = groupByAmended(standing);
  const papers = standing.flatMap((item) => readPaper(item, later(item.id)));
  const ofRefund = groupPapers(papers);
  const refunds = standing.flatMap((item) => readRefund(item, later(item.id), ofRefund(item.id)));
  const known = new Set(refunds.map(({ id }) => id));
  return {
    refunds,
    // Also that of a refund which was voided since: the paper is still there to be shredded.
    strayPapers: papers.filter(({ refund }) => refund === null || !known.has(refund)),
  };
}

/**
 * A refund that amends one which is not here says it again, since head office refused the first: what amended the
 * first amends this one.
 */
function nameStanding(acts: readonly RefundAct[]): RefundAct[] {
  const here = new Set(acts.map(({ id }) => id));
  const standsFor = new Map(
    acts.flatMap(({ id, amends, payload }) =>
      payload.act === "refund" && amends !== null && !here.has(amends) ? [[amends, id]] : [],
    ),
  );
  return acts.map((item) => ({
    ...item,
    amends:
      item.payload.act === "refund" ? null : (standsFor.get(item.amends ?? "") ?? item.amends),
  }));
}

function readRefund(
  { id, capturedAt, payload }: RefundAct,
  later: readonly Payload[],
  papers: PaperState[],
): RefundState[] {
  if (payload.act !== "refund") return [];
  let refund = payload;
  let closedOn: string | null = null;
  for (const item of later) {
    if (item.act === "correct") {
      const { act: _, why: __, ...terms } = item;
      refund = { ...refund, ...terms };
    }
    // Closed once: a second closing must not put off what is due.
    if (item.act === "refund-closed") closedOn ??= item.day;
  }
  return [{ id, capturedAt, refund, closedOn, papers }];
}

function readPaper({ id, amends, payload }: RefundAct, later: readonly Payload[]): PaperState[] {
  if (payload.act !== "paper-copy") return [];
  const shred = later.find((item) => item.act === "shred");
  const shredded = shred ? { day: shred.day, witness: shred.witness } : null;
  return [{ id, refund: amends, paper: payload, shredded }];
}

function groupByAmended(acts: readonly RefundAct[]): (id: string) => Payload[] {
  return group(acts, ({ amends, payload }) => [amends, payload]);
}

function groupPapers(papers: readonly PaperState[]): (id: string) => PaperState[] {
  return group(papers, (paper) => [paper.refund, paper]);
}

function group<Item, Value>(
  items: readonly Item[],
  place: (item: Item) => [string | null, Value],
): (key: string) => Value[] {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const [key, value] = place(item);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return (key) => groups.get(key) ?? [];
}
