import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";

/** The copy window as it was opened: `gone` resolves when nothing of it is left. */
type OpenWindow = { gone: Promise<void>; end(): void };

export type CopyWorkDeps = { openCopyWindow(): Promise<OpenWindow> };

/** The files that were given to the copy window, where staff took them from a disk. */
export type Leftover = {
  describe(): { name: string; folder: string }[];
  /** False: not all of them could be deleted. */
  remove(): Promise<boolean>;
  forget(): void;
};

export type CopyOrder = ProcedureInput<"copy.begin">;
type Kept = ProcedureOutput<"copy.begin">;

type Work<Order, Done> = {
  order: Order;
  kept: Done | null;
  window: OpenWindow | null;
  isEnded: boolean;
};

/** The one picture that is being made, if any: what it is for, and the window that it is made in. */
export function makeCopyWork<Order = CopyOrder, Done = Kept>({ openCopyWindow }: CopyWorkDeps) {
  let work: Work<Order, Done> | null = null;

  /** Also while the window is still opening: it is gone then as soon as it is there. */
  function end(): void {
    if (work === null) return;
    work.isEnded = true;
    work.window?.end();
  }

  return {
    end,
    order: (): Order | null => work?.order ?? null,
    /** Opens the window and waits until it is gone. `null` in the answer: without a copy; busy: there is one already. */
    async run(order: Order): Promise<{ kept: Done | null } | "busy"> {
      if (work !== null) return "busy";
      const own: Work<Order, Done> = { order, kept: null, window: null, isEnded: false };
      work = own;
      try {
        own.window = await openCopyWindow();
        if (own.isEnded) own.window.end();
        await own.window.gone;
        return { kept: own.kept };
      } finally {
        work = null;
      }
    },
    /** The copy is sealed and stored: what is in the window is of no more use. */
    finish(kept: NonNullable<Done>): void {
      if (work) work.kept = kept;
      // After the page has its answer.
      setTimeout(end, 0);
    },
  };
}

export type CopyWork = ReturnType<typeof makeCopyWork<CopyOrder, Kept>>;
