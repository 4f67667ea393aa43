import type { AnyCaptureDefinition, RetentionClass } from "../../../../captures/define-capture.ts";
import { captureDefinitions } from "../../../../captures/index.ts";
import type {
  KeepReason,
  PersonRecordFound,
} from "../../../../contract/inbox-person-procedures.ts";

/** What becomes of a record when its person asks for erasure. */
export type Fate = KeepReason | "goes";

/** A refund's papers belong to the books; that somebody refused or took back is what a dispute would be about. */
const kept: Partial<Record<RetentionClass, KeepReason>> = {
  refund: "tax",
  "evidence-of-refusal": "dispute",
};

/** What the kind's own retention says of a record, for the DPO to go on from. What cannot be read goes. */
export function proposeFate({ capture: { header, payload } }: PersonRecordFound): Fate {
  const definitions: Readonly<Record<string, AnyCaptureDefinition>> = captureDefinitions;
  const definition = Object.hasOwn(definitions, header.kind) ? definitions[header.kind] : undefined;
  if (payload === null || definition === undefined) return "goes";
  return kept[definition.retention(payload)] ?? "goes";
}
