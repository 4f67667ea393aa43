import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Failure } from "../../../contract/failure.ts";
import type { ProcedureOutput } from "../../../contract/ipc.ts";
import { type PictureDecision, pictureTrouble } from "../../../contract/picture-procedures.ts";
import { call } from "../../bridge/call.ts";
import type { PictureDesk } from "./picture-desk.ts";
import { openPreviewWindow, type Preview } from "./preview-window.ts";
import {
  addScanned,
  changeRow,
  findOpen,
  listWanted,
  type Rows,
  startRows,
} from "./review-rows.ts";

export type OpenedFolder = ProcedureOutput<"pictures.open">;

export type ReviewState = {
  rows: Rows;
  /** The picture that is looked at. */
  at: number;
  /** Null while it is being made ready. */
  preview: Preview | null;
  /** Pictures whose time and earlier decision were read. */
  scanned: number;
  /** What keeps the review from going on; the folder has to be opened again, or it is of one picture. */
  failure: Failure | null;
  goTo(index: number): void;
  decide(decision: PictureDecision): Promise<boolean>;
  /** Takes a decision off the page where the file turned out to be another one. */
  reopen(index: number): void;
};

/** The state of looking through one opened folder. */
export function useReview({ review, names }: OpenedFolder, desk: PictureDesk): ReviewState {
  const [rows, setRows] = useState(() => startRows(names));
  const [at, setAt] = useState(0);
  const [scanned, setScanned] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [window] = useState(() => openPreviewWindow(review, desk));
  const isDeciding = useRef(false);
  useSyncExternalStore(window.subscribe, window.version);
  useEffect(() => () => window.close(), [window]);

  const count = names.length;
  useEffect(() => {
    let isOver = false;
    async function scan() {
      for (let from = 0; from < count && !isOver; ) {
        const part = await call("pictures.scan", { review, from });
        if (isOver) return;
        if (!part.ok) return setFailure(part.failure);
        const found = part.value;
        if (from === 0) {
          const start = found.findIndex(({ decision, trouble }) => !decision && !trouble);
          setAt(Math.max(0, start));
        }
        from += Math.max(1, found.length);
        setRows((before) => addScanned(before, found));
        setScanned(from);
      }
    }
    void scan();
    return () => {
      isOver = true;
    };
  }, [review, count]);

  // Taken up where it was left: past all that was decided before.
  const hasDecided = useRef(false);
  const current = rows[at];
  useEffect(() => {
    if (hasDecided.current || !current?.isScanned || current.decision === null) return;
    const next = findOpen(rows, at);
    if (next !== null) setAt(next);
  }, [rows, at, current]);

  // Until it is known where that was, no picture is shown that would be gone in a moment.
  const isSeeking =
    !hasDecided.current && scanned < count && (!current?.isScanned || current.decision !== null);
  useEffect(() => {
    if (!isSeeking && rows[at]?.isScanned) window.want(listWanted(rows, at));
  }, [rows, at, isSeeking, window]);

  const preview = isSeeking ? null : window.read(at);
  const failed = preview?.state === "failed" ? preview.code : null;
  useEffect(() => {
    if (failed === null) return;
    const trouble = pictureTrouble.safeParse(failed);
    if (!trouble.success) return setFailure({ code: failed } as Failure);
    hasDecided.current = true;
    setRows((before) =>
      before[at]?.trouble === trouble.data
        ? before
        : changeRow(before, at, { trouble: trouble.data, decision: null }),
    );
  }, [failed, at]);

  const isOther = preview?.state === "ready" && preview.changed;
  useEffect(() => {
    if (!isOther) return;
    hasDecided.current = true;
    setRows((before) =>
      before[at]?.decision ? changeRow(before, at, { decision: null }) : before,
    );
  }, [isOther, at]);

  return {
    rows,
    at,
    preview,
    scanned,
    failure,
    goTo(index) {
      if (index < 0 || index >= rows.length) return;
      hasDecided.current = true;
      setFailure(null);
      setAt(index);
    },
    async decide(decision) {
      // A key that is pressed twice decides one picture, and none that has not been seen.
      if (isDeciding.current || preview?.state !== "ready") return false;
      isDeciding.current = true;
      hasDecided.current = true;
      try {
        const { digest } = preview;
        const answer = await call("pictures.decide", { review, index: at, digest, decision });
        setFailure(answer.ok ? null : answer.failure);
        if (!answer.ok) {
          if (answer.failure.code === "picture-changed") window.forget(at);
          return false;
        }
        const decided = changeRow(rows, at, { decision });
        setRows((before) => changeRow(before, at, { decision }));
        setAt(findOpen(decided, at) ?? at);
        return true;
      } finally {
        isDeciding.current = false;
      }
    },
    reopen(index) {
      setRows((before) => changeRow(before, index, { decision: null }));
    },
  };
}
