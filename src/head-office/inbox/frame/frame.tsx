import { useEffect, useRef } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import { Route, Switch, useLocation } from "wouter";
import type { InboxAccount } from "../../../contract/inbox-account-procedures.ts";
import { BrandMark, BrandName } from "../../../ui/brand.tsx";
import { useAct } from "../asking/use-asking.ts";
import { CasePage, LossPage, PersonPage, pages, RecoveryPage } from "../pages.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LogAlarm } from "./log-alarm.tsx";
import { NavLink } from "./nav-link.tsx";
import { Who } from "./who.tsx";

const groups = ["customers", "publish", "office"] as const;

/** What stands around every page of somebody who is signed in. */
export function Frame({ account }: { account: InboxAccount }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const signOut = useAct("session.signOut");
  const main = useRef<HTMLElement>(null);
  const shown = pages.filter((page) => page.forRole === "all" || account.role === "dpo");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page that had focus is gone when the location changes
  useEffect(() => {
    main.current?.scrollTo(0, 0);
    if (document.activeElement === document.body) main.current?.focus();
  }, [location]);

  return (
    <Who value={account}>
      <div className="flex h-full print:block">
        <div className="on-deep not-printed flex w-58 shrink-0 flex-col bg-deep text-on-deep">
          <header className="flex items-center gap-3 px-4 pt-4 pb-2">
            <BrandMark />
            <div className="min-w-0 leading-snug">
              <BrandName className="block leading-snug" />
              <span className="block text-on-deep-muted text-sm leading-snug">
                {t("app.headOffice")}
              </span>
            </div>
          </header>
          <nav aria-label={t("nav.label")} className="min-h-0 flex-1 overflow-y-auto px-2.5 pb-3">
            {groups.map((group) => (
              <section key={group} aria-labelledby={`nav-${group}`}>
                <h2
                  id={`nav-${group}`}
                  className="px-3 pt-3 pb-1 font-semibold text-on-deep-muted text-xs"
                >
                  {t(`nav.${group}`)}
                </h2>
                <ul>
                  {shown
                    .filter((page) => page.group === group)
                    .map(({ path, name, Icon }) => (
                      <li key={path}>
                        <NavLink to={path} label={t(`nav.${name}`)} Icon={Icon} />
                      </li>
                    ))}
                </ul>
              </section>
            ))}
          </nav>
          <footer className="flex flex-col gap-2 border-deep-line border-t px-4 py-3">
            <div className="min-w-0 leading-snug">
              <span className="sr-only">{t("app.signedInAs")} </span>
              <span className="block truncate font-medium text-sm">{account.name}</span>
              <span className="block text-on-deep-muted text-xs">{t(`role.${account.role}`)}</span>
            </div>
            <div className="flex items-center justify-between gap-2">
              <LanguageSwitch />
              <AriaButton
                onPress={() => void signOut.run({})}
                className="min-h-11 cursor-pointer rounded-control border border-deep-line px-3 font-semibold text-sm data-hovered:bg-deep-line"
              >
                {t("app.signOut")}
              </AriaButton>
            </div>
          </footer>
        </div>
        <main
          key={location}
          ref={main}
          tabIndex={-1}
          className="min-w-0 flex-1 overflow-y-auto outline-none print:overflow-visible"
        >
          <div className="mx-auto flex max-w-7xl flex-col gap-4 px-6 py-5 print:max-w-none print:p-0">
            <LogAlarm />
            <Switch>
              <Route path="/cases/:id" component={CasePage} />
              <Route path="/cases/:id/person" component={PersonPage} />
              <Route path="/devices/recovery" component={RecoveryPage} />
              <Route path="/devices/:id/loss" component={LossPage} />
              {shown.map(({ path, Page }) => (
                <Route key={path} path={path}>
                  <Page />
                </Route>
              ))}
              <Route>
                {() => {
                  const First = shown[0]?.Page;
                  return First ? <First /> : null;
                }}
              </Route>
            </Switch>
          </div>
        </main>
      </div>
    </Who>
  );
}
