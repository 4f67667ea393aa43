import type { Box } from "../../card-mask/picture.ts";
import type { FieldName } from "../../card-mask/reading.ts";
import {
  type Bench,
  type CopyEvent,
  type CopyJob,
  listUnsettled,
  maySave,
  type PlacedMask,
} from "./copy-job.ts";

type Read = Extract<CopyEvent, { is: "read" }>;
type OnBench = Extract<CopyJob, { at: "masks" }>;

export function beginCopy(): CopyJob {
  return { at: "intake", picture: 0, fault: null };
}

/**
 * The one way from a state to the next; what does not fit the state changes nothing. `cover`: the fields that
 * must not be kept. There is no way to "saving" but through a clean reading of the masks as they are then.
 */
export function stepCopy(job: CopyJob, event: CopyEvent, cover: readonly FieldName[]): CopyJob {
  switch (event.is) {
    case "taken":
      return job.at === "intake" ? { at: "reading", picture: job.picture + 1, corners: null } : job;
    case "picture-again":
      return job.at === "saving" || job.at === "saved"
        ? job
        : { at: "intake", picture: job.picture, fault: null };
    case "faulty":
      return job.at === "reading" && job.picture === event.picture
        ? { at: "intake", picture: job.picture, fault: event.fault }
        : job;
    case "read":
      return job.at === "reading" && job.picture === event.picture ? takeReading(job, event) : job;
    case "corners-set":
      return job.at === "corners"
        ? { at: "reading", picture: job.picture, corners: event.corners }
        : job;
    case "corners-asked":
      return job.at === "masks"
        ? { at: "corners", picture: job.picture, document: job.document, doubts: job.doubts }
        : job;
    case "checked":
      return takeCheck(job, event);
    case "finished":
      return takeFinished(job, event);
    case "back-to-masks":
      return job.at === "ready" ? { ...keepBench(job), at: "masks", tried: false } : job;
    case "stamp-moved":
      return job.at === "ready" ? { ...keepBench(job), at: "finishing" } : job;
    case "save-asked":
      return job.at === "ready" && maySave(job, cover) ? { ...job, at: "saving" } : job;
    case "save-failed":
      return job.at === "saving" ? { ...job, at: "ready" } : job;
    case "saved":
      return job.at === "saving" ? { at: "saved", picture: job.picture } : job;
    default:
      return job.at === "masks" ? work(job, event, cover) : job;
  }
}

function takeReading(job: Extract<CopyJob, { at: "reading" }>, event: Read): CopyJob {
  const { picture, corners } = job;
  const { document, doubts, sure } = event;
  if (document === "thai-id-back") return { at: "refused", picture };
  // Not surely found: the corners are the staff member's to set, once.
  if (!event.hasCopy || (!sure && corners === null)) {
    return { at: "corners", picture, document, doubts };
  }
  return {
    at: "masks",
    picture,
    document,
    sure,
    doubts,
    edition: 1,
    masks: event.masks.map((mask, id) => ({ ...mask, id })),
    ticks: {},
    legible: [],
    readClean: null,
    tried: false,
  };
}

function takeCheck(job: CopyJob, event: Extract<CopyEvent, { is: "checked" }>): CopyJob {
  if (job.at !== "checking" || !isOf(job, event)) return job;
  return event.legible.length === 0
    ? { ...job, at: "finishing", legible: [], readClean: job.edition }
    : goBack(job, event.legible);
}

function takeFinished(job: CopyJob, event: Extract<CopyEvent, { is: "finished" }>): CopyJob {
  if (job.at !== "finishing" || !isOf(job, event)) return job;
  return { ...job, at: "ready", finished: job.edition };
}

function isOf(
  job: { picture: number; edition: number },
  event: { picture: number; edition: number },
): boolean {
  return job.picture === event.picture && job.edition === event.edition;
}

/** Something can still be read: its place is marked, and what was said of that field no longer counts. */
function goBack(job: Bench & { picture: number }, legible: Bench["legible"]): CopyJob {
  const ticks = { ...job.ticks };
  for (const { field } of legible) delete ticks[field];
  return { ...keepBench(job), at: "masks", ticks, legible, readClean: null, tried: false };
}

function keepBench(job: Bench & { picture: number }): Bench & { picture: number } {
  const { picture, document, edition, masks, ticks, legible, readClean, sure, doubts } = job;
  return { picture, document, edition, masks, ticks, legible, readClean, sure, doubts };
}

function work(job: OnBench, event: CopyEvent, cover: readonly FieldName[]): CopyJob {
  switch (event.is) {
    case "document-set":
      if (event.document === "thai-id-back") return { at: "refused", picture: job.picture };
      return { ...job, document: event.document };
    case "mask-added": {
      const id = Math.max(-1, ...job.masks.map((mask) => mask.id)) + 1;
      const added: PlacedMask = { id, field: event.field, box: event.box, found: "staff" };
      return change(job, [...job.masks, added]);
    }
    case "mask-moved": {
      const moved = job.masks.find((mask) => mask.id === event.id);
      if (!moved) return job;
      // Unless it only grew, what was said of its field was said of another place.
      const kept = isWithin(moved.box, event.box) ? job : forgetTick(job, moved.field);
      return change(
        kept,
        job.masks.map((mask) => (mask === moved ? { ...mask, box: event.box } : mask)),
      );
    }
    case "mask-removed": {
      const gone = job.masks.find((mask) => mask.id === event.id);
      if (!gone) return job;
      // A field that must not be kept is not uncovered without a word on what stands there.
      if (cover.includes(gone.field) && event.instead === null) return job;
      return change(
        forgetTick(job, gone.field),
        job.masks.filter((mask) => mask !== gone),
      );
    }
    case "ticked":
      return { ...job, ticks: { ...job.ticks, [event.field]: event.tick } };
    case "check-asked":
      if (listUnsettled(job, cover).length > 0) return { ...job, tried: true };
      return { ...keepBench(job), at: "checking", legible: [] };
    default:
      return job;
  }
}

function forgetTick(job: OnBench, field: FieldName): OnBench {
  const ticks = { ...job.ticks };
  delete ticks[field];
  return { ...job, ticks };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1
  );
}

function change(job: OnBench, masks: readonly PlacedMask[]): OnBench {
  return { ...job, masks, edition: job.edition + 1, readClean: null, legible: [] };
}
