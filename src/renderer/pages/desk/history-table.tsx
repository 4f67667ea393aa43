import { useTranslation } from "react-i18next";
import type { HistoryEntry } from "../../../captures/marketing-consent/consent-fold.ts";
import { readStored } from "../../../captures/marketing-consent/person-record.ts";
import { nameAct } from "../../../captures/marketing-consent/receipt-content.ts";
import { marketingConsentText } from "../../../captures/marketing-consent/text.ts";
import type { CaptureId } from "../../../contract/ids.ts";
import type { Reference } from "../../../contract/reference.ts";
import type { StoredCapture } from "../../../contract/stored-capture.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useStaffNames } from "../../bridge/use-staff-names.ts";
import { useLanguage } from "../../i18n.ts";

type HistoryTableProps = {
  history: readonly HistoryEntry[];
  captures: readonly StoredCapture[];
  reference: Reference;
  onOpenReceipt: (capture: CaptureId) => void;
  onVoid: (capture: CaptureId) => void;
};

type Row = { entry: HistoryEntry; capture: StoredCapture | null };

/** All that happened, newest first: what still counts and what was taken out. */
export function HistoryTable(props: HistoryTableProps) {
  const { history, captures, reference, onOpenReceipt, onVoid } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const nameStaff = useStaffNames();
  const words = marketingConsentText[language];
  const rows: Row[] = history.toReversed().map((entry) => ({
    entry,
    capture: captures.find(({ header }) => header.id === entry.capture) ?? null,
  }));

  function nameWhat({ capture, entry }: Row): string {
    const payload = capture && readStored(capture);
    return words.acts[payload ? nameAct(payload) : entry.act];
  }
  function nameBranch(id: string): string {
    return reference.branches.find((branch) => branch.id === id)?.name[language] ?? id;
  }

  return (
    <Table
      label={t("desk.person.history")}
      rows={rows}
      keyOf={({ entry }) => entry.capture}
      columns={[
        {
          id: "what",
          header: t("desk.person.what"),
          isRowHeader: true,
          show: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              <span className={row.entry.voidedBy ? "line-through" : ""}>{nameWhat(row)}</span>
              {row.entry.voidedBy && <Badge tone="warning">{t("desk.person.voided")}</Badge>}
              {!row.entry.own && <Badge>{t("desk.person.otherRecord")}</Badge>}
            </span>
          ),
        },
        {
          id: "when",
          header: t("desk.person.when"),
          show: ({ entry }) => (
            <span className="whitespace-nowrap">{formatMoment(entry.at, language)}</span>
          ),
        },
        {
          id: "by",
          header: t("desk.person.by"),
          show: ({ entry }) => (
            <>
              {nameStaff(entry.staff)}
              <span className="block text-muted text-sm">{nameBranch(entry.branch)}</span>
            </>
          ),
        },
        {
          id: "where",
          header: t("desk.person.whereIsIt"),
          show: ({ capture }) => <Whereabouts capture={capture} />,
        },
        {
          id: "receipt",
          header: t("desk.person.receipt"),
          show: ({ entry }) => (
            <span className="flex flex-wrap gap-1">
              <Button
                variant="quiet"
                aria-label={t("desk.person.openReceipt", { number: entry.receiptNumber })}
                onPress={() => onOpenReceipt(entry.capture)}
              >
                {entry.receiptNumber}
              </Button>
              {isVoidable(entry) && (
                <Button
                  variant="quiet"
                  aria-label={t("desk.person.voidThis", { number: entry.receiptNumber })}
                  onPress={() => onVoid(entry.capture)}
                >
                  {t("desk.person.void")}
                </Button>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

/** A withdrawal stands, and a void is not undone by another. */
function isVoidable({ act, own, voidedBy }: HistoryEntry): boolean {
  return own && voidedBy === null && act !== "withdrawal" && act !== "void";
}

function Whereabouts({ capture }: { capture: StoredCapture | null }) {
  const { t } = useTranslation();
  if (capture === null) return null;
  if (capture.held) return <Badge tone="warning">{t("desk.person.held")}</Badge>;
  if (capture.parked) return <Badge tone="danger">{t("desk.person.parked")}</Badge>;
  return capture.acknowledgedAt === null ? (
    <Badge tone="warning">{t("desk.person.waiting")}</Badge>
  ) : (
    <Badge tone="success">{t("desk.person.atHeadOffice")}</Badge>
  );
}
