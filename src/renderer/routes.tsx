import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch } from "wouter";
import type { DeskState, SignedIn } from "../contract/ipc.ts";
import { Progress } from "../ui/progress.tsx";
import { Notice } from "./frame/notice.tsx";
import { OpeningScreen } from "./pages/opening-screen.tsx";

const importDesk = () => import("./pages/desk-page.tsx");
const importPending = () => import("./pages/pending/pending-page.tsx");
const importChoose = () => import("./pages/event/choose-page.tsx");
const importEvent = () => import("./pages/event/event-screen.tsx");
const importPeople = () => import("./pages/people-page.tsx");
const importPictures = () => import("./pages/pictures-page.tsx");

const importCases = () => import("./pages/cases/cases-page.tsx");
const importCase = () => import("./pages/cases/case-page.tsx");
const importNewRequest = () => import("./pages/cases/new-request-page.tsx");

// Loaded apart, so that the sign-in page need not wait for them.
const DeskPage = lazy(() => importDesk().then((page) => ({ default: page.DeskPage })));
const PendingPage = lazy(() => importPending().then((page) => ({ default: page.PendingPage })));
const ItemPage = lazy(() =>
  import("./pages/pending/item-page.tsx").then((page) => ({ default: page.ItemPage })),
);
const BranchPage = lazy(() =>
  import("./pages/branch/branch-page.tsx").then((page) => ({ default: page.BranchPage })),
);
const GivenBackPage = lazy(() =>
  import("./pages/pending/given-back-page.tsx").then((page) => ({ default: page.GivenBackPage })),
);
const PeoplePage = lazy(() => importPeople().then((page) => ({ default: page.PeoplePage })));
const KeptPage = lazy(() =>
  import("./pages/kept-page.tsx").then((page) => ({ default: page.KeptPage })),
);
const PicturesPage = lazy(() => importPictures().then((page) => ({ default: page.PicturesPage })));
const ChoosePage = lazy(() => importChoose().then((page) => ({ default: page.ChoosePage })));
const EventScreen = lazy(() => importEvent().then((page) => ({ default: page.EventScreen })));
const PicturesOutPage = lazy(() =>
  import("./pages/pictures-out/pictures-out-page.tsx").then((page) => ({
    default: page.PicturesOutPage,
  })),
);
export const BoardPrintPage = lazy(() =>
  import("./pages/event/board-print-page.tsx").then((page) => ({ default: page.BoardPrintPage })),
);
const CasesPage = lazy(() => importCases().then((page) => ({ default: page.CasesPage })));
const CasePage = lazy(() => importCase().then((page) => ({ default: page.CasePage })));
const NewRequestPage = lazy(() =>
  importNewRequest().then((page) => ({ default: page.NewRequestPage })),
);
const RefundsPage = lazy(() =>
  import("./pages/refund/refunds-page.tsx").then((page) => ({ default: page.RefundsPage })),
);
const RefundPage = lazy(() =>
  import("./pages/refund/refund-page.tsx").then((page) => ({ default: page.RefundPage })),
);
const CorrectRefundPage = lazy(() =>
  import("./pages/refund/correct-refund-page.tsx").then((page) => ({
    default: page.CorrectRefundPage,
  })),
);
const PapersPage = lazy(() =>
  import("./pages/refund/papers-page.tsx").then((page) => ({ default: page.PapersPage })),
);
const PaperPage = lazy(() =>
  import("./pages/refund/paper-page.tsx").then((page) => ({ default: page.PaperPage })),
);
const SupportPage = lazy(() =>
  import("./pages/support-page.tsx").then((page) => ({ default: page.SupportPage })),
);
const CourierPage = lazy(() =>
  import("./pages/courier/courier-page.tsx").then((page) => ({ default: page.CourierPage })),
);
export const ReceiptPrintPage = lazy(() =>
  import("./pages/receipt-print-page.tsx").then((page) => ({ default: page.ReceiptPrintPage })),
);
/** The window in which a document is copied: see main/shell/copy-window.ts. */
export const CopyWindow = lazy(() =>
  import("./copy/copy-window.tsx").then((page) => ({ default: page.CopyWindow })),
);

/** The window in which a picture of an event is taken, opened as that of a copy is. */
export const EventPictureWindow = lazy(() =>
  import("./event-picture/picture-window.tsx").then((page) => ({
    default: page.EventPictureWindow,
  })),
);

/** Fetches the pages behind the sign-in while the person is still entering a PIN. */
export function loadPages(): void {
  void Promise.all([importDesk(), importPending(), importPeople(), importChoose(), importEvent()]);
}

export function worksAtEvents(person: SignedIn): boolean {
  return person.roles.includes("event") || person.roles.includes("manager");
}

/** An event has the window to itself: its frame is another one. */
export function EventRoute(props: { desk: DeskState; person: SignedIn; id: string }) {
  return (
    <Suspense fallback={<OpeningScreen />}>
      <EventScreen {...props} />
    </Suspense>
  );
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
        <Route path="/">{takesConsents ? <DeskPage /> : <Redirect to="/event" replace />}</Route>
        <Route path="/event">
          {worksAtEvents(person) ? <ChoosePage person={person} /> : notYours}
        </Route>
        <Route path="/cases">{takesConsents ? <CasesPage /> : notYours}</Route>
        <Route path="/cases/new/:subject?">
          {({ subject }) =>
            takesConsents ? <NewRequestPage subject={subject ?? null} first="request" /> : notYours
          }
        </Route>
        <Route path="/cases/letter">
          {takesConsents ? <NewRequestPage subject={null} first="letter" /> : notYours}
        </Route>
        <Route path="/cases/of/:id">
          {({ id }) => (takesConsents ? <CasePage id={id} /> : notYours)}
        </Route>
        {takesConsents && (
          <>
            <Route path="/refunds" component={RefundsPage} />
            <Route path="/refunds/new" component={RefundPage} />
            <Route path="/refunds/correct/:id">
              {({ id }) => <CorrectRefundPage key={id} id={id} />}
            </Route>
            <Route path="/papers" component={PapersPage} />
            <Route path="/papers/new">
              <PaperPage refund={null} />
            </Route>
            <Route path="/papers/new/:id/:subject">
              {({ id, subject }) => <PaperPage refund={{ id, subject }} />}
            </Route>
          </>
        )}
        <Route path="/pending">{isManager ? <PendingPage /> : notYours}</Route>
        <Route path="/pending/of/:id">
          {({ id }) => (isManager ? <ItemPage key={id} id={id} /> : notYours)}
        </Route>
        <Route path="/branch">{isManager ? <BranchPage /> : notYours}</Route>
        <Route path="/given-back" component={GivenBackPage} />
        <Route path="/kept">{isManager ? <KeptPage /> : notYours}</Route>
        <Route path="/courier">{isManager ? <CourierPage /> : notYours}</Route>
        <Route path="/support">{isManager ? <SupportPage /> : notYours}</Route>
        <Route path="/people">{isManager ? <PeoplePage /> : notYours}</Route>
        <Route path="/pictures-out">
          <PicturesOutPage person={person} />
        </Route>
        <Route path="/event/:id/pictures">
          {({ id }) => (worksAtEvents(person) ? <PicturesPage key={id} event={id} /> : notYours)}
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
