import { createHash } from "node:crypto";
import { foldConsent } from "../../src/captures/marketing-consent/consent-fold.ts";
import { findEnvelopeFault } from "../../src/contract/chain.ts";
import type { Envelope } from "../../src/contract/envelope.ts";
import type { Ledger } from "./ledger.ts";
import type { SimDesk } from "./sim-desk.ts";
import type { SimOffice } from "./sim-office.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Ended = {
  office: SimOffice;
  device: string;
  desks: readonly SimDesk[];
  ledger: Ledger;
  /** A PC was copied or put back: two captures may have claimed one place, and one of them is parked. */
  mayConflict: boolean;
};

/** What is wrong at the end of a story, when the line is good and all had time: nothing, in a sound system. */
export async function findBroken(ended: Ended): Promise<string[]> {
  const { office, device, desks, ledger, mayConflict } = ended;
  const arrived = await office.readArrived(device);
  const byId = new Map(arrived.map((item) => [item.id, item]));
  const broken: string[] = [];
  const demand = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };

  const known = new Set(ledger.all().map(({ id }) => id));
  demand(byId.size === arrived.length, "a capture arrived twice");
  for (const { id } of arrived) demand(known.has(id), "something arrived that nobody was told of");
  for (const { id, payload, mayBeLost } of ledger.all()) {
    const there = byId.get(id);
    const parked = desks.some((desk) => desk.store().captures.readById(id)?.parked);
    if (payload.act === "broken") {
      demand(there === undefined, "a broken capture was accepted");
      demand(parked || mayBeLost, "a broken capture is not shown as parked");
    } else if (there) {
      demand(findEnvelopeFault(sha256, there) === null, "what arrived is not what was saved");
    } else {
      demand(mayBeLost || (mayConflict && parked), "a save that was answered is lost");
    }
  }
  for (const desk of desks) {
    const store = desk.store();
    demand(store.captures.verifyChain(sha256) === null, "the chain of a desk does not hold");
    demand(store.outbox.counts().waiting === 0, "something still waits with a good line");
    for (const { id } of ledger.all()) {
      const kept = store.captures.readById(id);
      const isSaid = kept !== null && kept.acknowledgedAt !== null;
      demand(!isSaid || byId.has(id), "acknowledged, and not at head office");
    }
  }
  const chain = await office.readChain(device);
  demand(chain.broken.length === 0, "the chain at head office is broken");
  demand(mayConflict || chain.conflicts === 0, "a conflict where no PC was copied");
  demand(mayConflict || chain.gaps.length === 0, "a gap where no PC was copied");
  if (!mayConflict) broken.push(...findReturnedConsents(ledger, arrived));
  return [...new Set(broken)];
}

/** Whoever withdrew last, on one desk, has agreed to nothing by what head office has. */
function findReturnedConsents(ledger: Ledger, arrived: readonly Envelope[]): string[] {
  const lastAct = new Map<string, string>();
  for (const { payload } of ledger.all()) {
    if (payload.act === "decision" || payload.act === "withdrawal")
      lastAct.set(payload.subject?.id ?? "", payload.act);
  }
  const folded = arrived.map((header) => ({
    header,
    payload: JSON.parse(header.payload ?? "null") as unknown,
    receiptNumber: header.id,
  }));
  return [...lastAct].flatMap(([subject, act]) => {
    const { cells } = foldConsent(subject, folded);
    const hasYes = cells.some(({ status }) => status === "yes");
    return act === "withdrawal" && hasYes ? ["a withdrawal did not win"] : [];
  });
}
