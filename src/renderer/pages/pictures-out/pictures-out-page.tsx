import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  readTakeDown,
  sortTakeDowns,
} from "../../../captures/event-photo-opt-out/take-down-fold.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import type { EventNews } from "../event/event-news.ts";
import { NewsBar } from "../event/news-bar.tsx";
import { TakeDownItems } from "../event/take-down-items.tsx";
import { useEventPicture } from "../event/use-event-picture.ts";
import { PageHead } from "../page-head.tsx";
import { NewTakeDown } from "./new-take-down.tsx";
import { listPastPlans } from "./past-plans.ts";
import { TakeBackConsent } from "./take-back-consent.tsx";

/**
 * For any desk, long after an event: somebody saw themselves in a picture that is out. What was asked at this
 * branch, head office's answers, and the way to ask.
 */
export function PicturesOutPage({ person }: { person: SignedIn }) {
  const { t } = useTranslation();
  const reference = useProcedure("reference.read", undefined);
  if (reference.state === "waiting") {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  if (reference.state === "failed") {
    return (
      <div className="p-8">
        <Banner tone="danger">
          <FailureText failure={reference.failure} />
        </Banner>
      </div>
    );
  }
  return <PicturesOut person={person} reference={reference.value} />;
}

function PicturesOut({ person, reference }: { person: SignedIn; reference: Reference }) {
  const [task, setTask] = useState<"take-down" | "take-back" | null>(null);
  const [news, setNews] = useState<EventNews | null>(null);
  const picture = useEventPicture();
  const listed = useProcedure("events.list", undefined);
  const plans = listPastPlans(listed.state === "ready" ? listed.value : [], new Date());
  const start = (next: typeof task) => {
    setNews(null);
    picture.forget();
    setTask(next);
  };
  async function addSeen(request: string, number: string, event: string | null): Promise<void> {
    const payload = { act: "take-down-picture", event } as const;
    const done = await picture.take({ payload, amends: request, notice: null, number });
    if (done === "saved") setNews({ what: "pictured", number });
  }
  const form = { plans, reference, staff: person, onClose: () => setTask(null) };
  if (task === "take-down") {
    return (
      <NewTakeDown
        {...form}
        onSaved={({ id, receiptNumber: number, event, isPictureNext }) => {
          setTask(null);
          setNews({ what: "takeDown", number, request: id, event });
          if (isPictureNext) void addSeen(id, number, event);
        }}
      />
    );
  }
  if (task === "take-back") {
    return (
      <TakeBackConsent
        {...form}
        onSaved={({ receiptNumber: number }) => {
          setTask(null);
          setNews({ what: "withdrawn", number });
        }}
      />
    );
  }
  return (
    <TakeDowns onStart={start}>
      {news && (
        <NewsBar
          news={news}
          isUndoing={false}
          onUndo={() => undefined}
          onFix={null}
          onPicture={
            news.what === "takeDown"
              ? () => void addSeen(news.request, news.number, news.event)
              : null
          }
          onForget={() => setNews(null)}
        />
      )}
      {picture.failure && <Banner tone="danger">{picture.failure}</Banner>}
    </TakeDowns>
  );
}

type TakeDownsProps = {
  /** What was just done. */
  children: ReactNode;
  onStart: (task: "take-down" | "take-back") => void;
};

function TakeDowns({ children, onStart }: TakeDownsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const asked = useProcedure("events.takeDowns", undefined);
  const listed = useProcedure("events.list", undefined);
  useFunctionKey("F4", () => onStart("take-down"), { label: t("picturesOut.ask") });
  useFunctionKey("F6", () => onStart("take-back"), { label: t("picturesOut.takeBack") });

  const nameEvent = (id: string | null) => {
    const found = listed.state === "ready" ? listed.value.find((one) => one.id === id) : null;
    return id === null ? t("picturesOut.unknown") : (found?.plan?.name[language] ?? id);
  };
  const requests = asked.state === "ready" ? asked.value.requests : [];
  const entries = sortTakeDowns(requests.map(readTakeDown).filter((one) => one !== null));
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-8 py-6">
      <PageHead
        title={t("picturesOut.title")}
        intro={t("picturesOut.intro")}
        action={
          <span className="flex flex-wrap justify-end gap-3">
            <Button hint="F6" onPress={() => onStart("take-back")}>
              {t("picturesOut.takeBack")}
            </Button>
            <Button variant="primary" hint="F4" onPress={() => onStart("take-down")}>
              {t("picturesOut.ask")}
            </Button>
          </span>
        }
      />
      {children}
      {asked.state === "waiting" && <Progress label={t("app.loading")} />}
      {asked.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={asked.failure} />
        </Banner>
      )}
      {asked.state === "ready" && entries.length === 0 && (
        <p className="rounded-panel border-2 border-line-strong border-dashed px-8 py-10 text-center text-lg">
          {t("picturesOut.none")}
        </p>
      )}
      {asked.state === "ready" && entries.length > 0 && (
        <TakeDownItems entries={entries} answers={asked.value.answers} nameEvent={nameEvent} />
      )}
    </div>
  );
}
