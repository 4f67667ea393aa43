import { randomInt } from "node:crypto";
import type { inboxReferenceProcedures } from "../../contract/inbox-reference-procedures.ts";
import type { StaffMember } from "../../contract/reference.ts";
import { publishWithin } from "../change-log.ts";
import { hashPin } from "../pin-hash.ts";
import { isPublished, readStaffMember } from "../published-reference.ts";
import {
  type Asker,
  act,
  answer,
  type Handlers,
  type InboxDeps,
  type Outcome,
  turnDown,
} from "./handler.ts";

type Names = Extract<keyof typeof inboxReferenceProcedures, `staff.${string}`>;

export function makeRosterHandlers(deps: InboxDeps): Handlers<Names> {
  /** Changes one person who is on the roster. */
  function change<Value>(
    asker: Asker,
    action: string,
    id: string,
    alter: (member: StaffMember) => StaffMember | null,
    value: Value,
  ): Promise<Outcome<Value>> {
    return act(deps, asker, action, { staff: id }, async (work, at) => {
      await work.selectFrom("change_counter").select("version").forUpdate().execute();
      const member = await readStaffMember(work, id);
      if (!member) return turnDown("not-found");
      const altered = alter(member);
      if (altered && !(await isPublished(work, "branch", altered.branch))) {
        return turnDown("not-found");
      }
      const audience = altered?.branch ?? member.branch;
      await publishWithin(work, [{ topic: "staff", key: id, value: altered, audience }], at);
      return answer(value);
    });
  }

  return {
    async "staff.add"(member, asker) {
      const pin = makePin();
      const hash = await hashPin(pin);
      return act(deps, asker, "staff-added", { staff: member.id }, async (work, at) => {
        await work.selectFrom("change_counter").select("version").forUpdate().execute();
        if (await isPublished(work, "staff", member.id)) return turnDown("name-taken");
        if (!(await isPublished(work, "branch", member.branch))) return turnDown("not-found");
        const value = { ...member, pin: hash, pinVersion: 1 };
        const audience = member.branch;
        await publishWithin(work, [{ topic: "staff", key: member.id, value, audience }], at);
        return answer({ pin });
      });
    },

    "staff.change": (told, asker) =>
      change(asker, "staff-changed", told.id, (member) => ({ ...member, ...told }), {}),

    "staff.remove": ({ id }, asker) => change(asker, "staff-removed", id, () => null, {}),

    async "staff.resetPin"({ id }, asker) {
      const pin = makePin();
      const hash = await hashPin(pin);
      const renew = (member: StaffMember) => ({
        ...member,
        pin: hash,
        pinVersion: member.pinVersion + 1,
      });
      return change(asker, "pin-reset", id, renew, { pin });
    },

    "staff.unlock": ({ id }, asker) =>
      change(
        asker,
        "staff-unlocked",
        id,
        (member) => ({ ...member, pinVersion: member.pinVersion + 1 }),
        {},
      ),
  };
}

/** Six digits, none of the few that everybody would try first. */
function makePin(): string {
  for (;;) {
    const pin = String(randomInt(1_000_000)).padStart(6, "0");
    const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
    // One step throughout: 000000, 123456, 987654.
    if (steps.size > 1) return pin;
  }
}
