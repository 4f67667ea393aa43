import { randomUUID } from "node:crypto";
import { takeStep } from "../../captures/rights-request/case-step.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import type { CaseStep } from "../../contract/case.ts";
import type { inboxCaseProcedures, NextStep } from "../../contract/inbox-case-procedures.ts";
import { publishCase, readCaseCaptures } from "../cases/file-cases.ts";
import { foldPublished, readKeptCase, writeKeptCase } from "../cases/kept-cases.ts";
import { listCases } from "../cases/list-cases.ts";
import { act, answer, type Handlers, type InboxDeps, readAccount, turnDown } from "./handler.ts";

export function makeCaseHandlers(deps: InboxDeps): Handlers<keyof typeof inboxCaseProcedures> {
  const { db, now } = deps;
  return {
    async "cases.list"({ search }) {
      const at = now();
      return answer({ ...(await listCases(db, search, at)), today: readShopDay(at) });
    },

    "cases.read": ({ id }) =>
      db.transaction().execute(async (work) => {
        const kept = await readKeptCase(work, id);
        if (!kept) return turnDown("not-found");
        return answer({
          published: kept.published,
          captures: await readCaseCaptures(work, id),
          clockDoubtful: kept.clockDoubtful,
          voided: kept.voided,
          today: readShopDay(now()),
        });
      }),

    "cases.step": ({ id, next }, asker) =>
      act(
        deps,
        asker,
        "case-step",
        { case: id, step: next.step, ...tellReason(next) },
        async (work, at) => {
          const kept = await readKeptCase(work, id);
          if (!kept || kept.voided) return turnDown("not-found");
          const { progress } = foldPublished(kept.published);
          const step = dateStep(next, progress.lastStepAt, at, readAccount(asker).name);
          const taken = takeStep(progress, step);
          if (!taken.ok) {
            if (taken.failure.code !== "case-step")
              throw new Error("a step failed by another rule");
            return turnDown("case-step", { fault: taken.failure.fault });
          }
          const published = { ...kept.published, log: [...kept.published.log, step] };
          await writeKeptCase(work, { ...kept, published });
          await publishCase(work, published, false, at);
          return answer({ taken: step });
        },
      ),
  };
}

/** A clock that was set back must not make head office's own next step impossible. */
function dateStep(next: NextStep, lastStepAt: string | null, now: Date, by: string): CaseStep {
  const told = now.toISOString();
  const at = lastStepAt !== null && told < lastStepAt ? lastStepAt : told;
  const step = { ...next, at, by };
  return step.step === "ask-shop" ? { ...step, question: randomUUID() } : (step as CaseStep);
}

/** The reason from its closed list; the words beside it may name the customer. */
function tellReason(next: NextStep): { reason?: string } {
  return "reason" in next ? { reason: next.reason } : {};
}
