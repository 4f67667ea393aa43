import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ProcedureOutput } from "../../../contract/ipc.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { findWayToCorrect } from "./correct-way.ts";
import { SayAgainForm } from "./say-again-form.tsx";
import { WordsDialog } from "./words-dialog.tsx";

type ItemActionsProps = {
  found: ProcedureOutput<"pending.read">;
  again: () => Promise<unknown>;
};

/** What a manager decides about one capture; each of it is on the record. */
export function ItemActions({ found, again }: ItemActionsProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const sayFailure = useFailureWords();
  const [asks, setAsks] = useState<"note" | "void" | null>(null);
  const [request] = useState(() => crypto.randomUUID());
  const release = useCommand("pending.release");
  const takeBack = useCommand("pending.takeBack");
  const giveBack = useCommand("pending.giveBack");
  const takeOut = useCommand("pending.void");
  const retry = useCommand("pending.retry");
  const [item] = found.items;
  const id = found.capture.header.id;
  const isHeld = item?.state === "held" || item?.state === "given-back";
  const isParked = found.items.some(({ state }) => state === "parked");
  const isWaiting = found.items.some(({ state }) => state === "waiting");
  const way = isHeld ? findWayToCorrect(found.capture) : null;
  const isBusy = release.isRunning || takeBack.isRunning || retry.isRunning;

  useFunctionKey("F9", () => void run(() => release.run({ id })), {
    label: t("review.release"),
    enabled: isHeld && !isBusy && asks === null,
  });

  async function run(work: () => Promise<{ ok: boolean }>): Promise<void> {
    const done = await work();
    if (done.ok) setAsks(null);
    await again();
  }

  const failure = release.failure ?? takeBack.failure ?? retry.failure;
  return (
    <div className="flex flex-col gap-3">
      {failure && <Banner tone="danger">{sayFailure(failure)}</Banner>}
      {isHeld && (
        <Button
          variant="primary"
          size="large"
          wide
          hint="F9"
          isPending={release.isRunning}
          onPress={() => void run(() => release.run({ id }))}
        >
          {t("review.release")}
        </Button>
      )}
      {item?.state === "released" && (
        <Button
          size="large"
          wide
          isPending={takeBack.isRunning}
          onPress={() => void run(() => takeBack.run({ id }))}
        >
          {t("review.takeBack")}
        </Button>
      )}
      {isHeld && (
        <Button wide onPress={() => setAsks("note")}>
          {t("review.giveBack")}
        </Button>
      )}
      {way && (
        <Button wide onPress={() => navigate(way.to, { state: way.state })}>
          {t("review.correct")}
        </Button>
      )}
      {(isParked || isWaiting) && !isHeld && (
        <Button
          wide
          isPending={retry.isRunning}
          onPress={() => void run(() => retry.run({ ids: [id] }))}
        >
          {t("pending.retryOne")}
        </Button>
      )}
      {found.fields && item && <SayAgainForm found={found} fields={found.fields} item={item} />}
      {item?.state === "parked" && item.part === "capture" && found.fields === null && (
        <p className="rounded-control bg-warning-soft px-4 py-3">{t("review.notSayable")}</p>
      )}
      {found.isVoidable && (
        <Button wide variant="quiet" onPress={() => setAsks("void")}>
          {t("review.void")}
        </Button>
      )}
      {asks === "note" && (
        <WordsDialog
          title={t("review.giveBack")}
          text={t("review.giveBackText")}
          label={t("review.note")}
          done={t("review.giveBackDone")}
          isRunning={giveBack.isRunning}
          error={giveBack.failure && sayFailure(giveBack.failure)}
          onDone={(words) => void run(() => giveBack.run({ id, words }))}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === "void" && (
        <WordsDialog
          title={t("review.void")}
          text={t("review.voidText")}
          label={t("review.voidReason")}
          done={t("review.voidDone")}
          isDanger
          isRunning={takeOut.isRunning}
          error={takeOut.failure && sayFailure(takeOut.failure)}
          onDone={(reason) => void run(() => takeOut.run({ id, request, reason }))}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  );
}
