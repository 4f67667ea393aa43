import { CircleAlert, CircleCheck, CloudOff, Hourglass, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { formatElapsed } from "../../ui/elapsed-time.ts";
import { formatMoment } from "../../ui/thai-date.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { useLanguage } from "../i18n.ts";
import { useNow } from "./now.ts";
import { readSyncTruth, type SyncTruth } from "./sync-truth.ts";

/** Main says when something changes; the timer is for what changes without it. */
const everyMs = 15_000;

const looks: Readonly<Record<SyncTruth["tone"], { color: string; icon: ReactNode }>> = {
  good: {
    color: "text-success",
    icon: <CircleCheck aria-hidden="true" className="size-5 shrink-0" />,
  },
  busy: {
    color: "text-accent",
    icon: <LoaderCircle aria-hidden="true" className="size-5 shrink-0 animate-spin" />,
  },
  waiting: {
    color: "text-warning",
    icon: <Hourglass aria-hidden="true" className="size-5 shrink-0" />,
  },
  trouble: {
    color: "text-warning",
    icon: <CloudOff aria-hidden="true" className="size-5 shrink-0" />,
  },
};

type SyncLineProps = {
  canOpenPending?: boolean;
  /** Which side of it has a line. */
  edge?: "top" | "bottom";
};

/** The truth about what head office has, in one line. */
export function SyncLine({ canOpenPending = false, edge = "bottom" }: SyncLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const answer = useProcedure("sync.status", undefined, { everyMs });
  const truth = answer.state === "ready" ? readSyncTruth(answer.value) : null;
  const at = (iso: string) => formatMoment(iso, language);

  const parts: string[] = [];
  // Said beside the live words, not in them: a moment that moves on is no news to read aloud.
  let beside: string | null = null;
  if (truth?.trouble) parts.push(t(`sync.short.${truth.trouble}`));
  if (truth?.sending) parts.push(t("sync.sending"));
  if (truth && truth.waiting > 0) {
    parts.push(
      t("sync.waiting", { count: truth.waiting, since: truth.since ? at(truth.since) : "–" }),
    );
  } else if (truth?.lastSyncedAt) {
    parts.push(truth.isAllThere ? t("sync.allThere") : t("sync.nothingWaits"));
    beside = t(truth.isAllThere ? "sync.thereAt" : "sync.lastContact", {
      at: at(truth.lastSyncedAt),
    });
  } else if (truth) {
    parts.push(t("sync.neverYet"));
  }
  const look = truth ? looks[truth.tone] : null;
  const late = truth?.late ?? null;

  return (
    <section
      aria-label={t("frame.status")}
      className={`flex min-h-11 flex-wrap items-center gap-x-4 border-line bg-card px-5 text-sm ${edge === "top" ? "border-t" : "border-b"}`}
    >
      <p
        role="status"
        className={`flex min-w-0 items-center gap-2 font-semibold ${look?.color ?? "text-muted"}`}
      >
        {look?.icon}
        <span>{parts.join(" · ")}</span>
      </p>
      {beside && <p className="text-muted">{beside}</p>}
      {truth?.trouble && <p className="text-muted">{t(`sync.advice.${truth.trouble}`)}</p>}
      {late && (
        <span
          className={`inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 font-semibold ${late.isVery ? "bg-danger-soft text-danger" : "bg-warning-soft text-warning"}`}
        >
          <Hourglass aria-hidden="true" className="size-4" />
          {t("sync.late", { age: formatElapsed(late.since, now, language) })}
        </span>
      )}
      {truth && truth.held > 0 && (
        <SyncChip words={t("sync.held", { count: truth.held })} canOpen={canOpenPending} />
      )}
      {truth && truth.parked > 0 && (
        <SyncChip words={t("sync.parked", { count: truth.parked })} canOpen={canOpenPending} />
      )}
    </section>
  );
}

/** What waits for somebody's decision; the way to it for those who may decide. */
function SyncChip({ words, canOpen }: { words: string; canOpen: boolean }) {
  const look =
    "inline-flex items-center gap-1.5 rounded-full bg-danger-soft px-3 py-0.5 font-semibold text-danger";
  const chip = (
    <span className={`${look} ${canOpen ? "underline underline-offset-2" : ""}`}>
      <CircleAlert aria-hidden="true" className="size-4" />
      {words}
    </span>
  );
  if (!canOpen) return chip;
  return (
    <Link href="/pending" className="inline-flex min-h-11 items-center">
      {chip}
    </Link>
  );
}
