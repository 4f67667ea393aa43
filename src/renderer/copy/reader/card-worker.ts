/// <reference lib="webworker" />

import { makeCardDesk } from "./card-desk.ts";
import type { CardAnswer, CardRequest } from "./card-requests.ts";

declare const self: DedicatedWorkerGlobalScope;

// Bundled, this file lies in a folder of the page's: the page says by its name where it is itself.
const desk = makeCardDesk(self.name);

self.onmessage = ({ data }: MessageEvent<CardRequest>) => {
  // A bug in here is loud in the page, which hears it as a worker's error.
  void desk(data).then(
    ({ answer, transfer }: { answer: CardAnswer; transfer: Transferable[] }) =>
      self.postMessage(answer, transfer),
    (error: unknown) => {
      self.postMessage({ is: "broken" } satisfies CardAnswer);
      throw error;
    },
  );
};
