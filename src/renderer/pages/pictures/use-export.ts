import { useRef, useState } from "react";
import type { Failure } from "../../../contract/failure.ts";
import { call } from "../../bridge/call.ts";
import type { PictureDesk } from "./picture-desk.ts";
import type { Rows } from "./review-rows.ts";

export type ExportScope = "covered" | "all";

export type ExportState = {
  folder: string | null;
  isRunning: boolean;
  /** Files that lie in the folder as decided, and how many there are to be. */
  written: number;
  total: number;
  /** Names of pictures that could not be written: they cannot be opened, or changed since. */
  skipped: string[];
  /** Files of an earlier decision that still lie there. */
  stale: string[];
  failure: Failure | null;
};

const idle: ExportState = {
  folder: null,
  isRunning: false,
  written: 0,
  total: 0,
  skipped: [],
  stale: [],
  failure: null,
};

type Exporting = { review: string; rows: Rows; desk: PictureDesk; onReopen(index: number): void };

/** Writes new files of what was decided: one after the other, since each lies in memory whole. */
export function useExport({ review, rows, desk, onReopen }: Exporting) {
  const [state, setState] = useState(idle);
  const isStopped = useRef(false);
  const change = (next: Partial<ExportState>) => setState((before) => ({ ...before, ...next }));

  async function run(scope: ExportScope): Promise<void> {
    const chosen = await call("pictures.chooseExport", { review });
    if (!chosen.ok) {
      if (chosen.failure.code !== "cancelled") change({ failure: chosen.failure });
      return;
    }
    const wanted = rows.flatMap(({ decision }, index) => {
      const goesOut =
        decision?.choice === "cover" || (scope === "all" && decision?.choice === "publish");
      return goesOut ? [index] : [];
    });
    const done = new Set(chosen.value.done);
    const left = wanted.filter((index) => !done.has(index));
    let written = wanted.length - left.length;
    const { folder, stale } = chosen.value;
    isStopped.current = false;
    setState({ ...idle, folder, stale, isRunning: true, written, total: wanted.length });
    for (const index of left) {
      if (isStopped.current) break;
      const failure = await exportOne(review, index, desk);
      if (failure === null) {
        written += 1;
        change({ written });
      } else if (isOfPicture(failure)) {
        if (failure.code === "picture-changed") onReopen(index);
        setState((before) => ({
          ...before,
          skipped: [...before.skipped, rows[index]?.name ?? ""],
        }));
      } else {
        change({ failure, isRunning: false });
        return;
      }
    }
    change({ isRunning: false });
  }

  return {
    state,
    run,
    stop() {
      isStopped.current = true;
    },
  };
}

/** Whether only this one picture is at fault, so that the others can be written. */
function isOfPicture({ code }: Failure): boolean {
  return code.startsWith("picture-");
}

async function exportOne(
  review: string,
  index: number,
  desk: PictureDesk,
): Promise<Failure | null> {
  const read = await call("pictures.read", { review, index });
  if (!read.ok) return read.failure;
  const { bytes, format, width, height, orientation, digest, decision } = read.value;
  // The decision is of the bytes that were just read, or there is none.
  if (decision === null) return { code: "picture-changed" };
  const regions = decision.choice === "cover" ? decision.regions : [];
  const source = { bytes, format, width, height, orientation };
  const answer = await desk.ask({ task: "export", regions, ...source });
  if (answer.done !== "export") return { code: "picture-unreadable" };
  const written = await call("pictures.export", {
    review,
    index,
    digest,
    bytes: answer.bytes,
    ...answer.size,
  });
  return written.ok ? null : written.failure;
}
