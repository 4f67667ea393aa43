import { KeyRound, LifeBuoy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ListedDevice } from "../../../contract/inbox-reference-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import type { Column } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { Confirm } from "../frame/confirm.tsx";
import { ListPanel } from "../frame/list-panel.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { ToldOnce } from "../frame/told-once.tsx";
import { useMayAct } from "../frame/who.tsx";
import { useLanguage } from "../i18n.ts";
import { AfterRevoking } from "./devices/after-revoking.tsx";
import { ChainDialog } from "./devices/chain-dialog.tsx";

/** The PCs that send captures: when they last did, and whether all of it is here. */
export function DevicesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const [, navigate] = useLocation();
  const published = useAnswer("reference.read", {});
  const devices = useAnswer("devices.list", {}, { everyMs: 30_000 });
  const [branch, setBranch] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [looked, setLooked] = useState<ListedDevice | null>(null);
  const [lost, setLost] = useState<ListedDevice | null>(null);
  const issue = useAct("devices.issueCode");
  const revoke = useAct("devices.revoke");
  const branches = published.state === "ready" ? published.value.branches : [];
  const nameBranch = (id: string) => branches.find((one) => one.id === id)?.name[language] ?? id;
  const chosen = branch ?? branches[0]?.id ?? "";

  const columns: readonly Column<ListedDevice>[] = [
    {
      id: "name",
      header: t("devices.device"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex flex-col">
          <span>{one.name}</span>
          <span className="font-normal text-muted text-sm">
            {t("devices.number", { number: one.number })}
          </span>
          {one.revokedAt !== null && <AfterRevoking device={one} />}
        </span>
      ),
    },
    { id: "branch", header: t("devices.branch"), show: (one) => nameBranch(one.branch) },
    {
      id: "seen",
      header: t("devices.lastSync"),
      show: (one) =>
        one.lastSeenAt === null ? t("devices.never") : formatMoment(one.lastSeenAt, language),
    },
    {
      id: "captures",
      header: t("devices.captures"),
      show: (one) => (
        <span className="flex items-center gap-2">
          {one.captures}
          {one.captures < one.highest && (
            <Badge tone="warning">
              {t("devices.missing", { count: one.highest - one.captures })}
            </Badge>
          )}
        </span>
      ),
    },
    {
      id: "do",
      header: t("app.action"),
      align: "end",
      show: (one) => (
        <span className="inline-flex items-center justify-end gap-2">
          <Button onPress={() => setLooked(one)}>{t("devices.chain")}</Button>
          {mayAct && (
            <Button variant="quiet" onPress={() => navigate(`/devices/${one.id}/loss`)}>
              {t("loss.open")}
            </Button>
          )}
          {one.revokedAt !== null ? (
            <Badge tone="danger">{t("devices.revoked")}</Badge>
          ) : (
            mayAct && (
              <Button variant="quiet" onPress={() => setLost(one)}>
                {t("devices.revoke")}
              </Button>
            )
          )}
        </span>
      ),
    },
  ];

  return (
    <>
      <PageHead
        title={t("devices.title")}
        intro={t("devices.intro")}
        action={
          mayAct && (
            <Button
              icon={<LifeBuoy className="size-5" />}
              onPress={() => navigate("/devices/recovery")}
            >
              {t("recovery.link")}
            </Button>
          )
        }
      />
      <RefusalBanner refusal={issue.refusal ?? revoke.refusal} />
      {mayAct && branches.length > 0 && (
        <Panel title={t("devices.enrol")} intro={t("devices.enrolIntro")}>
          <div className="flex items-end gap-3">
            <div className="w-96">
              <SelectField
                label={t("devices.branch")}
                value={chosen}
                onChange={setBranch}
                options={branches.map((one) => ({
                  value: one.id,
                  label: `${one.brand} · ${one.name[language]}`,
                }))}
              />
            </div>
            <Button
              variant="primary"
              icon={<KeyRound className="size-5" />}
              isPending={issue.isRunning}
              onPress={async () => {
                const answer = await issue.run({ branch: chosen });
                if (answer.ok) setCode(answer.value.code);
              }}
            >
              {t("devices.issue")}
            </Button>
          </div>
        </Panel>
      )}
      <Ready answer={devices}>
        {({ devices: list }) => (
          <ListPanel
            label={t("devices.title")}
            columns={columns}
            rows={list}
            keyOf={(one) => one.id}
            none={t("devices.none")}
          />
        )}
      </Ready>
      <ToldOnce
        title={t("devices.codeTitle", { branch: nameBranch(chosen) })}
        intro={t("devices.codeIntro")}
        secret={code}
        onClose={() => setCode(null)}
      />
      {looked && <ChainDialog device={looked} onClose={() => setLooked(null)} />}
      <Confirm
        title={t("devices.revokeTitle", { name: lost?.name ?? "" })}
        isOpen={lost !== null}
        onClose={() => setLost(null)}
        doIt={t("devices.revoke")}
        danger
        isRunning={revoke.isRunning}
        onConfirm={async () => {
          if (lost) await revoke.run({ id: lost.id });
          setLost(null);
        }}
      >
        {t("devices.revokeWhat")}
      </Confirm>
    </>
  );
}
