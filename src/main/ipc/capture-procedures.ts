import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { CaptureId } from "../../contract/ids.ts";
import type { PaperSize } from "../../contract/ipc.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { readCapture, readPerson } from "../capture/read-captures.ts";
import { submitCapture } from "../capture/submit-capture.ts";
import { submitWithPicture } from "../capture/submit-picture.ts";
import type { AuditAction } from "../store/audit.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type CaptureProcedures = Pick<
  Handlers,
  | "reference.read"
  | "people.search"
  | "people.read"
  | "capture.submit"
  | "capture.submitWithPicture"
  | "capture.read"
  | "receipt.print"
  | "receipt.savePdf"
  | "draft.keep"
  | "draft.read"
  | "draft.drop"
>;

/** People that one search shows; a till wants the right one, not a list to read. */
const hitsShown = 20;

export type CaptureProcedureDeps = CaptureDeps & {
  /** Called after a capture was stored. */
  onCaptured(): void;
  printReceipt(id: CaptureId, size: PaperSize): Promise<Result<undefined>>;
  saveReceiptPdf(
    id: CaptureId,
    size: PaperSize,
    receiptNumber: string,
  ): Promise<Result<{ path: string }>>;
};

/** The job itself: find a person, take a capture, give a receipt. */
export function makeCaptureProcedures(deps: CaptureProcedureDeps): CaptureProcedures {
  const { store, now } = deps;
  const note = (action: AuditAction, staff: string, subject: string) =>
    store.audit.add({ at: now(), staff, action, subject });
  return {
    "reference.read": () => {
      const reference = store.received.readReference();
      return reference === null ? fail({ code: "not-enrolled" }) : succeed(reference);
    },
    "people.search": ({ text }) => succeed(store.people.search(text, hitsShown)),
    "people.read": ({ subject }, who) => {
      const found = readPerson(deps, subject);
      if (found.ok) note("read-person", requirePerson(who).staff, subject);
      return found;
    },
    "capture.submit": (input, who) => {
      const result = submitCapture(deps, requirePerson(who), input);
      if (result.ok) deps.onCaptured();
      return result;
    },
    async "capture.submitWithPicture"({ picture, ...input }, who) {
      const result = await submitWithPicture(deps, requirePerson(who), input, picture);
      if (result.ok) deps.onCaptured();
      return result;
    },
    "capture.read": ({ id }, who) => {
      const found = readCapture(deps, id);
      if (found.ok) note("read-capture", requirePerson(who).staff, id);
      return found;
    },
    "receipt.print": async ({ id, size }, who) => {
      const done = await deps.printReceipt(id, size);
      if (done.ok) note("print-receipt", requirePerson(who).staff, id);
      return done;
    },
    "receipt.savePdf": async ({ id, size }, who) => {
      const found = readCapture(deps, id);
      if (!found.ok) return found;
      const done = await deps.saveReceiptPdf(id, size, found.value.capture.receiptNumber);
      if (done.ok) note("save-receipt", requirePerson(who).staff, id);
      return done;
    },
    "draft.keep": ({ form, body }, who) => {
      store.drafts.keep(requirePerson(who).staff, form, body);
      return succeed(undefined);
    },
    "draft.read": ({ form }, who) => succeed(store.drafts.read(requirePerson(who).staff, form)),
    "draft.drop": ({ form }, who) => {
      store.drafts.drop(requirePerson(who).staff, form);
      return succeed(undefined);
    },
  };
}
