import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxOutput } from "../../../../contract/inbox-api.ts";
import {
  keepReason,
  type PersonRecordFound,
} from "../../../../contract/inbox-person-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { SelectField } from "../../../../ui/select-field.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { Confirm } from "../../frame/confirm.tsx";
import { Panel } from "../../frame/panel.tsx";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { useKindName } from "../../frame/use-kind-name.ts";
import { useLanguage } from "../../i18n.ts";
import { type Fate, proposeFate } from "./propose-fate.ts";

type ErasePanelProps = {
  id: string;
  records: readonly PersonRecordFound[];
  nameBranch: (id: string) => string;
  onClose: () => void;
  onErased: (done: InboxOutput<"people.erase">) => void;
};

/** For each record: whether it goes, or what it stays for. */
export function ErasePanel({ id, records, nameBranch, onClose, onErased }: ErasePanelProps) {
  const { t } = useTranslation();
  const nameKind = useKindName();
  const language = useLanguage();
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const [isAsking, setAsking] = useState(false);
  const erase = useAct("people.erase");
  const fateOf = (record: PersonRecordFound): Fate =>
    fates[record.capture.header.id] ?? proposeFate(record);
  const goes = records.filter((record) => fateOf(record) === "goes");
  const stays = records.flatMap((record) => {
    const why = fateOf(record);
    return why === "goes" ? [] : [{ capture: record.capture.header.id, why }];
  });

  async function go(): Promise<void> {
    const captures = goes.map(({ capture }) => capture.header.id);
    const answer = await erase.run({ case: id, captures, stays });
    setAsking(false);
    if (answer.ok) onErased(answer.value);
  }

  return (
    <Panel title={t("person.eraseTitle")} intro={t("person.eraseIntro")}>
      <RefusalBanner refusal={erase.refusal} />
      {stays.length > 0 && <p className="font-medium">{t("person.eraseStays")}</p>}
      {goes.some((record) => record.case === id) && (
        <Banner tone="warning" announced={false}>
          {t("person.caseToo")}
        </Banner>
      )}
      <ul className="flex flex-col">
        {records.map((record) => {
          const { header, receiptNumber } = record.capture;
          return (
            <li
              key={header.id}
              className="flex flex-wrap items-center gap-4 border-line border-t py-2 first:border-t-0"
            >
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{nameKind(header.kind)}</span>{" "}
                <span className="font-mono">{receiptNumber}</span>
                <span className="block text-muted text-sm">
                  {t("person.taken", {
                    at: formatMoment(header.capturedAt, language),
                    branch: nameBranch(header.branch),
                  })}
                </span>
              </span>
              <div className="w-64">
                <SelectField
                  label={t("person.fate", { number: receiptNumber })}
                  value={fateOf(record)}
                  onChange={(fate) => setFates({ ...fates, [header.id]: fate })}
                  options={[
                    { value: "goes" as const, label: t("person.goes") },
                    ...keepReason.options.map((why) => ({
                      value: why,
                      label: t(`person.stays.${why}`),
                    })),
                  ]}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <div className="flex justify-end gap-3">
        <Button onPress={onClose}>{t("app.cancel")}</Button>
        <Button variant="danger" isDisabled={goes.length === 0} onPress={() => setAsking(true)}>
          {t("person.eraseNow", { count: goes.length })}
        </Button>
      </div>
      <Confirm
        title={t("person.sureTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        doIt={t("person.eraseNow", { count: goes.length })}
        danger
        isRunning={erase.isRunning}
        onConfirm={() => void go()}
      >
        {t("person.sure", { goes: goes.length, stays: stays.length })}
      </Confirm>
    </Panel>
  );
}
