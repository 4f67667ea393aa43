import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../contract/inbox-api.ts";
import type { Branch } from "../../../contract/reference.ts";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { EditDialog } from "../frame/edit-dialog.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { IdField } from "./id-field.tsx";
import { WordsField } from "./words-field.tsx";

const brands = ["BIG Camera", "POP Print", "Wonder Photo Shop"] as const;

/** The shops, as their desks and slips name them. */
export function BranchesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const published = useAnswer("reference.read", {});
  const [edited, setEdited] = useState<Branch | "new" | null>(null);
  const columns: readonly Column<Branch>[] = [
    {
      id: "name",
      header: t("branches.branch"),
      isRowHeader: true,
      show: (one) => one.name[language],
    },
    { id: "brand", header: t("branches.brand"), show: (one) => one.brand },
    {
      id: "id",
      header: t("app.id"),
      show: (one) => <span className="font-mono text-sm">{one.id}</span>,
    },
    ...(mayAct
      ? [
          {
            id: "do",
            header: t("app.action"),
            align: "end" as const,
            show: (one: Branch) => (
              <Button onPress={() => setEdited(one)}>{t("app.change")}</Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHead
        title={t("branches.title")}
        intro={t("branches.intro")}
        action={
          mayAct && (
            <Button icon={<Plus className="size-5" />} onPress={() => setEdited("new")}>
              {t("branches.add")}
            </Button>
          )
        }
      />
      <Ready answer={published}>
        {({ branches }) => (
          <Panel flush>
            <Table
              label={t("branches.title")}
              columns={columns}
              rows={branches}
              keyOf={(one) => one.id}
            />
          </Panel>
        )}
      </Ready>
      {edited !== null && (
        <BranchDialog from={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function BranchDialog({ from, onClose }: { from: Branch | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Branch>(
    from ?? { id: "", name: { th: "", en: "" }, brand: "BIG Camera" },
  );
  const save = useAct("branches.save");
  return (
    <EditDialog
      title={from ? t("branches.change") : t("branches.add")}
      onClose={onClose}
      isWhole={inboxProcedures["branches.save"].input.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      onSave={async () => {
        if ((await save.run(value)).ok) onClose();
      }}
    >
      <IdField
        value={value.id}
        onChange={(id) => setValue({ ...value, id })}
        isKept={from !== null}
      />
      <WordsField
        label={t("branches.name")}
        value={value.name}
        onChange={(name) => setValue({ ...value, name })}
      />
      <SelectField
        label={t("branches.brand")}
        value={value.brand}
        onChange={(brand) => setValue({ ...value, brand })}
        options={brands.map((brand) => ({ value: brand, label: brand }))}
      />
    </EditDialog>
  );
}
