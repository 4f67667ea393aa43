import type { Trouble } from "./answer-reading.ts";
import { type LeavingDeps, type LeavingMemory, leaveService } from "./leaving.ts";
import type { Line } from "./line.ts";
import type { Signer } from "./request-signing.ts";
import type { SyncDeps } from "./sync-deps.ts";

type RevocationDeps = Pick<SyncDeps, "store" | "now" | "onChanged" | "onLeft"> &
  Pick<LeavingDeps, "onProgress">;

/** What a desk says once head office has taken it out of use, in place of what it says otherwise. */
export function makeRevocation(deps: RevocationDeps) {
  const { store } = deps;
  let memory: LeavingMemory = { hasBegun: false };

  function note(at: number | null): void {
    store.device.noteRevoked(at);
    memory = { hasBegun: false };
    deps.onChanged("sync");
  }

  return {
    /**
     * One go: speaks as ever, until head office says no for good; then hands over and leaves. While it is known
     * to be out of use, it only asks whether that still is so: it may have been a mistake.
     */
    async speakUnless(
      line: Line,
      signer: Signer,
      { ask, speak }: { ask(): Promise<Trouble | null>; speak(): Promise<Trouble | null> },
    ): Promise<Trouble | null> {
      const wasRevoked = store.device.readRevokedAt() !== null;
      const trouble = wasRevoked ? await ask() : await speak();
      if (trouble?.reason !== "revoked") {
        if (wasRevoked && trouble === null) note(null);
        return trouble;
      }
      if (!wasRevoked) note(deps.now());
      const onProgress = (serverTime: string) => {
        deps.onProgress(serverTime);
        deps.onChanged("sync");
      };
      return leaveService({ ...deps, line, signer, onProgress }, memory);
    },
  };
}
