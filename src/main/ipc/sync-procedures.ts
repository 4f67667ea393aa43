import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { succeed } from "../../contract/failure.ts";
import type { PendingItem } from "../../contract/ipc.ts";
import { findPerson } from "../session/roster.ts";
import type { Store } from "../store/open-store.ts";
import type { OutboxEntry } from "../store/outbox.ts";
import type { Sync } from "../sync/sync.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type SyncProcedures = Pick<
  Handlers,
  "desk.enrol" | "sync.status" | "sync.now" | "pending.list" | "pending.retry"
>;

export type SyncProcedureDeps = {
  store: Store;
  sync: Sync;
  now(): number;
  /** Called once the desk can be worked at. */
  onEnrolled(): void;
};

/** Head office: enrolment, what waits to be sent, and sending it now. */
export function makeSyncProcedures(deps: SyncProcedureDeps): SyncProcedures {
  const { store, sync } = deps;
  return {
    async "desk.enrol"({ address, code }) {
      const result = await sync.enrol(address, code);
      if (result.ok) deps.onEnrolled();
      return result;
    },
    "sync.status": () => succeed(sync.status()),
    "sync.now": () => {
      sync.wake("manual");
      return succeed(undefined);
    },
    "pending.list": () => succeed(store.outbox.list().map((entry) => describe(store, entry))),
    "pending.retry": ({ ids }, who) => {
      store.write(() => {
        store.outbox.retry(ids);
        const subject = ids === "all" ? null : (ids[0] ?? null);
        store.audit.add({
          at: deps.now(),
          staff: requirePerson(who).staff,
          action: "retry-sync",
          subject,
        });
      });
      sync.wake("manual");
      return succeed(undefined);
    },
  };
}

function describe(store: Store, entry: OutboxEntry): PendingItem {
  const { sequence, ...shown } = entry;
  const deviceNumber = store.device.readEnrolment()?.deviceNumber;
  if (deviceNumber === undefined) throw new Error("captures without an enrolment");
  return {
    ...shown,
    receiptNumber: formReceiptNumber(deviceNumber, sequence),
    staffName: findPerson(store, entry.staff)?.name ?? null,
  };
}
