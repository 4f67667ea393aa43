import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { FunctionKeys } from "../ui/function-keys.tsx";
import { readAgain } from "./bridge/changes.ts";
import { Desk } from "./desk.tsx";
import { useLanguage } from "./i18n.ts";
import { CrashScreen } from "./pages/crash-screen.tsx";
import { BoardPrintPage, CopyWindow, EventPictureWindow, ReceiptPrintPage } from "./routes.tsx";

/** Everything a window shows: the desk, what is printed by itself in the window that prints it, or the making of a copy. */
export function App({ client }: { client: QueryClient }) {
  const language = useLanguage();
  useEffect(() => window.yinyom.subscribe((topic) => readAgain(client, topic)), [client]);

  return (
    <CrashScreen>
      <I18nProvider locale={language === "th" ? "th-TH-u-ca-buddhist" : "en-GB"}>
        <QueryClientProvider client={client}>
          <Router hook={useHashLocation}>
            <Suspense>
              <Switch>
                <Route path="/print/board/:id/:language" component={BoardPrintPage} />
                <Route path="/print/receipt/:id/:size" component={ReceiptPrintPage} />
                <Route path="/copy" component={CopyWindow} />
                <Route path="/event-picture" component={EventPictureWindow} />
                <Route>
                  <FunctionKeys>
                    <Desk />
                  </FunctionKeys>
                </Route>
              </Switch>
            </Suspense>
          </Router>
        </QueryClientProvider>
      </I18nProvider>
    </CrashScreen>
  );
}
