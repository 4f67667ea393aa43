import { FileWarning } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useCommand, useProcedure } from "../../bridge/use-procedure.ts";

/** Names the files that a copy was made from: uncovered, they lie on this PC still. Offers to delete them. */
export function LeftoverCard() {
  const { t } = useTranslation();
  const leftover = useProcedure("copy.leftover", undefined);
  const remove = useCommand("copy.deleteLeftover");
  const keep = useCommand("copy.keepLeftover");
  const [isAsked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<"gone" | "stays" | null>(null);
  const files = leftover.state === "ready" ? leftover.value : [];

  async function confirm(): Promise<void> {
    const answer = await remove.run();
    setAsked(false);
    setOutcome(answer.ok && answer.value ? "gone" : "stays");
    await leftover.again();
  }
  async function leave(): Promise<void> {
    await keep.run();
    await leftover.again();
  }

  if (outcome === "gone") return <Banner tone="success">{t("refunds.leftover.gone")}</Banner>;
  if (files.length === 0) return null;
  return (
    <section
      aria-label={t("refunds.leftover.title")}
      className="flex flex-col gap-3 rounded-panel border border-warning/40 bg-warning-soft px-5 py-4"
    >
      <h2 className="flex items-center gap-2 font-semibold text-lg text-warning">
        <FileWarning aria-hidden="true" className="size-6 shrink-0" />
        {t("refunds.leftover.title")}
      </h2>
      <p>{t("refunds.leftover.text")}</p>
      <ul className="list-disc pl-6">
        {files.map(({ name, folder }) => (
          <li key={`${folder}/${name}`}>
            <span className="font-semibold">{name}</span>{" "}
            <span className="break-all text-muted text-sm">{folder}</span>
          </li>
        ))}
      </ul>
      {outcome === "stays" && <Banner tone="danger">{t("refunds.leftover.stays")}</Banner>}
      <div className="flex flex-wrap gap-3">
        <Button variant="danger" onPress={() => setAsked(true)}>
          {t("refunds.leftover.delete")}
        </Button>
        <Button onPress={() => void leave()}>{t("refunds.leftover.keep")}</Button>
      </div>
      <Dialog
        title={t("refunds.leftover.sureTitle")}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        closeLabel={t("app.close")}
        role="alertdialog"
        size="small"
        footer={
          <>
            <Button autoFocus onPress={() => setAsked(false)}>
              {t("refunds.leftover.no")}
            </Button>
            <Button variant="danger" isPending={remove.isRunning} onPress={() => void confirm()}>
              {t("refunds.leftover.delete")}
            </Button>
          </>
        }
      >
        <p>{files.map(({ name }) => name).join(", ")}</p>
        <p>{t("refunds.leftover.sureText")}</p>
      </Dialog>
    </section>
  );
}
