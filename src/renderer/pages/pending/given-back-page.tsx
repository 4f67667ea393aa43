import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PendingItem } from "../../../contract/pending-procedures.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { Moment } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { PageHead } from "../page-head.tsx";
import { findWayToCorrect } from "./correct-way.ts";
import { useKindWords } from "./pending-kind.ts";

/** What the manager gave back to whoever is signed in, with what to put right. */
export function GivenBackPage() {
  const { t } = useTranslation();
  const mine = useProcedure("pending.mine", undefined);
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4 px-8 py-7">
      <PageHead title={t("review.mine.title")} intro={t("review.mine.intro")} />
      {mine.state === "waiting" && <Progress label={t("app.loading")} />}
      {mine.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={mine.failure} />
        </Banner>
      )}
      {mine.state === "ready" && mine.value.length === 0 && (
        <Banner tone="success">{t("review.mine.none")}</Banner>
      )}
      {mine.state === "ready" && (
        <ul className="flex flex-col gap-3">
          {mine.value.map(({ item, capture }) => (
            <li key={item.id}>
              <GivenBack item={item} capture={capture} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function GivenBack({ item, capture }: { item: PendingItem; capture: StoredCapture }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const nameKind = useKindWords();

  const way = findWayToCorrect(capture);
  return (
    <section
      aria-label={item.receiptNumber}
      className="flex items-center gap-5 rounded-panel border border-line bg-card px-5 py-4 shadow-panel"
    >
      <div className="min-w-0 flex-1">
        <p className="text-lg">
          <span className="font-semibold">{item.note}</span>
        </p>
        <p className="text-muted">
          {nameKind(item.kind)} · <span className="font-mono">{item.receiptNumber}</span> ·{" "}
          {item.about ?? t("pending.nobody")} · <Moment at={item.capturedAt} language={language} />
        </p>
      </div>
      {way === null ? (
        <p className="max-w-64 text-sm">{t("review.mine.anew")}</p>
      ) : (
        <Button
          variant="primary"
          aria-label={`${t("review.correct")}: ${item.receiptNumber}`}
          onPress={() => navigate(way.to, { state: way.state })}
        >
          {t("review.correct")}
        </Button>
      )}
    </section>
  );
}
