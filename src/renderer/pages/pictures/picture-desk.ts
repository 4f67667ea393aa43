import type { PictureAnswer, PictureAnswered, PictureAsked, PictureTask } from "./picture-work.ts";

/** The worker that decodes and encodes, as promises. */
export type PictureDesk = {
  /** The bytes are handed over: the page has them no longer. Breaks where the worker did. */
  ask(task: PictureTask): Promise<PictureAnswer>;
  close(): void;
};

export function openPictureDesk(): PictureDesk {
  const worker = new Worker(new URL("./picture-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<
    number,
    { resolve(answer: PictureAnswer): void; reject(error: Error): void }
  >();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<PictureAnswered>) => {
    const { answer } = data;
    if (answer.done === "broken") waiting.get(data.id)?.reject(new Error(answer.error));
    else waiting.get(data.id)?.resolve(answer);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  return {
    ask(task) {
      last += 1;
      const asked: PictureAsked = { id: last, work: task };
      return new Promise((resolve, reject) => {
        waiting.set(asked.id, { resolve, reject });
        worker.postMessage(asked, { transfer: [task.bytes.buffer] });
      });
    },
    close: () => worker.terminate(),
  };
}
