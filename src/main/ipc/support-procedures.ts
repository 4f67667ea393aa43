import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { Store } from "../store/open-store.ts";
import {
  countReasons,
  readLogLines,
  type SystemFacts,
  writeSupportFile,
} from "../support/support-file.ts";
import type { Sync } from "../sync/sync.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type SupportProcedures = Pick<Handlers, "support.read" | "support.save">;

export type SupportProcedureDeps = {
  appVersion: string;
  readLog(): string[];
  readSystem(): Promise<SystemFacts>;
  /** The size of the store's file. */
  readStoreSize(): number;
  saveText(text: string, suggestedName: string): Promise<Result<{ path: string }>>;
};

const hourMs = 3_600_000;

/** What a manager may send to support: shown first, and saved as it was shown. */
export function makeSupportProcedures(
  deps: SupportProcedureDeps & { store: Store; sync: Sync; allowPlaintext: boolean; now(): number },
): SupportProcedures {
  const { store, sync } = deps;
  let shown: string | null = null;

  const hoursSince = (moment: string | null) =>
    moment === null ? null : Math.max(0, Math.floor((deps.now() - Date.parse(moment)) / hourMs));

  function describeSync() {
    const { waiting, parked, oldestWaitingSince, lastSyncedAt, trouble } = sync.status();
    const entries = [...store.outbox.list(), ...store.attachments.list()];
    return {
      waiting,
      parked,
      hoursWaiting: hoursSince(oldestWaitingSince),
      hoursSinceSynced: hoursSince(lastSyncedAt),
      trouble,
      reasons: countReasons(entries.map(({ reason }) => reason)),
    };
  }

  return {
    async "support.read"() {
      shown = writeSupportFile({
        madeAt: new Date(deps.now()).toISOString(),
        version: deps.appVersion,
        system: await deps.readSystem(),
        branch: store.received.readReference()?.branch.id ?? null,
        deviceNumber: store.device.readEnrolment()?.deviceNumber ?? null,
        store: {
          encrypted: !deps.allowPlaintext,
          megabytes: Math.round(deps.readStoreSize() / 100_000) / 10,
        },
        sync: describeSync(),
        ...readLogLines(deps.readLog()),
      });
      return succeed({ text: shown });
    },
    async "support.save"(_, who) {
      if (shown === null) return fail({ code: "not-found" });
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const saved = await deps.saveText(shown, `yinyom-support-${day}.json`);
      if (saved.ok) {
        const { staff } = requirePerson(who);
        store.audit.add({ at: deps.now(), staff, action: "save-support-file", subject: null });
      }
      return saved;
    },
  };
}
