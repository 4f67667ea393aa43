import type { FailureCode } from "../../../contract/failure.ts";
import type { PictureBytes, PictureDecision } from "../../../contract/picture-procedures.ts";
import { call } from "../../bridge/call.ts";
import type { PictureDesk } from "./picture-desk.ts";
import type { Size } from "./upright.ts";

/** A picture as the page can show it. */
export type Preview =
  | {
      state: "ready";
      bitmap: ImageBitmap;
      /** The upright picture's own size. */
      size: Size;
      format: PictureBytes["format"];
      digest: string;
      decision: PictureDecision | null;
      changed: boolean;
    }
  | { state: "failed"; code: FailureCode };

/** Large enough for the screen, small enough for a dozen of them in memory: about 8 MB each. */
const box: Size = { width: 1600, height: 1200 };

/** Read and decoded at the same time: while one is read, another is decoded. */
const atOnce = 3;

export type PreviewWindow = {
  /** What is wanted now, first things first. All else is let go of. */
  want(indices: readonly number[]): void;
  read(index: number): Preview | null;
  /** Reads it anew: the file is another one. */
  forget(index: number): void;
  subscribe(listener: () => void): () => void;
  /** Rises with each change. */
  version(): number;
  close(): void;
};

/** The few pictures around the one that is looked at, made ready ahead; no more of them are in memory. */
export function openPreviewWindow(review: string, desk: PictureDesk): PreviewWindow {
  const ready = new Map<number, Preview>();
  const underWay = new Set<number>();
  const listeners = new Set<() => void>();
  let wanted: readonly number[] = [];
  let version = 0;
  let isClosed = false;

  function change(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function drop(index: number): void {
    const preview = ready.get(index);
    if (preview?.state === "ready") preview.bitmap.close();
    ready.delete(index);
  }

  function fill(): void {
    for (const index of wanted) {
      if (isClosed || underWay.size >= atOnce) return;
      if (!ready.has(index) && !underWay.has(index)) void prepare(index);
    }
  }

  async function prepare(index: number): Promise<void> {
    underWay.add(index);
    const preview = await makePreview(review, index, desk);
    underWay.delete(index);
    if (isClosed || !wanted.includes(index)) {
      if (preview.state === "ready") preview.bitmap.close();
    } else {
      ready.set(index, preview);
      change();
    }
    fill();
  }

  return {
    want(indices) {
      wanted = indices;
      for (const index of ready.keys()) if (!wanted.includes(index)) drop(index);
      fill();
    },
    read: (index) => ready.get(index) ?? null,
    forget(index) {
      drop(index);
      change();
      fill();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    close() {
      isClosed = true;
      for (const index of [...ready.keys()]) drop(index);
    },
  };
}

async function makePreview(review: string, index: number, desk: PictureDesk): Promise<Preview> {
  const read = await call("pictures.read", { review, index });
  if (!read.ok) return { state: "failed", code: read.failure.code };
  const { bytes, format, width, height, orientation, digest, decision, changed } = read.value;
  const answer = await desk.ask({
    task: "preview",
    box,
    bytes,
    format,
    width,
    height,
    orientation,
  });
  if (answer.done !== "preview") return { state: "failed", code: "picture-unreadable" };
  const { bitmap, size } = answer;
  return { state: "ready", bitmap, size, format, digest, decision, changed };
}
