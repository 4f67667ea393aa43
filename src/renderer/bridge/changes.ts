import type { QueryClient } from "@tanstack/react-query";
import type { ChangeTopic, ProcedureName } from "../../contract/procedures.ts";

/** What each procedure's answer is made of: when one of these changes, it is asked again. */
const madeOf: Readonly<Partial<Record<ProcedureName, readonly ChangeTopic[]>>> = {
  "desk.state": ["desk"],
  "session.current": ["session", "desk"],
  "session.roster": ["session", "reference", "desk"],
  "staff.list": ["session", "reference"],
  "reference.read": ["reference"],
  "events.list": ["captures", "reference"],
  "events.read": ["captures", "reference"],
  "events.takeDowns": ["captures", "reference"],
  "people.search": ["captures"],
  "people.read": ["captures", "sync"],
  "capture.read": ["captures", "sync"],
  "sync.status": ["sync", "captures"],
  "update.state": ["update", "session", "sync"],
  "pending.list": ["sync", "captures"],
  "pending.read": ["sync", "captures"],
  "pending.mine": ["sync", "captures", "session"],
  "retention.read": ["captures", "reference", "sync"],
  "courier.read": ["sync", "captures", "reference"],
  "cases.list": ["captures", "reference"],
  "cases.read": ["captures", "reference", "sync"],
};

/** What may stay in memory while nobody is signed in: nothing of any customer's. */
const open: ReadonlySet<unknown> = new Set<ProcedureName>([
  "desk.state",
  "session.current",
  "session.roster",
  "sync.status",
  "update.state",
]);

function readName(key: readonly unknown[]): ProcedureName | undefined {
  // Every query of ours has the procedure's name first in its key.
  return key[0] as ProcedureName | undefined;
}

export function readAgain(client: QueryClient, topic: ChangeTopic): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = readName(queryKey);
      return name !== undefined && (madeOf[name]?.includes(topic) ?? false);
    },
  });
}

/** Lets go of all that was read while somebody was signed in. */
export function forgetAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => !open.has(readName(queryKey)) });
}
