import { pictureLimit } from "../../contract/attachment.ts";
import { listMandatoryFields } from "../../contract/copy-rules.ts";
import { fail, succeed } from "../../contract/failure.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { submitWithPicture } from "../capture/submit-picture.ts";
import type { CopyWork, Leftover } from "./copy-work.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type CopyProcedures = Pick<
  Handlers,
  | "copy.begin"
  | "copy.task"
  | "copy.keep"
  | "copy.leave"
  | "copy.leftover"
  | "copy.deleteLeftover"
  | "copy.keepLeftover"
>;

export type CopyProcedureDeps = CaptureDeps & {
  copies: CopyWork;
  leftover: Leftover;
  /** Called after a refund was stored with its sealed copy. */
  onCaptured(): void;
};

/** Copying a document: the desk begins it, the window of its own does it, and the desk learns what came of it. */
export function makeCopyProcedures(deps: CopyProcedureDeps): CopyProcedures {
  const { store, copies, leftover } = deps;
  return {
    "copy.begin": async (order) => {
      leftover.forget();
      const done = await copies.run(order);
      return done === "busy" ? fail({ code: "cancelled" }) : succeed(done.kept);
    },
    "copy.task": () => {
      const order = copies.order();
      const reference = store.received.readReference();
      if (order === null || !reference?.copyRules) return fail({ code: "not-found" });
      const reason = reference.copyRules.reasons.find(({ id }) => id === order.reason);
      if (!reason) return fail({ code: "not-found" });
      return succeed({
        sale: order.sale,
        who: order.who,
        stamp: reason.stamp,
        shop: reference.branch.name,
        cover: listMandatoryFields(reference.copyRules),
        limit: pictureLimit,
      });
    },
    "copy.keep": async ({ copy, picture }, who) => {
      const order = copies.order();
      if (order === null) return fail({ code: "not-found" });
      // Its place in the payload: the digest of what is sealed is known only there.
      const payload = { ...order.refund, evidence: { how: "copied", copy } };
      const { request, notice } = order;
      const input = { request, kind: "id-copy", payload, amends: null, notice } as const;
      const kept = await submitWithPicture(deps, requirePerson(who), input, picture);
      if (!kept.ok) return kept;
      deps.onCaptured();
      copies.finish(kept.value);
      return succeed(undefined);
    },
    "copy.leave": () => {
      copies.end();
      return succeed(undefined);
    },
    "copy.leftover": () => succeed(leftover.describe()),
    "copy.deleteLeftover": async () => succeed(await leftover.remove()),
    "copy.keepLeftover": () => {
      leftover.forget();
      return succeed(undefined);
    },
  };
}
