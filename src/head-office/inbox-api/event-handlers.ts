import type { Transaction } from "kysely";
import type { inboxEventProcedures } from "../../contract/inbox-event-procedures.ts";
import type { Tables } from "../db/tables.ts";
import { confirmWithin, putEventWithin } from "../events/event-publishing.ts";
import { readEvents } from "../events/known-events.ts";
import { listTakeDowns } from "../events/list-take-downs.ts";
import { lockChanges } from "../events/publish-for.ts";
import { answerWithin } from "../events/take-downs.ts";
import { readPublished } from "../published-reference.ts";
import { act, answer, done, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

export function makeEventHandlers(deps: InboxDeps): Handlers<keyof typeof inboxEventProcedures> {
  return {
    "events.save": (draft, asker) =>
      act(deps, asker, "event-saved", { event: draft.id }, async (work, at) => {
        const before = await readEvent(work, draft.id);
        const { branches, notices } = await readPublished(work, at);
        const isKnown = (id: string) => branches.some((one) => one.id === id);
        if (!draft.branches.every(isKnown)) return turnDown("not-found");
        if (!notices.some(({ id }) => id === draft.notice)) return turnDown("not-found");
        // A desk may have closed it while the page was open: how it stands is not the page's to say.
        const standing = before
          ? { status: before.status, closedAt: before.closedAt }
          : { status: "confirmed" as const, closedAt: null };
        await putEventWithin(work, { ...draft, ...standing }, at);
        return done;
      }),

    "events.confirm": ({ id }, asker) =>
      act(deps, asker, "event-confirmed", { event: id }, async (work, at) =>
        (await confirmWithin(work, id, {}, at)) ? done : turnDown("not-found"),
      ),

    "events.close": ({ id }, asker) =>
      act(deps, asker, "event-closed", { event: id }, async (work, at) => {
        const known = await readEvent(work, id);
        if (known?.status !== "confirmed") return turnDown("not-found");
        await putEventWithin(work, { ...known, status: "closed", closedAt: at.toISOString() }, at);
        return done;
      }),

    "takeDowns.list": async () => answer(await listTakeDowns(deps.db)),

    "takeDowns.answer": ({ capture, outcome, words }, asker) =>
      act(deps, asker, "take-down-answered", { request: capture, outcome }, async (work, at) => {
        const reply = { outcome, words: words === "" ? null : words };
        const answered = await answerWithin(work, capture, reply, at);
        if (answered === "reason-needed") return turnDown("reason-needed");
        return answered === "no-request" ? turnDown("not-found") : done;
      }),
  };
}

/** The newest word on an event, and nobody else's before this transaction ends. */
async function readEvent(work: Transaction<Tables>, id: string) {
  await lockChanges(work);
  return (await readEvents(work)).get(id);
}
