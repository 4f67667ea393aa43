import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch } from "wouter";
import type { SignedIn } from "../contract/ipc.ts";
import { Progress } from "../ui/progress.tsx";
import { Notice } from "./frame/notice.tsx";

const importDesk = () => import("./pages/desk-page.tsx");
const importPending = () => import("./pages/pending-page.tsx");
const importPeople = () => import("./pages/people-page.tsx");

// Loaded apart, so that the sign-in page need not wait for them.
const DeskPage = lazy(() => importDesk().then((page) => ({ default: page.DeskPage })));
const PendingPage = lazy(() => importPending().then((page) => ({ default: page.PendingPage })));
const PeoplePage = lazy(() => importPeople().then((page) => ({ default: page.PeoplePage })));
export const ReceiptPrintPage = lazy(() =>
  import("./pages/receipt-print-page.tsx").then((page) => ({ default: page.ReceiptPrintPage })),
);

/** Fetches the pages behind the sign-in while the person is still entering a PIN. */
export function loadPages(): void {
  void Promise.all([importDesk(), importPending(), importPeople()]);
}

/** The pages of somebody who is signed in. Main refuses what a role may not do; this only says so politely. */
export function DeskRoutes({ person }: { person: SignedIn }) {
  const { t } = useTranslation();
  const isManager = person.roles.includes("manager");
  const takesConsents = isManager || person.roles.includes("counter");
  const notYours = (
    <Notice title={t("frame.notYoursTitle")} text={t("frame.notYours")} backToDesk />
  );
  return (
    <Suspense
      fallback={
        <div className="p-8">
          <Progress label={t("app.loading")} />
        </div>
      }
    >
      <Switch>
        <Route path="/">
          {takesConsents ? (
            <DeskPage />
          ) : (
            <Notice title={t("frame.noWorkTitle")} text={t("frame.noWork")} />
          )}
        </Route>
        <Route path="/pending">{isManager ? <PendingPage /> : notYours}</Route>
        <Route path="/people">{isManager ? <PeoplePage /> : notYours}</Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
