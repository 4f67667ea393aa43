import { useState } from "react";
import { useTranslation } from "react-i18next";
import type {
  AuthorityLetter,
  RightsRequest,
} from "../../../../captures/rights-request/payload.ts";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import { identityProof, pauseReason, refusalReason } from "../../../../contract/case.ts";
import { type NextStep, nextStep } from "../../../../contract/inbox-case-procedures.ts";
import { answerWay } from "../../../../contract/rights.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { SelectField } from "../../../../ui/select-field.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { useLanguage } from "../../i18n.ts";
import { NumberField } from "../number-field.tsx";

type StepDialogProps = {
  id: string;
  step: NextStep["step"];
  asked: RightsRequest | AuthorityLetter | null;
  onClose: () => void;
};

/** Asks what a step needs, says what it means, and takes it. */
export function StepDialog({ id, step, asked, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const request = asked?.act === "request" ? asked : null;
  const [value, setValue] = useState<Record<string, unknown>>(() => begin());
  const act = useAct("cases.step");
  const change = (parts: Record<string, unknown>) => setValue({ ...value, ...parts });
  const read = nextStep.safeParse(value);
  const textOf = (name: string) => (typeof value[name] === "string" ? value[name] : "");
  const needsWords = step === "wait" || step === "refuse" || step === "ask-shop";
  const isBlank =
    (needsWords && textOf("words").trim() === "") ||
    (step === "extend" && textOf("letter").trim() === "");

  function begin(): Record<string, unknown> {
    const correct = request?.rectification?.right;
    switch (step) {
      case "wait":
        return { step, reason: "identity-papers", words: "" };
      case "refuse":
        return { step, reason: "not-this-person", words: "" };
      case "ask-shop":
        return { step, words: correct ? t("case.correctTask", { right: correct }) : "" };
      case "finish":
        return { step, answeredBy: request?.answer.by ?? "post", words: "" };
      case "extend":
        return { step, days: 30, letter: "" };
      case "confirm-identity":
        return { step, proof: "papers-sent" };
      default:
        return { step };
    }
  }

  const choose = <Value extends string>(
    name: string,
    label: string,
    options: readonly Value[],
    say: (one: Value) => string,
  ) => (
    <SelectField
      label={label}
      value={options.find((one) => one === value[name]) ?? (options[0] as Value)}
      onChange={(chosen) => change({ [name]: chosen })}
      options={options.map((one) => ({ value: one, label: say(one) }))}
    />
  );

  return (
    <EditDialog
      title={t(`case.do.${step}`)}
      onClose={onClose}
      isWhole={read.success && !isBlank}
      isRunning={act.isRunning}
      refusal={act.refusal}
      saveLabel={t(`case.do.${step}`)}
      onSave={async () => {
        if (read.success && (await act.run({ id, next: read.data })).ok) onClose();
      }}
    >
      {act.refusal && "fault" in act.refusal && act.refusal.fault && (
        <p className="font-semibold text-danger">{words.faults[act.refusal.fault]}</p>
      )}
      {step === "refuse" ? (
        <Banner tone="warning" title={t("case.customerReads")}>
          {t("case.means.refuse")}
        </Banner>
      ) : (
        <p>{t(`case.means.${step}`)}</p>
      )}
      {step === "confirm-identity" &&
        choose("proof", t("case.proof"), identityProof.options, (one) => t(`case.proofs.${one}`))}
      {step === "wait" &&
        choose("reason", t("case.why"), pauseReason.options, (one) => words.pauseReasons[one])}
      {step === "refuse" &&
        choose("reason", t("case.why"), refusalReason.options, (one) => words.refusals[one])}
      {step === "finish" &&
        choose(
          "answeredBy",
          t("case.answeredBy"),
          answerWay.options,
          (one) => words.answerWays[one],
        )}
      {step === "extend" && (
        <NumberField
          label={t("case.days")}
          value={typeof value.days === "number" ? value.days : Number.NaN}
          onChange={(days) => change({ days })}
        />
      )}
      {step === "extend" && (
        <TextArea
          label={t("case.letter")}
          value={textOf("letter")}
          onChange={(letter) => change({ letter })}
          maxLength={2000}
        />
      )}
      {(step === "wait" || step === "ask-shop" || step === "finish" || step === "refuse") && (
        <TextArea
          label={t(`case.wordsFor.${step}`)}
          rows={5}
          value={textOf("words")}
          onChange={(text) => change({ words: text })}
          maxLength={2000}
        />
      )}
    </EditDialog>
  );
}
