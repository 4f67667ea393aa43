import { createHash, randomUUID } from "node:crypto";
import { copiedRefund } from "../../src/captures/id-copy/example-acts.ts";
import { exampleReference } from "../../src/captures/id-copy/example-reference.ts";
import type { NoticeShown } from "../../src/contract/envelope.ts";
import { readNotice } from "../../src/contract/reference.ts";
import type { CaptureInput } from "../../src/main/capture/submit-capture.ts";

/** Who takes the refunds of tests. */
export const refundStaff = { staff: "somying", roles: ["counter"] } as const;

/** The demo's notice for refunds as a form says that it was shown. */
export function showRefundNotice(): NoticeShown {
  const id = exampleReference.copyRules?.notice;
  const notice = exampleReference.notices.find((one) => one.id === id);
  if (!notice) throw new Error("the demo has no notice for refunds");
  const hash = createHash("sha256").update(readNotice(notice, "th")).digest("hex");
  return { id: notice.id, version: notice.version, language: "th", hash };
}

/** What a form hands over of a refund with a copy: all but what is known only once it is sealed. */
export function inventCopiedRefund(): CaptureInput {
  const { attachment: _, ...evidence } = copiedRefund.evidence;
  return {
    request: randomUUID(),
    kind: "id-copy",
    payload: { ...copiedRefund, evidence },
    amends: null,
    notice: showRefundNotice(),
  };
}
