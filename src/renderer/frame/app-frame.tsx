import { Lock, UserRound } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { DeskState, SignedIn } from "../../contract/ipc.ts";
import { BrandMark, BrandName } from "../../ui/brand.tsx";
import { KeyHints, useFunctionKey } from "../../ui/function-keys.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { useLanguage } from "../i18n.ts";
import { useActivity } from "./activity.ts";
import { DevelopmentBanner } from "./development-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { PageLinks } from "./page-links.tsx";
import { SyncLine } from "./sync-line.tsx";
import { useLock } from "./use-lock.ts";

// Apart from the frame, which the first page is loaded with: it brings the words and rules of cases along.
const CaseReminder = lazy(() =>
  import("./case-reminder.tsx").then((reminder) => ({ default: reminder.CaseReminder })),
);

const GivenBackReminder = lazy(() =>
  import("./given-back-reminder.tsx").then((reminder) => ({ default: reminder.GivenBackReminder })),
);

type AppFrameProps = { desk: DeskState; person: SignedIn; children: ReactNode };

/** What stands around every page of somebody who is signed in. */
export function AppFrame({ desk, person, children }: AppFrameProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [location] = useLocation();
  const roster = useProcedure("session.roster", undefined);
  const lock = useLock();
  const isManager = person.roles.includes("manager");
  const branch = roster.state === "ready" ? roster.value.branch : null;

  useActivity();
  // A desk must be lockable whatever stands on it.
  useFunctionKey("F12", lock.start, { label: t("frame.lock"), underWindows: true });

  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that had focus is gone when the location changes
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [location]);

  return (
    <div className="flex h-full flex-col">
      <header className="shrink-0">
        <div className="on-deep flex items-center gap-3 bg-deep px-5 xl:gap-5 py-2.5 text-on-deep">
          <div className="flex min-w-0 items-center gap-3">
            <BrandMark />
            {/* A manager's links leave it too little room in a small window: cut to two letters it says nothing. */}
            <div
              className={`min-w-0 overflow-hidden leading-snug ${isManager ? "hidden xl:block" : ""}`}
            >
              <BrandName className="block truncate text-lg leading-snug" />
              {branch && (
                <span className="block truncate text-on-deep-muted text-sm leading-snug">
                  {branch.brand} · {branch.name[language]}
                </span>
              )}
            </div>
          </div>
          <PageLinks roles={person.roles} />
          <div className="ml-auto flex items-center gap-3">
            <span className="flex min-w-0 items-center gap-2 font-medium">
              <UserRound aria-hidden="true" className="size-5 shrink-0 text-on-deep-muted" />
              <span className="sr-only">{t("frame.signedInAs")}</span>
              <span className="max-w-44 truncate">{person.name[language]}</span>
            </span>
            <LanguageSwitch onDeep />
            <AriaButton
              onPress={lock.start}
              className="inline-flex min-h-12 shrink-0 cursor-pointer items-center gap-2 rounded-control border border-deep-line px-3.5 font-semibold data-hovered:bg-deep-line"
            >
              <Lock aria-hidden="true" className="size-5" />
              {t("frame.lock")}
            </AriaButton>
          </div>
        </div>
        {desk.developmentRuntime && <DevelopmentBanner />}
        <SyncLine canOpenPending={isManager} />
        {(isManager || person.roles.includes("counter")) && (
          <Suspense>
            <CaseReminder />
          </Suspense>
        )}
        <Suspense>
          <GivenBackReminder />
        </Suspense>
      </header>
      <main
        key={location}
        ref={main}
        tabIndex={-1}
        className="relative min-h-0 flex-1 overflow-y-auto outline-none"
      >
        {!lock.isStarted && children}
      </main>
      <footer className="shrink-0 border-line border-t bg-card px-5 py-1.5">
        <KeyHints label={t("frame.keys")} />
      </footer>
    </div>
  );
}
