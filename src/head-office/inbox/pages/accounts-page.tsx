import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedAccount } from "../../../contract/inbox-account-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { ToldOnce } from "../frame/told-once.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { AccountDialog } from "./accounts/account-dialog.tsx";
import { OwnPassword } from "./accounts/own-password.tsx";

/** One's own password; for the DPO, who else may come in. */
export function AccountsPage() {
  const { t } = useTranslation();
  const mayAct = useMayAct();
  return (
    <>
      <PageHead title={t("accounts.title")} intro={t("accounts.intro")} />
      <OwnPassword />
      {mayAct && <AccountList />}
    </>
  );
}

function AccountList() {
  const { t } = useTranslation();
  const language = useLanguage();
  const accounts = useAnswer("accounts.list", {});
  const reset = useAct("accounts.resetPassword");
  const setDisabled = useAct("accounts.setDisabled");
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<{ password: string; name: string } | null>(null);

  const columns: readonly Column<ListedAccount>[] = [
    {
      id: "name",
      header: t("accounts.person"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex flex-col">
          <span>{one.name}</span>
          <span className="font-mono font-normal text-muted text-sm">{one.signIn}</span>
        </span>
      ),
    },
    {
      id: "role",
      header: t("accounts.role"),
      show: (one) =>
        one.disabled ? (
          <Badge tone="danger">{t("accounts.closed")}</Badge>
        ) : (
          <Badge tone={one.role === "dpo" ? "accent" : "neutral"}>{t(`role.${one.role}`)}</Badge>
        ),
    },
    {
      id: "seen",
      header: t("accounts.lastSignIn"),
      show: (one) =>
        one.lastSeenAt === null ? t("accounts.never") : formatMoment(one.lastSeenAt, language),
    },
    {
      id: "do",
      header: t("app.action"),
      align: "end",
      show: (one) => (
        <span className="inline-flex justify-end gap-2">
          <Button
            onPress={async () => {
              const answer = await reset.run({ id: one.id });
              if (answer.ok) setTold({ password: answer.value.password, name: one.name });
            }}
          >
            {t("accounts.reset")}
          </Button>
          <Button
            variant="quiet"
            onPress={() => void setDisabled.run({ id: one.id, disabled: !one.disabled })}
          >
            {one.disabled ? t("accounts.open") : t("accounts.close")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <RefusalBanner refusal={reset.refusal ?? setDisabled.refusal} />
      <Ready answer={accounts}>
        {({ accounts: list }) => (
          <Panel
            flush
            title={t("accounts.all")}
            aside={
              <Button icon={<UserPlus className="size-5" />} onPress={() => setAdding(true)}>
                {t("accounts.add")}
              </Button>
            }
          >
            <Table
              label={t("accounts.all")}
              columns={columns}
              rows={list}
              keyOf={(one) => one.id}
            />
          </Panel>
        )}
      </Ready>
      {isAdding && (
        <AccountDialog
          onClose={() => setAdding(false)}
          onPassword={(password, name) => setTold({ password, name })}
        />
      )}
      <ToldOnce
        title={t("accounts.passwordTitle", { name: told?.name ?? "" })}
        intro={t("accounts.passwordIntro")}
        secret={told?.password ?? null}
        onClose={() => setTold(null)}
      />
    </>
  );
}
