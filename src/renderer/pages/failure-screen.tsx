import { CircleCheck, TriangleAlert } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Failure, StoreFailureCode } from "../../contract/failure.ts";
import type { DeskState } from "../../contract/ipc.ts";
import { Button } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/thai-date.tsx";
import { useCommand } from "../bridge/use-procedure.ts";
import { useFailureWords } from "../failure-text.tsx";
import { Stage } from "../frame/stage.tsx";
import { useLanguage } from "../i18n.ts";

/** Whether something can be put right while the program stays open. */
const canBeTriedAgain = {
  "store-damaged": false,
  "store-wrong-key": true,
  "store-key-missing": true,
  "store-disk-full": true,
  "store-read-only": true,
  "store-too-new": false,
  "store-not-encrypted": false,
  "store-busy": true,
  "key-protection-missing": true,
  "passphrase-needed": false,
  "already-running": false,
} satisfies Record<StoreFailureCode, boolean>;

/** Where the keys are what is wrong, and with them more can be done than trying again. */
const isOfKeys: Partial<Record<StoreFailureCode, { isKeyLost: boolean }>> = {
  "store-wrong-key": { isKeyLost: true },
  "store-key-missing": { isKeyLost: true },
  "key-protection-missing": { isKeyLost: false },
  "passphrase-needed": { isKeyLost: false },
};
// Not among what the first page needs to show.
const WaysBack = lazy(() => import("./keys/ways-back.tsx").then((m) => ({ default: m.WaysBack })));

function isOfStore(code: string): code is StoreFailureCode {
  return Object.hasOwn(canBeTriedAgain, code);
}

type FailureScreenProps = {
  failure: Failure;
  desk: DeskState | null;
  onRetry: () => Promise<unknown>;
};

/** Why the desk cannot open: what happened, what to do, and that nothing was deleted. */
export function FailureScreen({ failure, desk, onRetry }: FailureScreenProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useFailureWords();
  const quit = useCommand("desk.quit");
  const [triedAt, setTriedAt] = useState<string | null>(null);
  const [isTrying, setTrying] = useState(false);

  const code = isOfStore(failure.code) ? failure.code : null;
  const keyFailure = code && isOfKeys[code];
  const title = code ? t(`failureScreen.screens.${code}.title`) : t("failureScreen.other.title");
  const happened = code ? t(`failureScreen.screens.${code}.happened`) : say(failure);
  const steps = code ? t(`failureScreen.screens.${code}.steps`) : t("failureScreen.other.steps");
  const place = ("path" in failure ? failure.path : undefined) ?? desk?.storePath;

  const ways = keyFailure && (
    <Suspense>
      <WaysBack isKeyLost={keyFailure.isKeyLost} />
    </Suspense>
  );

  async function retry() {
    setTrying(true);
    await onRetry();
    setTrying(false);
    setTriedAt(new Date().toISOString());
  }

  return (
    <Stage desk={desk}>
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-8 py-2">
        <div className="flex items-start gap-4">
          <TriangleAlert
            aria-hidden="true"
            className="mt-1.5 size-10 shrink-0 text-danger"
            strokeWidth={1.75}
          />
          <div>
            <p className="font-medium text-danger">{t("failureScreen.heading")}</p>
            <h1 className="font-semibold text-2xl">{title}</h1>
          </div>
        </div>
        <section aria-labelledby="happened">
          <h2 id="happened" className="font-semibold text-muted text-sm">
            {t("failureScreen.happened")}
          </h2>
          <p className="text-lg">{happened}</p>
        </section>
        <section
          aria-labelledby="todo"
          className="rounded-panel border border-line bg-card px-6 py-3.5 shadow-panel"
        >
          <h2 id="todo" className="font-semibold text-lg">
            {t("failureScreen.todo")}
          </h2>
          <ol className="mt-1.5 flex list-none flex-col gap-2">
            {steps.split("\n").map((step, index) => (
              <li key={step} className="flex gap-3">
                <span
                  aria-hidden="true"
                  className="mt-0.5 flex size-6.5 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-strong text-sm"
                >
                  {index + 1}
                </span>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        </section>
        {code === "passphrase-needed" && ways}
        <p className="flex items-start gap-2.5 font-medium text-success">
          <CircleCheck aria-hidden="true" className="mt-1 size-5 shrink-0" />
          {t("failureScreen.nothingDeleted")}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          {code && canBeTriedAgain[code] && (
            <Button variant="primary" isPending={isTrying} onPress={retry}>
              {t("failureScreen.retry")}
            </Button>
          )}
          <Button onPress={() => void quit.run()}>{t("failureScreen.quit")}</Button>
          <p role="status" className="text-muted">
            {triedAt && t("failureScreen.stillSo", { at: formatMoment(triedAt, language) })}
          </p>
        </div>
        {code !== "passphrase-needed" && ways}
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 border-line border-t pt-3 text-sm">
          {place && (
            <>
              <dt className="text-muted">{t("failureScreen.place")}</dt>
              <dd className="break-all font-mono">{place}</dd>
            </>
          )}
          <dt className="text-muted">{t("failureScreen.code")}</dt>
          <dd className="font-mono">{failure.code}</dd>
        </dl>
      </div>
    </Stage>
  );
}
