import { readShopDay } from "../../captures/shop-day.ts";
import type { inboxReferenceProcedures } from "../../contract/inbox-reference-procedures.ts";
import { notice, purpose } from "../../contract/reference.ts";
import { type Publication, publishWithin } from "../change-log.ts";
import { readPublished, readTopic } from "../published-reference.ts";
import {
  type Asker,
  act,
  answer,
  done,
  type Handlers,
  type InboxDeps,
  turnDown,
} from "./handler.ts";

type Names = Exclude<
  keyof typeof inboxReferenceProcedures,
  `staff.${string}` | `devices.${string}`
>;

export function makeReferenceHandlers(deps: InboxDeps): Handlers<Names> {
  const { db, now } = deps;

  /** Publishes one thing to all shops. */
  function publish(asker: Asker, action: string, publication: Omit<Publication, "audience">) {
    const { topic, key } = publication;
    return act(deps, asker, action, { topic, key }, async (work, at) => {
      await publishWithin(work, [{ ...publication, audience: null } as Publication], at);
      return done;
    });
  }

  return {
    "reference.read": async () => answer(await readPublished(db, now())),

    async "notices.publish"(draft, asker) {
      const at = now();
      if (draft.effectiveFrom < readShopDay(at)) return turnDown("in-the-past");
      return act(deps, asker, "notice-published", { notice: draft.id }, async (work) => {
        // Held until the commit, so that of two at once each gets a version of its own.
        await work.selectFrom("change_counter").select("version").forUpdate().execute();
        const versions = [...(await readTopic(work, "notice", notice)).values()]
          .filter(({ id }) => id === draft.id)
          .map(({ version }) => version);
        const version = Math.max(0, ...versions) + 1;
        const value = { ...draft, version };
        const key = `${draft.id}@${version}`;
        await publishWithin(work, [{ topic: "notice", key, value, audience: null }], at);
        return answer({ version });
      });
    },

    "purposes.save": (value, asker) =>
      publish(asker, "purpose-saved", { topic: "purpose", key: value.id, value }),

    async "purposes.remove"({ id }, asker) {
      const known = await readTopic(db, "purpose", purpose);
      if (!known.has(id)) return turnDown("not-found");
      // A desk without any purpose cannot open.
      if (known.size === 1) return turnDown("in-use");
      return publish(asker, "purpose-removed", { topic: "purpose", key: id, value: null });
    },

    "channels.save": (value, asker) =>
      publish(asker, "channel-saved", { topic: "channel", key: value.id, value }),

    async "channels.remove"({ id }, asker) {
      const { channels } = await readPublished(db, now());
      if (!channels.some((one) => one.id === id)) return turnDown("not-found");
      if (channels.length === 1) return turnDown("in-use");
      return publish(asker, "channel-removed", { topic: "channel", key: id, value: null });
    },

    "branches.save": (value, asker) =>
      publish(asker, "branch-saved", { topic: "branch", key: value.id, value }),

    async "settings.save"(value, asker) {
      const { notices } = await readPublished(db, now());
      if (!notices.some(({ id }) => id === value.marketingNotice)) return turnDown("not-found");
      return publish(asker, "settings-saved", { topic: "settings", key: "settings", value });
    },

    "rightsSettings.save": (value, asker) =>
      publish(asker, "rights-settings-saved", {
        topic: "rights-settings",
        key: "rights-settings",
        value,
      }),

    "retention.save": ({ copyDays, eventDays, deskDays }, asker) =>
      act(deps, asker, "retention-saved", { copyDays, eventDays, deskDays }, async (work, at) => {
        const known = await readPublished(work, at);
        const forEvents = { ...known.eventSettings, purgeAfterDays: eventDays };
        const list: Publication[] = [
          { topic: "event-settings", key: "settings", value: forEvents, audience: null },
          {
            topic: "desk-retention",
            key: "desk-retention",
            value: { days: deskDays },
            audience: null,
          },
        ];
        if (copyDays !== null) {
          if (known.copyRules === null) return turnDown("not-found");
          const value = { ...known.copyRules, daysKept: copyDays };
          list.push({ topic: "copy-rules", key: "copy-rules", value, audience: null });
        }
        await publishWithin(work, list, at);
        return done;
      }),

    "pendingRules.save": (value, asker) =>
      publish(asker, "pending-rules-saved", {
        topic: "pending-rules",
        key: "pending-rules",
        value,
      }),

    "updatePolicy.save": (value, asker) =>
      publish(asker, "update-policy-saved", {
        topic: "update-policy",
        key: "update-policy",
        value,
      }),

    "recoveryKey.save": (value, asker) =>
      publish(asker, "recovery-key-saved", { topic: "recovery-key", key: "recovery-key", value }),

    "controller.save": (value, asker) =>
      publish(asker, "controller-saved", { topic: "controller", key: "controller", value }),
  };
}
