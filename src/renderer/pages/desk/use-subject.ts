import { useMemo } from "react";
import type { ConsentState } from "../../../captures/marketing-consent/consent-fold.ts";
import { foldRecord } from "../../../captures/marketing-consent/person-record.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { SubjectId } from "../../../contract/ids.ts";
import type { PersonRecord } from "../../../contract/ipc.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";

export type KnownPerson = { record: PersonRecord; state: ConsentState };

/** The person the desk is about: nobody, on the way, gone, or known. */
export type SubjectAnswer =
  | { is: "nobody" }
  | { is: "waiting" }
  | { is: "gone"; failure: Failure }
  | ({ is: "known" } & KnownPerson);

export function useSubject(subject: SubjectId | null): SubjectAnswer {
  const answer = useProcedure(
    "people.read",
    // Not sent without a subject: see `enabled`.
    { subject: subject ?? "" },
    { enabled: subject !== null },
  );
  const record = subject !== null && answer.state === "ready" ? answer.value : null;
  const state = useMemo(() => record && foldRecord(record), [record]);
  if (subject === null) return { is: "nobody" };
  if (answer.state === "failed") return { is: "gone", failure: answer.failure };
  return record && state ? { is: "known", record, state } : { is: "waiting" };
}
