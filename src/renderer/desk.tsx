import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { DeskState, SignedIn } from "../contract/ipc.ts";
import { forgetAnswers } from "./bridge/changes.ts";
import { useProcedure } from "./bridge/use-procedure.ts";
import { AppFrame } from "./frame/app-frame.tsx";
import { showLanguage } from "./i18n.ts";
import { EnrolPage } from "./pages/enrol-page.tsx";
import { FailureScreen } from "./pages/failure-screen.tsx";
import { OpeningScreen } from "./pages/opening-screen.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { DeskRoutes, loadPages } from "./routes.tsx";

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
  const [last, setLast] = useState<SignedIn["staff"] | null>(null);
  const present = session.state === "ready" ? session.value : null;
  const staff = present?.staff ?? null;

  useEffect(() => {
    if (staff === null) return;
    setLast(staff);
    // Another person begins at the beginning, not where the last one was.
    if (last !== null && last !== staff) navigate("/", { replace: true });
  }, [staff, last, navigate]);

  const isLocked = session.state === "ready" && present === null;
  useEffect(() => {
    if (isLocked) forgetAnswers(client);
  }, [isLocked, client]);

  useEffect(() => {
    const soon = requestIdleCallback(loadPages);
    return () => cancelIdleCallback(soon);
  }, []);

  if (session.state === "waiting") return <OpeningScreen />;
  if (present === null) return <SignInPage desk={desk} preselected={last} />;
  return (
    <AppFrame desk={desk} person={present}>
      <DeskRoutes person={present} />
    </AppFrame>
  );
}
