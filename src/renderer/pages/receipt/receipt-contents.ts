import { correctTime } from "../../../captures/captured-at.ts";
import { readStored } from "../../../captures/marketing-consent/person-record.ts";
import {
  type ReceiptContent,
  writeReceipt,
} from "../../../captures/marketing-consent/receipt-content.ts";
import type { Language } from "../../../contract/ids.ts";
import type { Reference } from "../../../contract/reference.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { formatMoment } from "../../../ui/thai-date.tsx";

/** In the language in which the customer was told; in both where no notice says which that is. */
function chooseLanguages(capture: StoredCapture): Language[] {
  const told = capture.header.notice?.language;
  return told ? [told] : ["th", "en"];
}

/** What a capture's receipt says, in each language it is written in. */
export function writeReceipts(capture: StoredCapture, reference: Reference): ReceiptContent[] {
  const payload = readStored(capture);
  const at = new Date(correctTime(capture.header)).toISOString();
  return chooseLanguages(capture).map((language) =>
    writeReceipt(capture, payload, reference, language, formatMoment(at, language)),
  );
}
