import { useQueryClient } from "@tanstack/react-query";
import { lazy, useEffect, useRef, useState } from "react";
import { useLocation, useRoute } from "wouter";
import { copiedTextLimit } from "../contract/copied-text.ts";
import type { DeskState, SignedIn } from "../contract/ipc.ts";
import { call } from "./bridge/call.ts";
import { forgetAnswers } from "./bridge/changes.ts";
import { useProcedure } from "./bridge/use-procedure.ts";
import { AppFrame } from "./frame/app-frame.tsx";
import { showLanguage } from "./i18n.ts";
import { EnrolPage } from "./pages/enrol-page.tsx";
import { FailureScreen } from "./pages/failure-screen.tsx";
import { OpeningScreen } from "./pages/opening-screen.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { DeskRoutes, EventRoute, loadPages, worksAtEvents } from "./routes.tsx";

// Few desks ever show it.
const LeftScreen = lazy(() =>
  import("./pages/left-screen.tsx").then((page) => ({ default: page.LeftScreen })),
);

/** Sooner, the pages behind the sign-in would keep it from being usable; later, a quick PIN would wait. */
const pagesAfterMs = 700;

/** What the window shows from the first moment on: opening, a failure, enrolment, sign-in, the desk. */
export function Desk() {
  const state = useProcedure("desk.state", undefined);
  const language = state.state === "ready" ? state.value.language : null;
  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);

  if (state.state === "waiting") return <OpeningScreen />;
  if (state.state === "failed") {
    return <FailureScreen failure={state.failure} desk={null} onRetry={state.again} />;
  }
  const desk = state.value;
  switch (desk.phase.phase) {
    case "failed":
      if (desk.phase.failure.code === "device-left") {
        return <LeftScreen failure={desk.phase.failure} desk={desk} onStarted={state.again} />;
      }
      return <FailureScreen failure={desk.phase.failure} desk={desk} onRetry={state.again} />;
    case "enrol":
      return <EnrolPage address={desk.phase.address} code={desk.phase.code} desk={desk} />;
    case "ready":
      return <ReadyDesk desk={desk} />;
  }
}

function ReadyDesk({ desk }: { desk: DeskState }) {
  const client = useQueryClient();
  const session = useProcedure("session.current", undefined);
  const [, navigate] = useLocation();
  const [, event] = useRoute("/event/:id");
  const [last, setLast] = useState<SignedIn["staff"] | null>(readLastStaff);
  const present = session.state === "ready" ? session.value : null;
  const staff = present?.staff ?? null;

  // Another person begins at the beginning, not where the last one was.
  const isAnother = staff !== null && last !== null && last !== staff;
  useEffect(() => {
    if (staff === null) return;
    setLast(staff);
    keepLastStaff(staff);
    if (isAnother) navigate("/", { replace: true });
  }, [staff, isAnother, navigate]);

  const isLocked = session.state === "ready" && present === null;
  // Once somebody was signed in, this page ends with the lock: main loads it anew, and what it had read is gone.
  const wasUsed = useRef(false);
  if (staff !== null) wasUsed.current = true;
  useEffect(() => {
    if (isLocked) forgetAnswers(client);
  }, [isLocked, client]);

  useEffect(() => {
    const note = () => {
      const text = String(getSelection()).slice(0, copiedTextLimit);
      void call("session.noteCopied", { text }).catch(() => undefined);
    };
    document.addEventListener("copy", note);
    document.addEventListener("cut", note);
    return () => {
      document.removeEventListener("copy", note);
      document.removeEventListener("cut", note);
    };
  }, []);

  useEffect(() => {
    const soon = setTimeout(loadPages, pagesAfterMs);
    return () => clearTimeout(soon);
  }, []);

  if (session.state === "waiting" || (isLocked && wasUsed.current)) return <OpeningScreen />;
  // Not before they are there: a page that sends them on at once would be undone by going to the beginning.
  if (isAnother) return <OpeningScreen />;
  if (present === null) return <SignInPage desk={desk} preselected={last} />;
  if (event && worksAtEvents(present)) {
    return <EventRoute key={event.id} desk={desk} person={present} id={event.id} />;
  }
  return (
    <AppFrame desk={desk} person={present}>
      <DeskRoutes person={present} />
    </AppFrame>
  );
}

const lastStaffKey = "last-staff";

/** Who was here last, over the load that ends a session; in memory only, and gone with the window. */
function readLastStaff(): SignedIn["staff"] | null {
  return sessionStorage.getItem(lastStaffKey);
}

function keepLastStaff(staff: SignedIn["staff"]): void {
  sessionStorage.setItem(lastStaffKey, staff);
}
