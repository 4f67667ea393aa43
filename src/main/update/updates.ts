import type { UpdateState } from "../../contract/update-procedures.ts";
import { decideUpdate, type UpdateFacts } from "./update-decision.ts";

/** What fetches and installs: the operating system's way of it is not this room's business. */
export type Updater = {
  /** The newest version of a channel; null: none is newer. */
  find(channel: "latest" | "early"): Promise<string | null>;
  /** Fetches what was found last and checks it whole; breaks where it is not what was announced. */
  download(onProgress: (percent: number) => void): Promise<void>;
  install(): Promise<void>;
};

export type UpdatesDeps = {
  /** Null: this program is not one that is updated so. */
  updater: Updater | null;
  current: string;
  readFacts(): Omit<UpdateFacts, "current" | "found" | "ready" | "isAtRest"> & {
    branch: string | null;
  };
  schedule(ms: number, task: () => void): () => void;
  /** ms that only rise. */
  monotonic(): number;
  onChanged(): void;
  /** A server that is not there is nobody's bug, and is asked again. */
  reportFailed(error: unknown): void;
};

export type Updates = ReturnType<typeof makeUpdates>;

const firstCheckMs = 2_000;
const checkEveryMs = 4 * 3_600_000;
const checkAgainMs = 10 * 60_000;
/** So long without anybody is the end of the day, or a break in it. */
const restMs = 3_600_000;

/** Looks for updates at the start and from time to time, fetches them in the background, and knows when they may go in. */
export function makeUpdates(deps: UpdatesDeps) {
  const { updater } = deps;
  let found: string | null = null;
  let ready: string | null = null;
  let progress: number | null = null;
  /** When somebody was last signed in; null: nobody has been since the start. */
  let lastWorkAt: number | null = null;
  /** Once this version may not go on it may not, whoever signs in. */
  let isStopped = false;
  let cancel = updater === null ? () => {} : deps.schedule(firstCheckMs, () => void look());

  function decide() {
    const facts = deps.readFacts();
    const now = deps.monotonic();
    if (facts.isSignedIn) lastWorkAt = now;
    const isAtRest = lastWorkAt === null || now - lastWorkAt >= restMs;
    const decision = decideUpdate({ ...facts, current: deps.current, found, ready, isAtRest });
    if (!facts.isSignedIn) isStopped = decision.isNeeded;
    return decision;
  }

  async function look(): Promise<void> {
    if (updater === null) return;
    let again = checkEveryMs;
    try {
      const { policy, branch } = deps.readFacts();
      const isEarly = branch !== null && (policy?.earlyBranches.includes(branch) ?? false);
      found = await updater.find(isEarly ? "early" : "latest");
      const { download } = decide();
      if (download !== null) {
        tell(0);
        await updater.download((percent) => tell(Math.floor(percent)));
        ready = download;
      }
    } catch (error) {
      again = checkAgainMs;
      deps.reportFailed(error);
    }
    tell(null);
    cancel = deps.schedule(again, () => void look());
  }

  function tell(percent: number | null): void {
    if (percent === progress && percent !== null) return;
    progress = percent;
    deps.onChanged();
  }

  return {
    state(): UpdateState {
      const { offer } = decide();
      return { progress, offered: offer, isNeeded: isStopped };
    },
    /** Whether new captures wait for the update. */
    isStopped: () => isStopped,
    /** To be called every second or so. True: what is offered has changed. */
    watch: (() => {
      let before = "";
      return () => {
        // Nothing can be offered then, and this is asked every second of every desk.
        if (updater === null) return;
        const now = `${decide().offer} ${isStopped}`;
        if (now !== before) deps.onChanged();
        before = now;
      };
    })(),
    /** False: not just now. */
    async install(): Promise<boolean> {
      if (updater === null || decide().offer === null) return false;
      cancel();
      await updater.install();
      return true;
    },
    stop: () => cancel(),
  };
}
