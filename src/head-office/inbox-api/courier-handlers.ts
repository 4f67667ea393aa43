import type {
  BundleMaker,
  inboxCourierProcedures,
} from "../../contract/inbox-courier-procedures.ts";
import { listArrivals } from "../courier/arrivals.ts";
import type { Maker } from "../courier/open-bundle.ts";
import { takeBundle } from "../courier/take-bundle.ts";
import { answer, type Handlers, type InboxDeps, readAccount } from "./handler.ts";

export function makeCourierHandlers(
  deps: InboxDeps & { unpackedBytes: number },
): Handlers<keyof typeof inboxCourierProcedures> {
  return {
    async "courier.take"({ file, bundle }, asker) {
      const way = { by: "account", account: readAccount(asker).id, file } as const;
      const taking = await takeBundle(deps, bundle, way);
      if (taking.state === "refused") {
        const { state, reason, maker } = taking;
        return answer({ state, reason, maker: maker && tellMaker(maker) });
      }
      const { logEntries: _entries, ...counts } = taking.counts;
      const maker = tellMaker(taking.maker);
      return answer({ state: taking.state, maker, ...counts, answer: taking.answer });
    },

    "courier.list": async () => answer({ arrivals: await listArrivals(deps.db) }),
  };
}

function tellMaker({ id, number, name, branch, revoked_at }: Maker): BundleMaker {
  return { id, number, name, branch, revoked: revoked_at !== null };
}
