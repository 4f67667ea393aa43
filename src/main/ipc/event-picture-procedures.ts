import { pictureLimit } from "../../contract/attachment.ts";
import { fail, succeed } from "../../contract/failure.ts";
import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { submitWithPicture } from "../capture/submit-picture.ts";
import type { makeCopyWork } from "./copy-work.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type PictureProcedures = Pick<
  Handlers,
  "eventPicture.begin" | "eventPicture.task" | "eventPicture.keep" | "eventPicture.leave"
>;

export type EventPictureOrder = ProcedureInput<"eventPicture.begin">;
export type EventPictureKept = ProcedureOutput<"eventPicture.begin">;
type EventPictureWork = ReturnType<typeof makeCopyWork<EventPictureOrder, EventPictureKept>>;

export type EventPictureProcedureDeps = CaptureDeps & {
  eventPictures: EventPictureWork;
  /** Called after a capture was stored with its sealed picture. */
  onCaptured(): void;
};

/** A picture of an event: the desk begins it, the window of its own takes it, and the desk learns what came of it. */
export function makeEventPictureProcedures(deps: EventPictureProcedureDeps): PictureProcedures {
  const { eventPictures: work } = deps;
  return {
    "eventPicture.begin": async (order) => {
      const done = await work.run(order);
      return done === "busy" ? fail({ code: "cancelled" }) : succeed(done.kept);
    },
    "eventPicture.task": () => {
      const order = work.order();
      if (order === null) return fail({ code: "not-found" });
      const use = deps.definitions["event-photo-opt-out"]?.attachment;
      const isTakeDown = use?.purpose(order.payload) === "take-down";
      const purpose = isTakeDown ? "take-down" : "event-reference";
      return succeed({ purpose, number: order.number, limit: pictureLimit });
    },
    "eventPicture.keep": async ({ picture }, who) => {
      const order = work.order();
      if (order === null) return fail({ code: "not-found" });
      const { request, payload, amends, notice } = order;
      const input = { request, kind: "event-photo-opt-out", payload, amends, notice } as const;
      const kept = await submitWithPicture(deps, requirePerson(who), input, picture);
      if (!kept.ok) return kept;
      deps.onCaptured();
      work.finish(kept.value);
      return succeed(undefined);
    },
    "eventPicture.leave": () => {
      work.end();
      return succeed(undefined);
    },
  };
}
