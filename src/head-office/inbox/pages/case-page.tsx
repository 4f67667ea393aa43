import { FolderSearch } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { foldCase } from "../../../captures/rights-request/case-fold.ts";
import { makeCaseRow } from "../../../captures/rights-request/case-row.ts";
import { isClosed } from "../../../captures/rights-request/case-state.ts";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import type { InboxOutput } from "../../../contract/inbox-api.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { BackLink } from "../frame/back-link.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { CaseAsked } from "./case/case-asked.tsx";
import { CaseLog } from "./case/case-log.tsx";
import { NextSteps } from "./case/next-steps.tsx";
import { SignedWords } from "./case/signed-words.tsx";
import { DaysLeft } from "./cases/days-left.tsx";
import { stateTones } from "./cases/state-tones.ts";

/** One case: what was asked and signed, where it stands, and the next step. */
export function CasePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams<{ id: string }>();
  const answer = useAnswer("cases.read", { id });
  return (
    <>
      <BackLink to="/cases">{t("case.back")}</BackLink>
      <Ready answer={answer}>{(value) => <Case value={value} />}</Ready>
    </>
  );
}

function Case({ value }: { value: InboxOutput<"cases.read"> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const words = rightsRequestText[language];
  const { published, captures, today } = value;
  // Head office's log has all that is in the captures already.
  const record = foldCase(published.id, captures, published);
  if (!record) return null;
  const row = makeCaseRow(record, today);
  const isOver = isClosed(record.progress) || value.voided;
  const first = captures.find(({ header }) => header.id === published.id);
  return (
    <>
      <PageHead
        title={t("case.title", { number: published.number })}
        intro={
          <span className="flex flex-wrap items-center gap-3">
            <span className="font-semibold text-ink">
              {record.right ? words.rights[record.right].name : t("cases.letter")}
            </span>
            <span>{record.person ?? t("cases.nobody")}</span>
            <Badge tone={stateTones[row.state]}>{words.states[row.state]}</Badge>
          </span>
        }
        action={
          mayAct &&
          record.asked?.act === "request" && (
            <Link
              to={`/cases/${published.id}/person`}
              className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-card px-4 font-semibold hover:bg-sunken"
            >
              <FolderSearch aria-hidden="true" className="size-5" />
              {t("case.person")}
            </Link>
          )
        }
      />
      {value.voided && <Banner tone="warning">{t("case.voided")}</Banner>}
      {value.clockDoubtful && <Banner tone="warning">{t("case.doubtful")}</Banner>}
      {record.holdsFootage && !isOver && <Banner tone="danger">{t("case.holdNow")}</Banner>}
      <div className="grid grid-cols-[3fr_2fr] items-start gap-4">
        <div className="flex flex-col gap-4">
          <Panel title={t("case.asked")}>
            <CaseAsked asked={record.asked} />
          </Panel>
          <SignedWords captures={captures} />
        </div>
        <div className="flex flex-col gap-4">
          <Panel title={t("case.clock")}>
            <div className="flex items-start justify-between gap-4">
              <DaysLeft row={row} closedOn={null} />
              <span className="text-end text-muted text-sm">
                {t("case.receivedOn", { day: formatDay(row.receivedOn, language) })}
              </span>
            </div>
          </Panel>
          <NextSteps
            id={published.id}
            progress={record.progress}
            asked={record.asked}
            isOver={isOver}
            daysLeft={row.daysLeft}
          />
          <Panel title={t("case.log")}>
            <CaseLog log={record.log} deviceBranch={first?.header.branch ?? published.branch} />
          </Panel>
        </div>
      </div>
    </>
  );
}
