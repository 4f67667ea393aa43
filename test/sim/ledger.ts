import type { Payload } from "../../src/captures/marketing-consent/payload.ts";

/** A save that was answered: from then on it must not be lost. */
export type Saved = {
  id: string;
  desk: string;
  payload: Payload | { act: "broken" };
  /** Gone with a PC that was put back to an earlier state, unless it had been sent. */
  mayBeLost: boolean;
};

/** What people were told, counted outside of desk and head office. */
export type Ledger = {
  note(saved: Omit<Saved, "mayBeLost">): void;
  /** This desk is put back to where it had saved `count`: what came after may be gone. */
  forgive(desk: string, count: number): void;
  /** How much this desk has saved so far. */
  count(desk: string): number;
  all(): readonly Saved[];
};

export function makeLedger(): Ledger {
  const saved: Saved[] = [];
  const of = (desk: string) => saved.filter((item) => item.desk === desk);
  return {
    note: (item) => saved.push({ ...item, mayBeLost: false }),
    forgive(desk, count) {
      for (const item of of(desk).slice(count)) item.mayBeLost = true;
    },
    count: (desk) => of(desk).length,
    all: () => saved,
  };
}
