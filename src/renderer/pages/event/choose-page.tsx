import { CalendarDays, ChevronRight, ImageOff, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { groupByDay, type ListedPlan } from "./event-days.ts";
import { StartEvent } from "./start-event.tsx";

/** Choosing an event: today's first. A manager may start one that is not there. */
export function ChoosePage({ person }: { person: SignedIn }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const isManager = person.roles.includes("manager");
  const listed = useProcedure("events.list", undefined);
  const [isStarting, setStarting] = useState(false);

  if (isStarting) {
    return (
      <StartEvent
        staff={person}
        onStarted={(id) => navigate(`/event/${id}`)}
        onClose={() => setStarting(false)}
      />
    );
  }
  const events = listed.state === "ready" ? listed.value : [];
  const groups = groupByDay(events, readShopDay(new Date()));
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4 px-6 py-5">
      <div className="flex items-start gap-4">
        <div className="flex-1">
          <h1 className="font-bold text-3xl leading-tight">{t("event.choose.title")}</h1>
          <p>{t(isManager ? "event.choose.introManager" : "event.choose.intro")}</p>
        </div>
        <Button
          size="large"
          icon={<ImageOff aria-hidden="true" className="size-6" />}
          onPress={() => navigate("/pictures-out")}
        >
          {t("picturesOut.nav")}
        </Button>
        {isManager && (
          <Button
            size="large"
            icon={<Plus aria-hidden="true" className="size-6" />}
            onPress={() => setStarting(true)}
          >
            {t("event.choose.start")}
          </Button>
        )}
      </div>
      {listed.state === "waiting" && <Progress label={t("app.loading")} />}
      {listed.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={listed.failure} />
        </Banner>
      )}
      {listed.state === "ready" && groups.length === 0 && (
        <div className="flex flex-col items-center gap-3 rounded-panel border-2 border-line-strong border-dashed px-8 py-12 text-center">
          <CalendarDays aria-hidden="true" className="size-12 text-accent" strokeWidth={1.5} />
          <p className="font-bold text-xl">{t("event.choose.none")}</p>
          <p>{t(isManager ? "event.choose.noneHelpManager" : "event.choose.noneHelp")}</p>
        </div>
      )}
      {groups.map(({ when, events: found }) => (
        <section key={when} aria-label={t(`event.choose.${when}`)} className="flex flex-col gap-2">
          <h2 className="font-bold text-xl">{t(`event.choose.${when}`)}</h2>
          <ul className="flex flex-col gap-2">
            {found.map((one) => (
              <li key={one.id}>
                <EventTile
                  listed={one}
                  isToday={when === "today"}
                  onPress={() => navigate(`/event/${one.id}`)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type EventTileProps = { listed: ListedPlan; isToday: boolean; onPress: () => void };

function EventTile({ listed, isToday, onPress }: EventTileProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, event } = listed;
  const days = [plan.days[0], plan.days.at(-1)].filter((day) => day !== undefined);
  return (
    <button
      type="button"
      onClick={onPress}
      className={`flex min-h-20 w-full cursor-pointer items-center gap-4 rounded-panel border-2 px-5 py-3 text-start ${isToday ? "border-deep bg-deep text-on-deep hover:bg-accent-strong" : "border-line-strong bg-card hover:bg-sunken"}`}
    >
      <span className="min-w-0 flex-1">
        <span className="block font-bold text-2xl leading-tight">{plan.name[language]}</span>
        <span className="block leading-snug">
          {plan.place[language]} ·{" "}
          {[...new Set(days)].map((day) => formatDay(day, language)).join(" – ")}
        </span>
      </span>
      {event?.status === "closed" && <Badge>{t("event.choose.closed")}</Badge>}
      {(event === null || event.status === "proposed") && (
        <Badge tone="warning">{t("event.choose.proposed")}</Badge>
      )}
      <ChevronRight aria-hidden="true" className="size-8 shrink-0" />
    </button>
  );
}
