import type { FieldName } from "../../card-mask/reading.ts";
import type { Bench } from "./copy-job.ts";
import type { StampTask } from "./finish/stamp.ts";

/** What the copy is made for. */
export type CopyTask = {
  cover: readonly FieldName[];
  stamp: StampTask;
  /** Most bytes of the finished picture. */
  limit: number;
};

/** What crosses to main: the finished picture, and what is said of it. Never the original, never the uncovered copy. */
export type FinishedCopy = {
  jpeg: Uint8Array<ArrayBuffer>;
  lines: readonly [string, string];
  bench: Bench;
};
