import type { Pixels, Quad } from "../../../card-mask/picture.ts";
import type { CardReading, FieldName } from "../../../card-mask/reading.ts";
import type { Legible, PictureFault } from "../copy-job.ts";
import type { CardAnswer, CardRequest, IntakeFault, TakenPicture } from "./card-requests.ts";

type Taken = { ok: true; taken: TakenPicture } | { ok: false; fault: IntakeFault };

/** The worker that decodes and reads cards, as the page talks to it: one question at a time, in order. */
export type CardReader = {
  takeFile(bytes: ArrayBuffer): Promise<Taken>;
  takeFrame(frame: ImageBitmap): Promise<Taken>;
  /** Reads the picture that was taken last, or says why it must be taken again. Throws where the worker broke down. */
  read(corners: Quad | null, cover: readonly FieldName[]): Promise<CardReading | PictureFault>;
  findLegible(pixels: Pixels, cover: readonly FieldName[]): Promise<readonly Legible[]>;
  /** Ends the worker, and every pixel with it. */
  end(): void;
};

export function openCardReader(): CardReader {
  const worker = new Worker(new URL("./card-worker.ts", import.meta.url), {
    type: "module",
    name: document.baseURI,
  });
  let last: Promise<unknown> = Promise.resolve();

  function ask(request: CardRequest, transfer: Transferable[] = []): Promise<CardAnswer> {
    const answer = last.then(
      () =>
        new Promise<CardAnswer>((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<CardAnswer>) => resolve(data);
          worker.onerror = (event) => reject(new Error(event.message || "the card worker failed"));
          worker.postMessage(request, transfer);
        }),
    );
    last = answer.catch(() => undefined);
    return answer;
  }

  function readTaken(answer: CardAnswer): Taken {
    if (answer.is === "taken") return { ok: true, taken: answer.taken };
    return { ok: false, fault: answer.is === "fault" ? answer.fault : "unreadable" };
  }

  return {
    takeFile: (bytes) => ask({ ask: "file", bytes }, [bytes]).then(readTaken),
    takeFrame: (frame) => ask({ ask: "frame", frame }, [frame]).then(readTaken),
    async read(corners, cover) {
      const answer = await ask({ ask: "read", corners, cover });
      if (answer.is === "fault" && (answer.fault === "few-pixels" || answer.fault === "blurred")) {
        return answer.fault;
      }
      if (answer.is !== "read") throw new Error("the card could not be read");
      return answer.reading;
    },
    async findLegible(pixels, cover) {
      const answer = await ask({ ask: "legible", pixels, cover });
      if (answer.is !== "legible") throw new Error("the copy could not be read again");
      return answer.places;
    },
    end: () => worker.terminate(),
  };
}
