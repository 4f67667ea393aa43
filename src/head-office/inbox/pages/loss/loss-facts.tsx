import { useTranslation } from "react-i18next";
import type { DeviceLoss } from "../../../../contract/inbox-loss-procedures.ts";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useNames } from "../../frame/use-names.ts";
import { useLanguage } from "../../i18n.ts";
import { sayGaps } from "../devices/gap-words.ts";

/** What is known of the PC itself, and of what it had not sent. */
export function LossFacts({ loss }: { loss: DeviceLoss }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameBranch } = useNames();
  const { standing, gaps } = loss;
  const moment = (at: string | null, none: string) => (at ? formatMoment(at, language) : none);
  const sayRevoked = ({ since, left, lastSeenAt, revokedAt }: DeviceLoss): [string, string][] => {
    const { captures = 0, lastAt = null } = since ?? {};
    const came = lastAt && t("loss.sinceLast", { count: captures, at: moment(lastAt, "") });
    const isHeard = lastSeenAt !== null && revokedAt !== null && lastSeenAt > revokedAt;
    const isAll = left?.captures === 0 && left.pictures === 0;
    const done =
      left && t(isAll ? "loss.leftAt" : "loss.leftBut", { ...left, at: moment(left.at, "") });
    return [
      [t("loss.since"), came ?? String(captures)],
      [t("loss.handedOver"), done ?? t(isHeard ? "loss.heard" : "loss.notHeard")],
    ];
  };
  const facts: [string, string | number][] = [
    [t("devices.branch"), nameBranch(loss.branch)],
    [t("devices.device"), `${loss.name} · ${t("devices.number", { number: loss.number })}`],
    [t("loss.lastSeen"), moment(loss.lastSeenAt, t("loss.never"))],
    [t("loss.revoked"), moment(loss.revokedAt, t("loss.notYet"))],
    ...(loss.since === null ? [] : sayRevoked(loss)),
    [t("loss.version"), standing?.version ?? t("loss.unknown")],
    [
      t("loss.waiting"),
      standing ? standing.waiting + standing.held + standing.parked : t("loss.unknown"),
    ],
    [t("loss.highest"), loss.highest],
    [t("loss.gaps"), sayGaps(gaps) || t("loss.noGaps")],
    [t("loss.records"), loss.records],
    [t("loss.passedOn"), loss.passedOn],
  ];
  return (
    <Panel title={t("loss.facts")}>
      <dl className="grid max-w-3xl grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-end font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t("loss.later")}</p>
      <p className="max-w-3xl text-muted text-sm">{t("loss.kept", { days: loss.days })}</p>
    </Panel>
  );
}
