import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { readReceivedOn } from "../../../captures/rights-request/due-date.ts";
import type { RightsRequest } from "../../../captures/rights-request/payload.ts";
import { readStored } from "../../../captures/rights-request/slip-content.ts";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import type { PersonRecord } from "../../../contract/ipc.ts";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

/** The requests that this person made on this PC, newest first. */
export function listRequests(record: PersonRecord) {
  return record.captures
    .flatMap((capture) => {
      const read = readStored(capture);
      const isOwn = read?.act === "request" && read.subject.id === record.subject;
      return isOwn ? [{ capture, request: read satisfies RightsRequest }] : [];
    })
    .reverse();
}

/** What the person has asked for, with the way to where it stands; nothing where they asked for nothing. */
export function PersonCases({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const requests = listRequests(record);
  if (requests.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg">{t("cases.title")}</h2>
      <ul className="divide-y divide-line rounded-panel border border-line bg-card shadow-panel">
        {requests.map(({ capture, request }) => (
          <li key={capture.header.id} className="flex flex-wrap items-center gap-x-5 px-4 py-2">
            <span className="font-mono">{capture.receiptNumber}</span>
            <span className="font-medium">
              {rightsRequestText[language].rights[request.right].name}
            </span>
            <span className="text-muted">
              {t("cases.case.received", {
                day: formatDay(readReceivedOn(capture.header), language),
              })}
            </span>
            <span className="ml-auto">
              <Button
                aria-label={t("cases.openThis", { number: capture.receiptNumber })}
                onPress={() => navigate(`/cases/of/${capture.header.id}`)}
              >
                {t("cases.open")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
