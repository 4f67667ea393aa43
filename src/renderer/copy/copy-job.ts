import type { Box, Quad } from "../../card-mask/picture.ts";
import type { DocumentKind, Doubt, FieldName, Mask } from "../../card-mask/reading.ts";

/** A mask on the copy while it is being worked on. */
export type PlacedMask = Mask & { readonly id: number };

/** What staff say of a field that must not be kept. */
export type Tick = "covered" | "absent";

/** What stands where a mask was taken away. */
export type Instead = "nothing" | "name" | "dates" | "other";

/** A part of a masked copy that could still be read. */
export type Legible = { readonly field: FieldName; readonly box: Box };

/** The copy on the bench: its masks, what was said of each field, and what the second reading found. */
export type Bench = {
  readonly document: DocumentKind;
  /** Rises with every change to masks: a reading counts for the masks that it saw, and for no others. */
  readonly edition: number;
  readonly masks: readonly PlacedMask[];
  readonly ticks: Readonly<Partial<Record<FieldName, Tick>>>;
  readonly legible: readonly Legible[];
  /** The edition in which nothing forbidden could be read before the stamp; null: none yet. */
  readonly readClean: number | null;
  readonly sure: boolean;
  readonly doubts: readonly Doubt[];
};

/** Why the picture must be taken again. */
export type PictureFault = "blurred" | "few-pixels" | "unreadable";

/**
 * Where the making of a copy stands. `picture` counts the pictures taken: an answer about an earlier one is
 * dropped. The pictures themselves are not here: whoever holds this decides nothing about pixels.
 */
export type CopyJob =
  | { readonly at: "intake"; readonly picture: number; readonly fault: PictureFault | null }
  | { readonly at: "reading"; readonly picture: number; readonly corners: Quad | null }
  /** The back of the Thai card: nothing leads on from here but another picture. */
  | { readonly at: "refused"; readonly picture: number }
  | {
      readonly at: "corners";
      readonly picture: number;
      readonly document: DocumentKind;
      readonly doubts: readonly Doubt[];
    }
  | ({ readonly at: "masks"; readonly picture: number; readonly tried: boolean } & Bench)
  /** The masked copy is read again. */
  | ({ readonly at: "checking"; readonly picture: number } & Bench)
  /** The stamp is put on, all is flattened, and the masks are looked for in what decodes from it. */
  | ({ readonly at: "finishing"; readonly picture: number } & Bench)
  /** The finished copy is shown. `finished`: the edition that it was made of. */
  | ({ readonly at: "ready"; readonly picture: number; readonly finished: number } & Bench)
  | ({ readonly at: "saving"; readonly picture: number; readonly finished: number } & Bench)
  | { readonly at: "saved"; readonly picture: number };

export type CopyEvent =
  | { readonly is: "taken" }
  | { readonly is: "faulty"; readonly picture: number; readonly fault: PictureFault }
  | {
      readonly is: "read";
      readonly picture: number;
      readonly sure: boolean;
      readonly document: DocumentKind;
      readonly hasCopy: boolean;
      readonly masks: readonly Mask[];
      readonly doubts: readonly Doubt[];
    }
  | { readonly is: "corners-set"; readonly corners: Quad }
  | { readonly is: "corners-asked" }
  | { readonly is: "document-set"; readonly document: DocumentKind }
  | { readonly is: "mask-added"; readonly field: FieldName; readonly box: Box }
  | { readonly is: "mask-moved"; readonly id: number; readonly box: Box }
  | { readonly is: "mask-removed"; readonly id: number; readonly instead: Instead | null }
  | { readonly is: "ticked"; readonly field: FieldName; readonly tick: Tick }
  | { readonly is: "check-asked" }
  | {
      readonly is: "checked";
      readonly picture: number;
      readonly edition: number;
      readonly legible: readonly Legible[];
    }
  | { readonly is: "finished"; readonly picture: number; readonly edition: number }
  | { readonly is: "back-to-masks" }
  /** The stamp shall stand elsewhere: the copy is made anew from the same masks. */
  | { readonly is: "stamp-moved" }
  | { readonly is: "save-asked" }
  | { readonly is: "save-failed" }
  | { readonly is: "saved" }
  | { readonly is: "picture-again" };

/** What `bench` lacks before it may be read again and stamped: fields without a word, or "covered" by no mask. */
export function listUnsettled(bench: Bench, cover: readonly FieldName[]): FieldName[] {
  return cover.filter((field) => {
    const tick = bench.ticks[field];
    if (tick === undefined) return true;
    return tick === "covered" && !bench.masks.some((mask) => mask.field === field);
  });
}

/** Whether this copy may leave the window: every forbidden field settled, read clean and flattened as it is now. */
export function maySave(job: CopyJob, cover: readonly FieldName[]): boolean {
  return (
    (job.at === "ready" || job.at === "saving") &&
    job.document !== "thai-id-back" &&
    job.legible.length === 0 &&
    job.readClean === job.edition &&
    job.finished === job.edition &&
    listUnsettled(job, cover).length === 0
  );
}
