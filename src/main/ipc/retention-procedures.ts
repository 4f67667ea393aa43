import { defaultEventSettings } from "../../contract/event.ts";
import { fail, succeed } from "../../contract/failure.ts";
import { usualDeskRetention } from "../../contract/reference.ts";
import type { Store } from "../store/open-store.ts";
import type { Handlers } from "./dispatch.ts";

/** What of people is still on this PC, and by what it goes. */
export function makeRetentionProcedures({
  store,
}: {
  store: Store;
}): Pick<Handlers, "retention.read"> {
  return {
    "retention.read": () => {
      const reference = store.received.readReference();
      if (reference === null) return fail({ code: "not-enrolled" });
      const captures = store.outbox.counts();
      const pictures = store.attachments.counts();
      return succeed({
        days: (reference.deskRetention ?? usualDeskRetention).days,
        eventDays: (reference.eventSettings ?? defaultEventSettings).purgeAfterDays,
        kinds: store.captures.tallyKept(),
        waiting: captures.waiting + captures.parked + pictures.waiting + pictures.parked,
      });
    },
  };
}
