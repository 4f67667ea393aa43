import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import { caseState } from "../../../contract/case.ts";
import { rights } from "../../../contract/rights.ts";
import { Banner } from "../../../ui/banner.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useNames } from "../frame/use-names.ts";
import { useLanguage } from "../i18n.ts";
import { type CaseFilter, filterCases } from "./cases/case-filter.ts";
import { CaseTable } from "./cases/case-table.tsx";

const anything: CaseFilter = { state: "open", right: "any", branch: "any" };

/** Where one arrives: what has to be done, the most urgent first. */
export function CasesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState(anything);
  const asked = useDeferredValue(search);
  const cases = useAnswer("cases.list", { search: asked }, { everyMs: 60_000 });
  const published = useAnswer("reference.read", {});
  const branches = published.state === "ready" ? published.value.branches : [];
  const { nameBranch } = useNames();
  const change = (parts: Partial<CaseFilter>) => setFilter({ ...filter, ...parts });

  return (
    <>
      <PageHead title={t("cases.title")} intro={t("cases.intro")} />
      <div className="grid grid-cols-[2fr_1fr_1fr_1fr] items-start gap-4">
        <TextField
          label={t("cases.search")}
          placeholder={t("cases.searchHelp")}
          icon={<Search className="size-5" />}
          value={search}
          onChange={setSearch}
          maxLength={120}
        />
        <SelectField
          label={t("cases.state")}
          value={filter.state}
          onChange={(state) => change({ state })}
          options={[
            { value: "open" as const, label: t("cases.open") },
            { value: "any" as const, label: t("cases.any") },
            ...caseState.options.map((state) => ({ value: state, label: words.states[state] })),
          ]}
        />
        <SelectField
          label={t("cases.right")}
          value={filter.right}
          onChange={(right) => change({ right })}
          options={[
            { value: "any" as const, label: t("cases.any") },
            ...rights.map((right) => ({ value: right, label: words.rights[right].name })),
            { value: "letter" as const, label: t("cases.letter") },
          ]}
        />
        <SelectField
          label={t("cases.branch")}
          value={filter.branch}
          onChange={(branch) => change({ branch })}
          options={[
            { value: "any", label: t("cases.any") },
            ...branches.map(({ id, name }) => ({ value: id, label: name[language] })),
          ]}
        />
      </div>
      <Ready answer={cases}>
        {({ cases: all, more }) => {
          // Whoever searches looks for one case, open or not.
          const shown = filterCases(
            all,
            asked.trim() === "" || filter.state !== "open" ? filter : { ...filter, state: "any" },
          );
          return (
            <>
              {more && <Banner tone="info">{t("cases.more")}</Banner>}
              <p role="status" className="-mb-2 text-muted text-sm">
                {t("cases.count", { count: shown.length })}
              </p>
              <Panel flush>
                {shown.length === 0 ? (
                  <p className="px-5 py-8 text-center text-muted">
                    {all.length === 0 && asked === "" ? t("cases.noneAtAll") : t("cases.none")}
                  </p>
                ) : (
                  <CaseTable rows={shown} nameBranch={nameBranch} />
                )}
              </Panel>
            </>
          );
        }}
      </Ready>
    </>
  );
}
