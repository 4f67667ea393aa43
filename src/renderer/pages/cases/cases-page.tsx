import { ScrollText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import { type Right, rights, usualRightsSettings } from "../../../contract/rights.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { PageHead } from "../page-head.tsx";
import { type CaseFilter, caseFilters, matchesFilter } from "./case-filter.ts";
import { CaseTable } from "./case-table.tsx";

/** Days left change at midnight, without main saying so. */
const everyMs = 60_000;

/** Requests of this shop by what has to be done first. */
export function CasesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const cases = useProcedure("cases.list", undefined, { everyMs });
  const reference = useProcedure("reference.read", undefined);
  const [filter, setFilter] = useState<CaseFilter>("open");
  const [right, setRight] = useState<Right | "all">("all");
  const take = () => navigate("/cases/new");
  const takeLetter = () => navigate("/cases/letter");
  useFunctionKey("F4", take, { label: t("cases.new") });
  useFunctionKey("F6", takeLetter, { label: t("cases.letter") });

  const settings = reference.state === "ready" ? reference.value.rightsSettings : null;
  const soon = (settings ?? usualRightsSettings).remindDays;
  const all = cases.state === "ready" ? cases.value : [];
  const rows = all.filter(
    (row) => matchesFilter(row, filter, soon) && (right === "all" || row.right === right),
  );

  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-4 px-8 py-6">
      <PageHead
        title={t("cases.title")}
        intro={t("cases.intro")}
        action={
          <span className="flex flex-wrap justify-end gap-3">
            <Button hint="F6" onPress={takeLetter}>
              {t("cases.letter")}
            </Button>
            <Button variant="primary" hint="F4" onPress={take}>
              {t("cases.new")}
            </Button>
          </span>
        }
      />
      {cases.state === "waiting" && <Progress label={t("app.loading")} />}
      {cases.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={cases.failure} />
        </Banner>
      )}
      {all.length > 0 && (
        <div className="grid max-w-xl grid-cols-2 gap-4">
          <SelectField
            label={t("cases.show")}
            value={filter}
            onChange={setFilter}
            options={caseFilters.map((value) => ({
              value,
              label: `${t(`cases.filter.${value}`)} (${all.filter((row) => matchesFilter(row, value, soon)).length})`,
            }))}
          />
          <SelectField<Right | "all">
            label={t("cases.ofRight")}
            value={right}
            onChange={setRight}
            options={[
              { value: "all", label: t("cases.allRights") },
              ...rights.map((value) => ({
                value,
                label: rightsRequestText[language].rights[value].name,
              })),
            ]}
          />
        </div>
      )}
      {cases.state === "ready" &&
        (rows.length === 0 ? (
          <div className="flex flex-col items-center gap-3 rounded-panel border border-line bg-card px-8 py-14 text-center shadow-panel">
            <ScrollText aria-hidden="true" className="size-14 text-muted" strokeWidth={1.5} />
            <h2 className="font-semibold text-xl">
              {t(all.length === 0 ? "cases.emptyTitle" : "cases.noneTitle")}
            </h2>
            <p className="text-muted">
              {t(all.length === 0 ? "cases.emptyText" : "cases.noneText")}
            </p>
          </div>
        ) : (
          <CaseTable rows={rows} soon={soon} onOpen={(id) => navigate(`/cases/of/${id}`)} />
        ))}
    </div>
  );
}
