import { encodeCovered } from "./cover-picture.ts";
import { decodeSmall, decodeWhole } from "./decode-picture.ts";
import type { PictureAnswer, PictureAnswered, PictureAsked, PictureTask } from "./picture-work.ts";

async function work(task: PictureTask): Promise<PictureAnswer> {
  if (task.task === "preview") {
    const small = await decodeSmall(task, task.box).catch(() => null);
    return small ? { done: "preview", ...small } : { done: "unreadable" };
  }
  const canvas = await decodeWhole(task).catch(() => null);
  if (canvas === null) return { done: "unreadable" };
  const size = { width: canvas.width, height: canvas.height };
  return { done: "export", bytes: await encodeCovered(canvas, task.regions, task.format), size };
}

self.addEventListener("message", ({ data }: MessageEvent<PictureAsked>) => {
  const broken = (error: unknown): PictureAnswer => ({ done: "broken", error: String(error) });
  void work(data.work)
    .catch(broken)
    .then((answer) => {
      const answered: PictureAnswered = { id: data.id, answer };
      // Handed over, not copied.
      const transfer =
        answer.done === "preview"
          ? [answer.bitmap]
          : answer.done === "export"
            ? [answer.bytes.buffer]
            : [];
      self.postMessage(answered, { transfer });
    });
});
