import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { captureDefinitions } from "../../../../captures/index.ts";
import { type CaptureKind, captureKinds } from "../../../../contract/envelope.ts";
import type { Published } from "../../../../contract/inbox-reference-procedures.ts";
import { Button } from "../../../../ui/button.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useLanguage } from "../../i18n.ts";
import { formCsv } from "../csv.ts";
import { saveFile } from "../save-file.ts";

const parts = ["people", "data", "purpose", "basis", "recipients", "retention"] as const;

/** The record of processing (s.39): one entry for each kind of record; a kind without words does not compile. */
export function ProcessingRecord({ published }: { published: Published }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const values = {
    days: published.eventSettings.purgeAfterDays,
    copyDays: published.copyRules?.daysKept ?? "–",
  };
  const say = (kind: CaptureKind, part: (typeof parts)[number] | "activity") =>
    t(`processing.${kind}.${part}`, values);
  const enters = (kind: CaptureKind) =>
    captureDefinitions[kind].roles.map((role) => t(`roster.role.${role}`)).join(", ");
  const { controller } = published;

  function save(): void {
    const head = [t("registers.activity"), ...parts.map((part) => t(`registers.${part}`))];
    const lines = captureKinds.map((kind) => [
      say(kind, "activity"),
      ...parts.map((part) => say(kind, part)),
      enters(kind),
    ]);
    const all = [[...head, t("registers.enters")], ...lines];
    saveFile("processing.csv", "text/csv", formCsv(all));
  }

  return (
    <Panel
      title={t("registers.processing")}
      aside={
        <Button icon={<FileSpreadsheet className="size-5" />} onPress={save}>
          {t("registers.csv")}
        </Button>
      }
    >
      {controller && (
        <p>
          {t("registers.controller", {
            name: controller.name[language],
            email: controller.dpoEmail,
          })}
        </p>
      )}
      {captureKinds.map((kind) => (
        <section key={kind} className="break-inside-avoid border-line border-t pt-3">
          <h3 className="font-semibold">{say(kind, "activity")}</h3>
          <dl className="mt-1 grid grid-cols-[11rem_1fr] gap-x-4 gap-y-0.5">
            {parts.map((part) => (
              <div key={part} className="contents">
                <dt className="text-muted">{t(`registers.${part}`)}</dt>
                <dd>{say(kind, part)}</dd>
              </div>
            ))}
            <dt className="text-muted">{t("registers.enters")}</dt>
            <dd>{enters(kind)}</dd>
          </dl>
        </section>
      ))}
      <p className="border-line border-t pt-3 text-muted text-sm">{t("registers.security")}</p>
    </Panel>
  );
}
