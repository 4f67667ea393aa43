import { ArrowLeft, Lock } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { DeskState, SignedIn } from "../../contract/ipc.ts";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { useLanguage } from "../i18n.ts";
import { useActivity } from "./activity.ts";
import { DevelopmentBanner } from "./development-banner.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { SyncLine } from "./sync-line.tsx";
import { useLock } from "./use-lock.ts";

type EventFrameProps = {
  desk: DeskState;
  person: SignedIn;
  /** The event's name and place, as far as they are known yet. */
  title: ReactNode;
  children: ReactNode;
};

/** What stands around an event: one row instead of three, since every row is taken from the board. */
export function EventFrame({ desk, person, title, children }: EventFrameProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const lock = useLock();
  useActivity();
  useFunctionKey("F12", lock.start, { label: t("frame.lock"), underWindows: true });

  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, []);

  const button =
    "inline-flex min-h-12 min-w-12 shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control border border-deep-line px-3 font-semibold data-hovered:bg-deep-line";
  return (
    <div className="flex h-full flex-col">
      <header className="shrink-0">
        <div className="on-deep flex items-center gap-3 bg-deep px-4 py-2 text-on-deep">
          <AriaButton
            aria-label={t("event.frame.otherEvent")}
            onPress={() => navigate("/event")}
            className={button}
          >
            <ArrowLeft aria-hidden="true" className="size-6" />
          </AriaButton>
          <div className="min-w-0 flex-1">{title}</div>
          <span className="sr-only">{t("frame.signedInAs")}</span>
          <span className="max-w-36 truncate font-medium">{person.name[language]}</span>
          <LanguageSwitch onDeep />
          <AriaButton onPress={lock.start} className={button}>
            <Lock aria-hidden="true" className="size-5" />
            {t("frame.lock")}
          </AriaButton>
        </div>
        {desk.developmentRuntime && <DevelopmentBanner />}
      </header>
      <main
        ref={main}
        tabIndex={-1}
        className="relative min-h-0 flex-1 overflow-y-auto outline-none"
      >
        {!lock.isStarted && children}
      </main>
      <footer className="shrink-0">
        <SyncLine canOpenPending={person.roles.includes("manager")} edge="top" />
      </footer>
    </div>
  );
}
