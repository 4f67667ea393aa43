import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { AuditAction } from "../store/audit.ts";
import type { Store } from "../store/open-store.ts";
import type { Courier } from "../sync/courier/courier.ts";
import type { Caller, Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type CourierProcedures = Pick<
  Handlers,
  "courier.read" | "courier.save" | "courier.take" | "courier.saveAnswers" | "courier.drop"
>;

/** Asking a person for a file, in the system's dialog; null: they chose none. */
export type CourierFiles = {
  chooseCourierFile(): Promise<string | null>;
  chooseCourierPlace(suggestedName: string): Promise<string | null>;
};

export type CourierProcedureDeps = CourierFiles & {
  store: Store;
  courier: Courier;
  now(): number;
  /** Called when something was taken in: there may be less that waits, or more to bring. */
  onTaken(): void;
};

/** Courier files: what has no line goes on a stick. */
export function makeCourierProcedures(deps: CourierProcedureDeps): CourierProcedures {
  const { store, courier, now } = deps;
  let isBusy = false;

  /** One file at a time: a second one would hold the same, and be answered twice. */
  async function alone<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
    if (isBusy) return fail({ code: "courier-busy" });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  function note(who: Caller["signedIn"], action: AuditAction): void {
    const { staff } = requirePerson(who);
    store.audit.add({ at: now(), staff, action, subject: null });
  }

  /** Which PC and which day, for whoever finds several on one stick. */
  function suggestName(): string {
    const { branch, deviceNumber } = store.device.readEnrolment() ?? {};
    return `yinyom-${branch}-${deviceNumber}-${new Date(now()).toISOString().slice(0, 10)}`;
  }

  return {
    "courier.read": () => succeed(courier.read()),
    "courier.save": (_, who) =>
      alone(async () => {
        const path = await deps.chooseCourierPlace(suggestName());
        if (path === null) return fail({ code: "cancelled" });
        const written = await courier.write(path);
        if (!written.ok) return written;
        note(who, "write-courier");
        return succeed({ path, ...written.value });
      }),
    "courier.take": (_, who) =>
      alone(async () => {
        const path = await deps.chooseCourierFile();
        if (path === null) return fail({ code: "cancelled" });
        const taken = await courier.take(path);
        if (!taken.ok) return taken;
        note(who, "take-courier");
        deps.onTaken();
        return taken;
      }),
    "courier.saveAnswers": (_, who) =>
      alone(async () => {
        const path = await deps.chooseCourierPlace(`${suggestName()}-answers`);
        if (path === null) return fail({ code: "cancelled" });
        const written = await courier.writeAnswers(path);
        if (!written.ok) return written;
        note(who, "write-courier-answers");
        return succeed({ path, ...written.value });
      }),
    "courier.drop": ({ device }, who) => {
      if (!courier.drop(device)) return fail({ code: "not-found" });
      note(who, "drop-carried");
      return succeed(undefined);
    },
  };
}
