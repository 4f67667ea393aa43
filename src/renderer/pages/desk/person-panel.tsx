import { Ban, Hand, Mail, Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { FormTask } from "../../../captures/capture-form.ts";
import { maskContact } from "../../../captures/marketing-consent/detail-mask.ts";
import { chooseRight } from "../../../captures/marketing-consent/withdraw-payload.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { CaptureId } from "../../../contract/ids.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { listConsentRows } from "./consent-rows.ts";
import { ConsentTable } from "./consent-table.tsx";
import { HistoryTable } from "./history-table.tsx";
import { listRequests, PersonCases } from "./person-cases.tsx";
import type { KnownPerson } from "./use-subject.ts";

type PersonPanelProps = {
  person: KnownPerson;
  reference: Reference;
  now: Date;
  onTask: (task: FormTask) => void;
  onNoThanks: () => void;
  onOpenReceipt: (capture: CaptureId) => void;
};

/** One person: what they agreed to, what can be done now, and all that happened. */
export function PersonPanel(props: PersonPanelProps) {
  const { person, reference, now, onTask, onNoThanks, onOpenReceipt } = props;
  const { record, state } = person;
  const [, navigate] = useLocation();
  const { t } = useTranslation();
  const language = useLanguage();
  const { details } = state;
  const isNotToBeAsked = state.noThankYouDay === readShopDay(now);
  const restricted = reference.restrictions.find(({ subjects }) =>
    subjects.includes(record.subject),
  );
  const isObjection = chooseRight("all", state, reference) === "objection";
  const contacts = details
    ? [
        { Icon: Phone, shown: maskContact("phone", details.contacts.phone ?? "") },
        { Icon: Mail, shown: maskContact("email", details.contacts.email ?? "") },
      ]
    : [];

  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <h1 className="font-semibold text-2xl">
          {details?.name ??
            listRequests(record)[0]?.request.subject.name ??
            t("desk.search.noName")}
        </h1>
        {details?.memberNumber && (
          <Badge tone="accent">{t("desk.search.member", { number: details.memberNumber })}</Badge>
        )}
        {contacts.map(({ Icon, shown }) =>
          shown === null ? null : (
            <span key={shown} className="flex items-center gap-1.5 text-muted">
              <Icon aria-hidden="true" className="size-4" />
              {shown}
            </span>
          ),
        )}
      </header>
      {restricted && (
        <div
          role="alert"
          className="flex items-center gap-3 rounded-panel bg-danger px-5 py-3 text-on-accent"
        >
          <Ban aria-hidden="true" className="size-7 shrink-0" />
          <p>
            <span className="block font-semibold text-lg">{t("desk.person.doNotUse")}</span>
            {t("desk.person.doNotUseWhy", { day: formatDay(restricted.since, language) })}
          </p>
        </div>
      )}
      {isNotToBeAsked && (
        <div
          role="status"
          className="flex items-center gap-3 rounded-panel bg-warning px-5 py-3 text-on-accent"
        >
          <Hand aria-hidden="true" className="size-7 shrink-0" />
          <p>
            <span className="block font-semibold text-lg">{t("desk.person.doNotAsk")}</span>
            {t("desk.person.doNotAskWhy")}
          </p>
        </div>
      )}
      <section aria-label={t("desk.person.actions")} className="flex flex-wrap gap-3">
        <Button
          size="large"
          variant={isNotToBeAsked || restricted ? "secondary" : "primary"}
          hint="F4"
          onPress={() => onTask({ task: "ask" })}
        >
          {isNotToBeAsked ? t("desk.person.askAnyway") : t("desk.person.ask")}
        </Button>
        <Button size="large" hint="F6" onPress={() => onTask({ task: "withdraw" })}>
          {isObjection ? t("desk.person.object") : t("desk.person.withdraw")}
        </Button>
        <Button size="large" hint="F8" onPress={onNoThanks}>
          {t("desk.person.noThanks")}
        </Button>
        <Button size="large" hint="F7" onPress={() => onTask({ task: "correct" })}>
          {t("desk.person.correct")}
        </Button>
        <Button size="large" onPress={() => navigate(`/cases/new/${record.subject}`)}>
          {t("desk.person.rights")}
        </Button>
      </section>
      <PersonCases record={record} />
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold text-lg">{t("desk.person.agreed")}</h2>
        <div className="overflow-x-auto rounded-panel border border-line bg-card shadow-panel">
          <ConsentTable
            rows={listConsentRows(state, reference, language)}
            onOpenReceipt={onOpenReceipt}
          />
        </div>
      </section>
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold text-lg">{t("desk.person.history")}</h2>
        <div className="overflow-x-auto rounded-panel border border-line bg-card shadow-panel">
          <HistoryTable
            history={state.history}
            captures={record.captures}
            reference={reference}
            onOpenReceipt={onOpenReceipt}
            onVoid={(capture) => onTask({ task: "void", capture })}
          />
        </div>
      </section>
    </div>
  );
}
