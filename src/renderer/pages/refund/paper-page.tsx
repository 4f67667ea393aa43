import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { addDays, readTypedDay, writeTypedDay } from "../../../captures/id-copy/typed-day.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { Failure, IssueCode } from "../../../contract/failure.ts";
import { shownDocument } from "../../../contract/id-document.ts";
import { Choice } from "../../../ui/choice.tsx";
import { FormFrame } from "../../../ui/form-frame.tsx";
import { FormSection } from "../../../ui/form-section.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";

type PaperPageProps = {
  /** The refund that the paper belongs to, with its subject; null: found in a drawer. */
  refund: { id: string; subject: string } | null;
};

type ShownDocument = (typeof shownDocument.options)[number];
type Field = "label" | "place" | "document" | "destroyBy";

/** Notes a copy on paper: its sticker, where it lies, until when. */
export function PaperPage({ refund }: PaperPageProps) {
  const { t } = useTranslation();
  const reference = useProcedure("reference.read", undefined);
  if (reference.state !== "ready") {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  return <PaperForm refund={refund} days={reference.value.copyRules?.daysKept ?? 30} />;
}

function PaperForm({ refund, days }: PaperPageProps & { days: number }) {
  const { t } = useTranslation();
  const say = useFailureWords();
  const [, navigate] = useLocation();
  const [request] = useState(() => crypto.randomUUID());
  const [label, setLabel] = useState("");
  const [place, setPlace] = useState("");
  const [document, setDocument] = useState<ShownDocument | null>(null);
  const [day, setDay] = useState(() => writeTypedDay(addDays(readShopDay(new Date()), days)));
  const [attempt, setAttempt] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const destroyBy = readTypedDay(day);
  const faults: Partial<Record<Field, string>> = {
    ...(label.trim() === "" ? { label: t("failure.issue.required") } : {}),
    ...(place.trim() === "" ? { place: t("failure.issue.required") } : {}),
    ...(document === null ? { document: t("failure.issue.required") } : {}),
    ...(destroyBy === null ? { destroyBy: t("refunds.papers.badDay") } : {}),
    ...readRefusal(failure, (code) => t(`failure.issue.${code}`)),
  };
  const errorOf = (field: Field) => (attempt > 0 ? (faults[field] ?? null) : null);

  async function save(): Promise<void> {
    setAttempt(attempt + 1);
    if (document === null || destroyBy === null || label.trim() === "" || place.trim() === "") {
      return;
    }
    setSaving(true);
    const subject = refund?.subject ?? null;
    const payload = {
      act: "paper-copy",
      subject,
      document,
      label: label.trim(),
      place: place.trim(),
      destroyBy,
    };
    const amends = refund?.id ?? null;
    const input = { request, kind: "id-copy", payload, amends, notice: null } as const;
    const answer = await call("capture.submit", input);
    setSaving(false);
    if (answer.ok) navigate("/papers");
    else setFailure(answer.failure);
  }
  function change<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      setFailure(null);
      set(value);
    };
  }

  return (
    <FormFrame
      title={t("refunds.papers.formTitle")}
      saveLabel={t("refunds.papers.save")}
      closeLabel={t("refunds.papers.leave")}
      isSaving={isSaving}
      onSave={() => void save()}
      onClose={() => navigate("/papers")}
      failure={failure && say(failure)}
      faults={
        attempt === 0
          ? null
          : {
              title: t("failure.code.refused"),
              attempt,
              list: (["label", "place", "document", "destroyBy"] as const)
                .filter((field) => faults[field])
                .map((field) => ({ field, label: t(`refunds.papers.${field}`) })),
            }
      }
    >
      <FormSection title={t("refunds.papers.formTitle")}>
        <div className="grid grid-cols-2 gap-4">
          <div data-field="label">
            <TextField
              autoFocus
              label={t("refunds.papers.label")}
              description={t("refunds.papers.labelHelp")}
              value={label}
              onChange={change(setLabel)}
              maxLength={30}
              error={errorOf("label")}
            />
          </div>
          <div data-field="place">
            <TextField
              label={t("refunds.papers.place")}
              description={t("refunds.papers.placeHelp")}
              value={place}
              onChange={change(setPlace)}
              maxLength={120}
              error={errorOf("place")}
            />
          </div>
        </div>
        <div data-field="document">
          <Choice
            label={t("refunds.papers.document")}
            value={document}
            onChange={change(setDocument)}
            options={shownDocument.options.map((value) => ({
              value,
              label: t(`copyWindow.document.${value}`),
            }))}
            error={errorOf("document")}
          />
        </div>
        <div data-field="destroyBy" className="max-w-sm">
          <TextField
            label={t("refunds.papers.destroyBy")}
            description={t("refunds.papers.destroyByHelp", { days })}
            inputMode="numeric"
            value={day}
            onChange={change(setDay)}
            maxLength={12}
            error={errorOf("destroyBy")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}

/** What main refused, at its field. */
function readRefusal(
  failure: Failure | null,
  say: (code: IssueCode) => string,
): Partial<Record<Field, string>> {
  if (failure?.code !== "refused") return {};
  return Object.fromEntries(failure.issues.map(({ path, code }) => [String(path[0]), say(code)]));
}
