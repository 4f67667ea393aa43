import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { FunctionKeys } from "../../ui/function-keys.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useAnswer } from "./asking/use-asking.ts";
import { Frame } from "./frame/frame.tsx";
import { RefusalBanner } from "./frame/refusal-banner.tsx";
import { useLanguage } from "./i18n.ts";
import { SignInPage } from "./pages/sign-in-page.tsx";

/** Everything the window shows. */
export function App({ client }: { client: QueryClient }) {
  const language = useLanguage();
  return (
    <I18nProvider locale={language === "th" ? "th-TH-u-ca-buddhist" : "en-GB"}>
      <QueryClientProvider client={client}>
        <Router hook={useHashLocation}>
          <FunctionKeys>
            <Inbox />
          </FunctionKeys>
        </Router>
      </QueryClientProvider>
    </I18nProvider>
  );
}

function Inbox() {
  const { t } = useTranslation();
  // Asked again and again, so that a page left open does not show customers once the session has ended.
  const session = useAnswer("session.current", {}, { everyMs: 60_000 });
  if (session.state === "waiting") {
    return (
      <div className="p-10">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  if (session.state === "refused") {
    return (
      <div className="p-10">
        <RefusalBanner refusal={session.refusal} />
      </div>
    );
  }
  const { account } = session.value;
  return account === null ? <SignInPage /> : <Frame account={account} />;
}
