import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { CorrectRefundForm } from "../../../captures/id-copy/correct-form.tsx";
import type { Correct, Refund } from "../../../captures/id-copy/payload.ts";
import { idCopyText } from "../../../captures/id-copy/text.ts";
import type { CopyRules } from "../../../contract/copy-rules.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { CaptureId, StaffId } from "../../../contract/ids.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText, useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { VouchDialog } from "./vouch-dialog.tsx";

/** Puts one refund right by a capture that amends it: for the manager, and for whoever took it. */
export function CorrectRefundPage({ id }: { id: CaptureId }) {
  const language = useLanguage();
  const { t } = useTranslation();
  const reference = useProcedure("reference.read", undefined);
  const session = useProcedure("session.current", undefined);
  const found = useProcedure("refund.read", { id });
  const failed = [reference, session, found].find(({ state }) => state === "failed");
  if (failed?.state === "failed") {
    return (
      <div className="p-8">
        <Banner tone="danger">
          <FailureText failure={failed.failure} />
        </Banner>
      </div>
    );
  }
  if (
    reference.state !== "ready" ||
    found.state !== "ready" ||
    session.state !== "ready" ||
    session.value === null
  ) {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  const rules = reference.value.copyRules;
  if (rules === null) {
    return (
      <div className="p-8">
        <Banner tone="warning">{idCopyText[language].frame.noRules}</Banner>
      </div>
    );
  }
  return (
    <OpenCorrection
      id={id}
      number={found.value.receiptNumber}
      // Main has parsed it by the kind's own form.
      refund={found.value.refund as Refund}
      reference={reference.value}
      rules={rules}
      staff={session.value}
    />
  );
}

type OpenCorrectionProps = {
  id: CaptureId;
  number: string;
  refund: Refund;
  reference: Reference;
  rules: CopyRules;
  staff: SignedIn;
};

function OpenCorrection({ id, number, refund, reference, rules, staff }: OpenCorrectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describeFailure = useFailureWords();
  const roster = useProcedure("session.roster", undefined);
  const [, navigate] = useLocation();
  // Sent twice, it is one correction, and a manager's PIN is for it alone.
  const [request] = useState(() => crypto.randomUUID());
  // As it was when the form opened: what main tells anew meanwhile is not what is being put right.
  const [first] = useState(refund);
  const [saved, setSaved] = useState<{ isHeld: boolean } | null>(null);
  const [vouch, setVouch] = useState<((staff: StaffId | null) => void) | null>(null);
  const isManager = staff.roles.includes("manager");
  const people = roster.state === "ready" ? roster.value.people : [];
  const managers = people.filter(({ roles, locked }) => roles.includes("manager") && !locked);

  async function save(payload: Correct): Promise<Failure | null> {
    const input = { request, kind: "id-copy", payload, amends: id, notice: null } as const;
    const answer = await call("capture.submit", input);
    if (!answer.ok) return answer.failure;
    const kept = await call("capture.read", { id: answer.value.id });
    setSaved({ isHeld: kept.ok && kept.value.capture.held });
    return null;
  }
  function answerVouch(manager: StaffId | null): void {
    vouch?.(manager);
    setVouch(null);
  }

  if (saved) {
    return (
      <Corrected
        number={number}
        isHeld={saved.isHeld}
        onDone={() => navigate(isManager ? "/pending" : "/refunds")}
      />
    );
  }
  return (
    <>
      <CorrectRefundForm
        refund={first}
        number={number}
        rules={rules}
        reference={reference}
        staff={staff}
        managers={managers}
        language={language}
        onSave={save}
        onVouch={() =>
          isManager
            ? Promise.resolve(staff.staff)
            : new Promise((resolve) => setVouch(() => resolve))
        }
        onClose={() => navigate(isManager ? `/pending/of/${id}` : "/given-back")}
        describeFailure={describeFailure}
        describeIssue={(code, limit) => t(`failure.issue.${code}`, { limit: limit ?? "" })}
      />
      <VouchDialog
        title={t("refunds.vouch.managerTitle")}
        text={t("refunds.vouch.managerText")}
        people={managers}
        request={request}
        isOpen={vouch !== null}
        onDone={answerVouch}
        onClose={() => answerVouch(null)}
      />
    </>
  );
}

type CorrectedProps = { number: string; isHeld: boolean; onDone: () => void };

/** It is saved, and who has it now. */
function Corrected({ number, isHeld, onDone }: CorrectedProps) {
  const { t } = useTranslation();
  useFunctionKey("F9", onDone, { label: t("refunds.saved.done") });
  return (
    <div className="mx-auto flex max-w-2xl flex-col items-center gap-4 px-8 py-10 text-center">
      <CircleCheck aria-hidden="true" className="size-14 text-success" strokeWidth={1.5} />
      <h1 className="font-semibold text-2xl">{t("refunds.corrected.title", { number })}</h1>
      <p>{t(isHeld ? "refunds.corrected.held" : "refunds.corrected.sent")}</p>
      <Button autoFocus variant="primary" size="large" hint="F9" onPress={onDone}>
        {t("refunds.saved.done")}
      </Button>
    </div>
  );
}
