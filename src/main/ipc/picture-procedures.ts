import { succeed } from "../../contract/failure.ts";
import type { Reviews } from "../pictures/reviews.ts";
import type { Store } from "../store/open-store.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type PictureProcedures = Pick<Handlers, Extract<keyof Handlers, `pictures.${string}`>>;

export type PictureProcedureDeps = {
  store: Store;
  now(): number;
  reviews: Reviews;
  /** A UUID of version 7. */
  makeId(): string;
};

/** Looking through an event's pictures before they are published. */
export function makePictureProcedures({
  store,
  reviews,
  makeId,
  now,
}: PictureProcedureDeps): PictureProcedures {
  const note = (action: "open-pictures" | "export-picture", staff: string, subject: string) =>
    store.audit.add({ at: now(), staff, action, subject });
  return {
    async "pictures.open"({ event }, who) {
      const { staff } = requirePerson(who);
      const opened = await reviews.open(event, staff);
      if (opened.ok) note("open-pictures", staff, event);
      return opened;
    },
    "pictures.scan": ({ review, from }, who) =>
      reviews.with(review, requirePerson(who).staff, (found) => found.review.scan(from)),
    "pictures.read": ({ review, index }, who) =>
      reviews.with(review, requirePerson(who).staff, (found) => found.review.read(index)),
    "pictures.decide": ({ review, index, digest, decision }, who) => {
      const { staff } = requirePerson(who);
      return reviews.with(review, staff, (found) =>
        found.review.decide(index, digest, decision, staff),
      );
    },
    "pictures.counts": ({ event }) => {
      const { staff, ...counts } = store.pictureDecisions.tally(event);
      return succeed({
        ...counts,
        checkedBy: staff,
        review: store.pictureDecisions.reviewOf(event, makeId()),
      });
    },
    "pictures.chooseExport": ({ review }, who) =>
      reviews.chooseExport(review, requirePerson(who).staff),
    async "pictures.export"(input, who) {
      const { staff } = requirePerson(who);
      const written = await reviews.export(input, staff);
      // By the picture's digest: a name of a file may be a name of somebody.
      if (written.ok) note("export-picture", staff, input.digest);
      return written;
    },
    "pictures.close": ({ review }, who) => {
      reviews.close(review, requirePerson(who).staff);
      return succeed(undefined);
    },
  };
}
