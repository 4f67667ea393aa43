import type { ChangeTopic } from "../../contract/procedures.ts";

/** What the preload puts within a page's reach, and all of it. */
type Bridge = {
  invoke(name: string, input: unknown): Promise<unknown>;
  /** Tells when something of a topic changed; the answer ends the subscription. */
  subscribe(listener: (topic: ChangeTopic) => void): () => void;
};

declare global {
  interface Window {
    readonly yinyom: Bridge;
  }
}
