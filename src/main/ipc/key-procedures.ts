import { fail, succeed } from "../../contract/failure.ts";
import type { KeptKeys } from "../recovery/kept-keys.ts";
import type { ShutKeys } from "../recovery/shut-keys.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type WaysBack =
  | "keys.ways"
  | "keys.choosePassphrase"
  | "keys.enterPassphrase"
  | "keys.ask"
  | "keys.takeAnswer";
type KeyCare = "keys.standing" | "keys.renew";

/** What opens a desk that is shut. `open`: tries to open it, now that something changed. */
export function makeWaysBack(keys: ShutKeys, open: () => Promise<void>): Pick<Handlers, WaysBack> {
  return {
    "keys.ways": async () => succeed(await keys.readWays()),
    async "keys.choosePassphrase"({ passphrase }) {
      const chosen = await keys.choose(passphrase);
      if (chosen.ok) await open();
      return chosen;
    },
    async "keys.enterPassphrase"({ passphrase }) {
      const entered = await keys.enter(passphrase);
      if (entered.ok) await open();
      return entered;
    },
    "keys.ask": () => keys.ask(),
    async "keys.takeAnswer"({ answer, passphrase }) {
      const taken = await keys.takeAnswer(answer, passphrase);
      if (taken.ok) await open();
      return taken;
    },
  };
}

/** An open desk has no need of them: whoever calls them has an old page. */
export function makeNoWaysBack(): Pick<Handlers, WaysBack> {
  const none = () => fail({ code: "not-found" });
  return {
    "keys.ways": () => succeed({ passphrase: "no", canAsk: false }),
    "keys.choosePassphrase": none,
    "keys.enterPassphrase": none,
    "keys.ask": none,
    "keys.takeAnswer": none,
  };
}

/** The keys of a desk that is open. */
export function makeKeyCare({
  keys,
  isUnderPassphrase,
}: {
  keys: KeptKeys;
  isUnderPassphrase(): boolean;
}): Pick<Handlers, KeyCare> {
  return {
    "keys.standing": () =>
      succeed({ recoveryKey: keys.readRecoveryKey(), byPassphrase: isUnderPassphrase() }),
    async "keys.renew"(_, who) {
      await keys.renew(requirePerson(who).staff);
      return succeed(undefined);
    },
  };
}
