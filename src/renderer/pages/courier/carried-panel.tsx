import { useTranslation } from "react-i18next";
import { bundleRefusals } from "../../../contract/courier.ts";
import type { CarriedBundles } from "../../../contract/courier-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Moment } from "../../../ui/thai-date.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";
import { useReasonWords } from "../pending/pending-reason.ts";
import { CourierSection } from "./courier-section.tsx";
import { useOriginName } from "./use-origin-name.ts";

/** What this PC carries for others and head office has not taken, and why. */
export function CarriedPanel({
  carried,
  onDone,
}: {
  carried: readonly CarriedBundles[];
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOrigin = useOriginName();
  const sayWait = useReasonWords();
  const drop = useCommand("courier.drop");

  function sayRefusal(reason: string | null): string {
    const known = bundleRefusals.find((one) => one === reason);
    return known
      ? t(`courier.refusal.${known}`)
      : t("courier.otherRefusal", { reason: reason ?? "–" });
  }

  const columns: readonly Column<CarriedBundles>[] = [
    {
      id: "origin",
      header: t("courier.origin"),
      isRowHeader: true,
      show: ({ from }) => nameOrigin(from),
    },
    {
      id: "parcels",
      header: t("courier.parcels"),
      align: "end",
      show: ({ bundles }) => bundles,
    },
    {
      id: "since",
      header: t("courier.since"),
      show: ({ takenAt }) => <Moment at={takenAt} language={language} />,
    },
    {
      id: "standing",
      header: t("courier.standing"),
      show: ({ state, reason, device }) =>
        state === "waiting" ? (
          <>
            <p className="font-medium">{t("courier.waiting")}</p>
            {reason && <p className="text-muted text-sm">{sayWait(reason)}</p>}
          </>
        ) : (
          <div className="flex items-center gap-4">
            <div className="flex-1">
              <p className="font-medium text-danger">{t("courier.refused")}</p>
              <p className="text-sm">{sayRefusal(reason)}</p>
            </div>
            <Button
              isPending={drop.isRunning}
              onPress={async () => {
                await drop.run({ device });
                onDone();
              }}
            >
              {t("courier.drop")}
            </Button>
          </div>
        ),
    },
  ];
  return (
    <CourierSection title={t("courier.carriedTitle")} failure={drop.failure}>
      <Table
        label={t("courier.carriedTitle")}
        columns={columns}
        rows={carried}
        keyOf={({ id }) => id}
      />
    </CourierSection>
  );
}
