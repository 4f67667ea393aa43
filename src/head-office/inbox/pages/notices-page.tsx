import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Notice } from "../../../contract/reference.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { NoticeEditor } from "./notices/notice-editor.tsx";
import { NoticePreview } from "./notices/notice-preview.tsx";

type Standing = "past" | "inForce" | "coming";

function findStanding(one: Notice, all: readonly Notice[], today: string): Standing {
  if (one.effectiveFrom > today) return "coming";
  const newer = all.some(
    ({ id, version, effectiveFrom }) =>
      id === one.id && version > one.version && effectiveFrom <= today,
  );
  return newer ? "past" : "inForce";
}

const tones = { past: "neutral", inForce: "success", coming: "accent" } as const;

/** All versions of all notices, and the way to publish the next. */
export function NoticesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const published = useAnswer("reference.read", {});
  const [shown, setShown] = useState<Notice | null>(null);
  const [edited, setEdited] = useState<Notice | "new" | null>(null);

  if (edited !== null) {
    return <NoticeEditor from={edited === "new" ? null : edited} onClose={() => setEdited(null)} />;
  }
  return (
    <>
      <PageHead
        title={t("notices.title")}
        intro={t("notices.intro")}
        action={
          mayAct && (
            <Button icon={<Plus className="size-5" />} onPress={() => setEdited("new")}>
              {t("notices.new")}
            </Button>
          )
        }
      />
      <Ready answer={published}>
        {({ notices, today }) => {
          const columns: readonly Column<Notice>[] = [
            {
              id: "notice",
              header: t("notices.notice"),
              isRowHeader: true,
              show: (one) => one.title[language],
            },
            {
              id: "version",
              header: t("notices.version"),
              show: (one) => <span className="font-mono">{`${one.id} v${one.version}`}</span>,
            },
            {
              id: "from",
              header: t("notices.from"),
              show: (one) => formatDay(one.effectiveFrom, language),
            },
            {
              id: "standing",
              header: t("notices.standing"),
              show: (one) => {
                const standing = findStanding(one, notices, today);
                return <Badge tone={tones[standing]}>{t(`notices.${standing}`)}</Badge>;
              },
            },
            {
              id: "do",
              header: t("app.action"),
              align: "end",
              show: (one) => (
                <span className="inline-flex justify-end gap-2">
                  <Button onPress={() => setShown(one)}>{t("notices.preview")}</Button>
                  {mayAct && (
                    <Button variant="quiet" onPress={() => setEdited(one)}>
                      {t("notices.next")}
                    </Button>
                  )}
                </span>
              ),
            },
          ];
          return (
            <Panel flush>
              <Table
                label={t("notices.title")}
                columns={columns}
                rows={notices}
                keyOf={(one) => `${one.id}@${one.version}`}
              />
            </Panel>
          );
        }}
      </Ready>
      <NoticePreview notice={shown} onClose={() => setShown(null)} />
    </>
  );
}
