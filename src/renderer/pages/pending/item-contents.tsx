import { useTranslation } from "react-i18next";
import type { PayloadField } from "../../../contract/pending-procedures.ts";
import type { Reference } from "../../../contract/reference.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { writeSheets } from "../receipt/capture-sheets.ts";
import { Sheet } from "../receipt/sheet.tsx";
import { useFieldWords } from "./field-words.ts";
import { listValues } from "./payload-values.ts";
import { useValueWords } from "./value-words.ts";

type ItemContentsProps = {
  capture: StoredCapture;
  /** Of what does not fit its form, the values that can be read all the same. */
  fields: readonly PayloadField[];
  reference: Reference;
};

/** Kinds whose receipt says all there is to say. */
const onPaper: ReadonlySet<string> = new Set(["marketing-consent", "rights-request"]);

/** What a capture says: as its receipt says it, or value by value. */
export function ItemContents({ capture, fields, reference }: ItemContentsProps) {
  const { t } = useTranslation();
  const nameField = useFieldWords();
  const isMisfit = capture.payload === null;
  const nameValue = useValueWords(reference);
  const isMoney = (path: PayloadField["path"]) => !isMisfit && path.at(-1) === "amount";
  if (isMisfit && fields.length === 0) return <p className="py-6">{t("review.unreadable")}</p>;
  if (!isMisfit && onPaper.has(capture.header.kind)) {
    return writeSheets(capture, reference).map((sheet) => (
      <Sheet key={sheet.content.language} sheet={sheet} size="screen" />
    ));
  }
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 py-5">
      {(isMisfit ? fields : listValues(capture.payload)).map(({ path, value }) => (
        <div key={path.join(".")} className="contents">
          <dt className="text-muted">{isMoney(path) ? t("value.amount") : nameField(path)}</dt>
          <dd className="whitespace-pre-line break-words">
            {isMisfit || value === null ? value : nameValue(path, value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
