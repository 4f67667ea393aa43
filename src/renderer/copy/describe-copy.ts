import type { CopyDetails } from "../../captures/id-copy/payload.ts";
import type { FinishedCopy } from "./copy-task.ts";

/** What is said of a finished copy besides its pixels. Throws for the back of a card, of which there is none. */
export function describeCopy({ bench, lines }: FinishedCopy): CopyDetails {
  return {
    document: readShown(bench.document),
    fields: Object.entries(bench.ticks).map(([field, tick]) => ({
      // The keys of a record by field name.
      field: field as keyof typeof bench.ticks,
      state: tick === "covered" ? "covered" : "not-on-document",
    })),
    masks: bench.masks.map(({ field, found }) => ({ field, found })),
    stamp: [...lines],
  };
}

function readShown(document: FinishedCopy["bench"]["document"]): CopyDetails["document"] {
  if (document === "thai-id-back") throw new Error("no copy is made of the back");
  return document;
}
