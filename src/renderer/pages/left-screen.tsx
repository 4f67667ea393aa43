import { ShieldOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Failure } from "../../contract/failure.ts";
import type { DeskState } from "../../contract/ipc.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/thai-date.tsx";
import { useCommand } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { Stage } from "../frame/stage.tsx";
import { useLanguage } from "../i18n.ts";

type LeftScreenProps = {
  failure: Extract<Failure, { code: "device-left" }>;
  desk: DeskState;
  onStarted: () => Promise<unknown>;
};

/** A PC that head office has taken out of use, after its keys were destroyed: what happened, and how to go on. */
export function LeftScreen({ failure: { at, lost }, desk, onStarted }: LeftScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const quit = useCommand("desk.quit");
  const startAnew = useCommand("desk.startAnew");

  return (
    <Stage desk={desk}>
      <div className="mx-auto flex max-w-3xl flex-col gap-5 px-8 py-4">
        <div className="flex items-start gap-4">
          <ShieldOff
            aria-hidden="true"
            className="mt-1.5 size-10 shrink-0 text-warning"
            strokeWidth={1.75}
          />
          <div>
            <p className="font-medium text-warning">{t("left.heading")}</p>
            <h1 className="font-semibold text-2xl">{t("left.title")}</h1>
          </div>
        </div>
        <section aria-labelledby="happened" className="flex flex-col gap-1">
          <h2 id="happened" className="font-semibold text-muted text-sm">
            {t("left.happened")}
          </h2>
          <p className="text-lg">{t("left.handedOver", { at: formatMoment(at, language) })}</p>
          {lost.captures > 0 && <p>{t("left.lostCaptures", { count: lost.captures })}</p>}
          {lost.pictures > 0 && <p>{t("left.lostPictures", { count: lost.pictures })}</p>}
        </section>
        <section
          aria-labelledby="todo"
          className="rounded-panel border border-line bg-card px-6 py-4 shadow-panel"
        >
          <h2 id="todo" className="font-semibold text-lg">
            {t("left.todo")}
          </h2>
          <ol className="mt-2 flex list-decimal flex-col gap-2 pl-6">
            {t("left.steps")
              .split("\n")
              .map((step) => (
                <li key={step}>{step}</li>
              ))}
          </ol>
        </section>
        {startAnew.failure && (
          <Banner tone="danger">
            <FailureText failure={startAnew.failure} />
          </Banner>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            isPending={startAnew.isRunning}
            onPress={async () => {
              await startAnew.run();
              await onStarted();
            }}
          >
            {t("left.startAnew")}
          </Button>
          <Button onPress={() => void quit.run()}>{t("failureScreen.quit")}</Button>
          <p className="text-muted">{t("left.whatGoes")}</p>
        </div>
      </div>
    </Stage>
  );
}
