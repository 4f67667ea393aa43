import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Published, RosterMember } from "../../../contract/inbox-reference-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { Confirm } from "../frame/confirm.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { ToldOnce } from "../frame/told-once.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { MemberDialog } from "./roster/member-dialog.tsx";

/** Who may sign in at which shop's desk. */
export function RosterPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const published = useAnswer("reference.read", {});
  const [edited, setEdited] = useState<RosterMember | "new" | null>(null);
  const [leaving, setLeaving] = useState<RosterMember | null>(null);
  const [told, setTold] = useState<{ pin: string; name: string } | null>(null);
  const resetPin = useAct("staff.resetPin");
  const unlock = useAct("staff.unlock");
  const remove = useAct("staff.remove");

  async function renew(member: RosterMember): Promise<void> {
    const answer = await resetPin.run({ id: member.id });
    if (answer.ok) setTold({ pin: answer.value.pin, name: member.name[language] });
  }

  const columns: readonly Column<RosterMember>[] = [
    {
      id: "name",
      header: t("roster.name"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex flex-col">
          <span>{one.name[language]}</span>
          <span className="font-mono font-normal text-muted text-sm">{one.id}</span>
        </span>
      ),
    },
    {
      id: "roles",
      header: t("roster.roles"),
      show: (one) => (
        <span className="flex flex-wrap gap-1">
          {one.roles.map((role) => (
            <Badge key={role} tone={role === "manager" ? "accent" : "neutral"}>
              {t(`roster.role.${role}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    ...(mayAct
      ? [
          {
            id: "do",
            header: t("app.action"),
            align: "end" as const,
            show: (one: RosterMember) => (
              <span className="inline-flex justify-end gap-2">
                <Button onPress={() => void renew(one)}>{t("roster.resetPin")}</Button>
                <Button onPress={() => void unlock.run({ id: one.id })}>
                  {t("roster.unlock")}
                </Button>
                <Button variant="quiet" onPress={() => setEdited(one)}>
                  {t("app.change")}
                </Button>
                <Button variant="quiet" onPress={() => setLeaving(one)}>
                  {t("app.remove")}
                </Button>
              </span>
            ),
          },
        ]
      : []),
  ];

  const listOf = ({ branches, staff }: Published) =>
    branches.map((branch) => ({
      branch,
      people: staff.filter((one) => one.branch === branch.id),
    }));

  return (
    <>
      <PageHead
        title={t("roster.title")}
        intro={t("roster.intro")}
        action={
          mayAct && (
            <Button icon={<UserPlus className="size-5" />} onPress={() => setEdited("new")}>
              {t("roster.add")}
            </Button>
          )
        }
      />
      <RefusalBanner refusal={resetPin.refusal ?? unlock.refusal ?? remove.refusal} />
      <Ready answer={published}>
        {(all) => (
          <>
            {listOf(all).map(({ branch, people }) => (
              <Panel key={branch.id} flush title={`${branch.brand} · ${branch.name[language]}`}>
                {people.length === 0 ? (
                  <p className="px-5 pb-4 text-muted">{t("roster.nobody")}</p>
                ) : (
                  <Table
                    label={branch.name[language]}
                    columns={columns}
                    rows={people}
                    keyOf={(one) => one.id}
                  />
                )}
              </Panel>
            ))}
            {edited !== null && (
              <MemberDialog
                from={edited === "new" ? null : edited}
                branches={all.branches}
                onClose={() => setEdited(null)}
                onPin={(pin, name) => setTold({ pin, name })}
              />
            )}
          </>
        )}
      </Ready>
      <Confirm
        title={t("roster.removeTitle", { name: leaving?.name[language] ?? "" })}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        doIt={t("app.remove")}
        danger
        isRunning={remove.isRunning}
        onConfirm={async () => {
          if (leaving) await remove.run({ id: leaving.id });
          setLeaving(null);
        }}
      >
        {t("roster.removeWhat")}
      </Confirm>
      <ToldOnce
        title={t("roster.pinTitle", { name: told?.name ?? "" })}
        intro={t("roster.pinIntro")}
        secret={told?.pin ?? null}
        onClose={() => setTold(null)}
      />
    </>
  );
}
