import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RosterEntry } from "../../contract/ipc.ts";
import { Badge } from "../../ui/badge.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Progress } from "../../ui/progress.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { useCommand, useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { useLanguage } from "../i18n.ts";
import { PageHead } from "./page-head.tsx";

/** Managers: who may sign in at this branch, and unlocking whoever entered too many wrong PINs. */
export function PeoplePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const staff = useProcedure("staff.list", undefined);
  const unlock = useCommand("staff.unlock");
  const [asked, setAsked] = useState<RosterEntry | null>(null);
  const [done, setDone] = useState<string | null>(null);

  async function confirm(person: RosterEntry) {
    const answer = await unlock.run({ staff: person.staff });
    setAsked(null);
    setDone(answer.ok ? person.name[language] : null);
    await staff.again();
  }

  const columns: readonly Column<RosterEntry>[] = [
    { id: "name", header: t("people.name"), isRowHeader: true, show: (one) => one.name[language] },
    {
      id: "roles",
      header: t("people.roles"),
      show: (one) => one.roles.map((role) => t(`role.${role}`)).join(" · "),
    },
    {
      id: "standing",
      header: t("people.standing"),
      show: (one) =>
        one.locked ? (
          <Badge tone="danger" icon={<LockKeyhole aria-hidden="true" className="size-4" />}>
            {t("people.locked")}
          </Badge>
        ) : (
          <Badge tone="success">{t("people.canSignIn")}</Badge>
        ),
    },
    {
      id: "action",
      header: t("people.action"),
      align: "end",
      show: (one) =>
        one.locked && (
          <Button
            aria-label={`${t("people.unlock")}: ${one.name[language]}`}
            onPress={() => {
              setDone(null);
              unlock.forget();
              setAsked(one);
            }}
          >
            {t("people.unlock")}
          </Button>
        ),
    },
  ];

  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-8 py-7">
      <PageHead title={t("people.title")} intro={t("people.intro")} />
      {unlock.failure && (
        <Banner tone="danger">
          <FailureText failure={unlock.failure} />
        </Banner>
      )}
      {done && <Banner tone="success">{t("people.unlocked", { name: done })}</Banner>}
      {staff.state === "waiting" && <Progress label={t("app.loading")} />}
      {staff.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={staff.failure} />
        </Banner>
      )}
      {staff.state === "ready" &&
        (staff.value.length === 0 ? (
          <Banner tone="info">{t("people.nobody")}</Banner>
        ) : (
          <div className="rounded-panel border border-line bg-card shadow-panel">
            <Table
              label={t("people.title")}
              columns={columns}
              rows={staff.value}
              keyOf={(one) => one.staff}
            />
          </div>
        ))}
      <Dialog
        title={t("people.unlockTitle", { name: asked?.name[language] ?? "" })}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        closeLabel={t("app.close")}
        role="alertdialog"
        size="small"
        footer={
          <>
            <Button autoFocus onPress={() => setAsked(null)}>
              {t("people.unlockNo")}
            </Button>
            <Button
              variant="primary"
              isPending={unlock.isRunning}
              onPress={() => {
                if (asked) void confirm(asked);
              }}
            >
              {t("people.unlockYes")}
            </Button>
          </>
        }
      >
        <p>{t("people.unlockText")}</p>
      </Dialog>
    </div>
  );
}
