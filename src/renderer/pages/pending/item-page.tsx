import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaptureId } from "../../../contract/ids.ts";
import { Banner } from "../../../ui/banner.tsx";
import { formatElapsed } from "../../../ui/elapsed-time.ts";
import { Progress } from "../../../ui/progress.tsx";
import { Moment } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useStaffNames } from "../../bridge/use-staff-names.ts";
import { FailureText } from "../../failure-text.tsx";
import { useNow } from "../../frame/now.ts";
import { useLanguage } from "../../i18n.ts";
import { PageLink } from "../page-link.tsx";
import { ItemActions } from "./item-actions.tsx";
import { ItemContents } from "./item-contents.tsx";
import { StateBadge, UrgencyBadges } from "./pending-badges.tsx";
import { useKindWords } from "./pending-kind.ts";
import { PendingWhy } from "./pending-why.tsx";

/** Managers: one capture that head office does not have, what it says, and what can be done about it. */
export function ItemPage({ id }: { id: CaptureId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const nameKind = useKindWords();
  const nameStaff = useStaffNames();
  const read = useProcedure("pending.read", { id });
  const reference = useProcedure("reference.read", undefined);
  const isGone = read.state === "failed" && read.failure.code === "not-found";

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-6 py-5">
      <PageLink to="/pending">{t("review.back")}</PageLink>
      {(read.state === "waiting" || reference.state === "waiting") && (
        <Progress label={t("app.loading")} />
      )}
      {isGone && (
        <div className="flex flex-col items-center gap-3 rounded-panel border border-line bg-card px-8 py-14 text-center shadow-panel">
          <CircleCheck aria-hidden="true" className="size-14 text-success" strokeWidth={1.5} />
          <h1 className="font-semibold text-xl">{t("review.gone")}</h1>
          <p className="text-muted">{t("review.goneText")}</p>
        </div>
      )}
      {read.state === "failed" && !isGone && (
        <Banner tone="danger">
          <FailureText failure={read.failure} />
        </Banner>
      )}
      {read.state === "ready" && reference.state === "ready" && (
        <div className="grid grid-cols-[1fr_23rem] items-start gap-6">
          <section
            aria-label={t("review.contents")}
            className="flex flex-col divide-y-2 divide-dashed divide-line-strong rounded-panel border border-line bg-white px-8 shadow-panel"
          >
            <ItemContents
              capture={read.value.capture}
              fields={read.value.fields ?? []}
              reference={reference.value}
            />
          </section>
          <div className="sticky top-5 flex flex-col gap-4">
            {/* A picture on its way is the same capture: who, when and its number are said once. */}
            {read.value.items.slice(0, 1).map((item) => (
              <header key={item.receiptNumber} className="flex flex-col gap-2">
                <h1 className="font-semibold text-2xl">
                  {nameKind(item.kind)}{" "}
                  <span className="whitespace-nowrap font-mono text-xl">{item.receiptNumber}</span>
                </h1>
                <p>
                  {nameStaff(item.staff)} · <Moment at={item.capturedAt} language={language} /> (
                  {formatElapsed(item.capturedAt, now, language)})
                </p>
              </header>
            ))}
            {read.value.items.map((item) => (
              <section key={item.part} className="flex flex-col items-start gap-2">
                <span className="flex flex-wrap gap-2">
                  <StateBadge state={item.state} />
                  <UrgencyBadges item={item} now={now} />
                </span>
                <PendingWhy item={item} />
              </section>
            ))}
            <ItemActions found={read.value} again={read.again} />
          </div>
        </div>
      )}
    </div>
  );
}
