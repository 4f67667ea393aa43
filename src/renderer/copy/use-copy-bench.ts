import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import { fileLimits } from "../../captures/id-copy/picture-header.ts";
import type { Pixels } from "../../card-mask/picture.ts";
import type { CopyEvent, CopyJob, Legible } from "./copy-job.ts";
import { beginCopy, stepCopy } from "./copy-steps.ts";
import type { CopyTask, FinishedCopy } from "./copy-task.ts";
import { loadStampLetters } from "./finish/draw-copy.ts";
import { flattenCopy, readDrawing } from "./finish/flatten-copy.ts";
import { listStampPlaces, placeStamp, type StampPlace, writeStamp } from "./finish/stamp.ts";
import { type CardReader, openCardReader } from "./reader/card-reader.ts";
import type { IntakeFault, TakenPicture } from "./reader/card-requests.ts";

/** The pictures of this window, from the one taken to the one to be kept. They are nowhere else. */
type Pictures = {
  taken: TakenPicture | null;
  copy: Pixels | null;
  finished: { jpeg: Uint8Array<ArrayBuffer>; pixels: Pixels } | null;
};

function wipe(pixels: Pixels | null | undefined): void {
  pixels?.data.fill(0);
}

/** The states of the making of a copy, with the work that each of them asks for. */
export function useCopyBench(
  task: CopyTask,
  keep: (copy: FinishedCopy) => Promise<boolean>,
): CopyBench {
  const { cover } = task;
  const [job, step] = useReducer(
    (now: CopyJob, event: CopyEvent) => stepCopy(now, event, cover),
    null,
    beginCopy,
  );
  const [isTaking, setTaking] = useState(false);
  const [fault, setFault] = useState<IntakeFault | null>(null);
  const [broken, setBroken] = useState<unknown>(null);
  const [place, setPlace] = useState<StampPlace | null>(null);
  const pictures = useRef<Pictures>({ taken: null, copy: null, finished: null });
  const reader = useRef<CardReader | null>(null);
  // What went wrong in the work is thrown where React can show it.
  if (broken) throw broken;

  const openReader = useCallback(() => {
    reader.current ??= openCardReader();
    return reader.current;
  }, []);
  useEffect(
    () => () => {
      reader.current?.end();
      reader.current = null;
    },
    [],
  );

  async function take(picture: File | ImageBitmap): Promise<void> {
    if (isTaking) return;
    setFault(null);
    if (picture instanceof File && picture.size > fileLimits.bytes) return setFault("too-large");
    setTaking(true);
    try {
      const taken =
        picture instanceof File
          ? await openReader().takeFile(await picture.arrayBuffer())
          : await openReader().takeFrame(picture);
      if (!taken.ok) return setFault(taken.fault);
      pictures.current.taken = taken.taken;
      step({ is: "taken" });
    } catch {
      // A decoder that gives up takes its worker along: the next picture gets a new one.
      reader.current?.end();
      reader.current = null;
      setFault("unreadable");
    } finally {
      setTaking(false);
    }
  }

  const stampOf = useCallback(
    (document: Extract<CopyJob, { at: "masks" }>["document"], copy: Pixels) => {
      const chosen = place ?? listStampPlaces(document)[0] ?? "low";
      return { lines: writeStamp(task.stamp), area: placeStamp(document, chosen, copy) };
    },
    [task, place],
  );

  /** The work of the state that was just come to. */
  async function work(): Promise<CopyEvent | null> {
    const { copy } = pictures.current;
    switch (job.at) {
      case "reading": {
        const reading = await openReader().read(job.corners, cover);
        if (typeof reading === "string") {
          return { is: "faulty", picture: job.picture, fault: reading };
        }
        wipe(pictures.current.copy);
        pictures.current.copy = reading.copy;
        const { sure, document, masks, doubts } = reading;
        const hasCopy = reading.copy !== null;
        return { is: "read", picture: job.picture, sure, document, masks, doubts, hasCopy };
      }
      case "checking": {
        if (!copy) return null;
        const drawn = readDrawing({ copy, masks: job.masks, stamp: null });
        const legible: readonly Legible[] = await openReader().findLegible(drawn, cover);
        return { is: "checked", picture: job.picture, edition: job.edition, legible };
      }
      case "finishing": {
        if (!copy) return null;
        const stamp = stampOf(job.document, copy);
        await loadStampLetters(stamp.lines);
        const made = await flattenCopy({ copy, masks: job.masks, stamp }, task.limit);
        pictures.current.finished = made;
        return { is: "finished", picture: job.picture, edition: job.edition };
      }
      case "saving": {
        const { finished } = pictures.current;
        if (!finished || !copy) return null;
        const { lines } = stampOf(job.document, copy);
        const isKept = await keep({ jpeg: finished.jpeg, lines, bench: job });
        return { is: isKept ? "saved" : "save-failed" };
      }
      case "intake": {
        const { taken, finished } = pictures.current;
        wipe(taken?.preview);
        wipe(copy);
        wipe(finished?.pixels);
        pictures.current = { taken: null, copy: null, finished: null };
        return null;
      }
      default:
        return null;
    }
  }
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const turn = `${job.at} ${job.picture} ${"edition" in job ? job.edition : ""}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each state that is come to, not for each drawing
  useEffect(() => {
    latest.current().then((event) => {
      if (event) step(event);
    }, setBroken);
  }, [turn]);

  return {
    job,
    step,
    take,
    isTaking,
    fault,
    pictures: pictures.current,
    stampPlace: place,
    moveStamp(next) {
      setPlace(next);
      step({ is: "stamp-moved" });
    },
  };
}

export type CopyBench = {
  job: CopyJob;
  step(event: CopyEvent): void;
  take(picture: File | ImageBitmap): Promise<void>;
  isTaking: boolean;
  /** Why the last file or frame was not taken. */
  fault: IntakeFault | null;
  pictures: Pictures;
  /** Null: the document's usual place. */
  stampPlace: StampPlace | null;
  moveStamp(place: StampPlace): void;
};
