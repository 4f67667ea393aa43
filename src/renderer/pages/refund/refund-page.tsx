import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { useLocation } from "wouter";
import type { Submitted } from "../../../captures/capture-form.ts";
import type { Evidence } from "../../../captures/id-copy/payload.ts";
import { RefundForm, type RefundHandover } from "../../../captures/id-copy/refund-form.tsx";
import { idCopyText } from "../../../captures/id-copy/text.ts";
import type { CopyRules } from "../../../contract/copy-rules.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { StaffId } from "../../../contract/ids.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText, useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { hashText } from "../desk/hash-text.ts";
import { CopyingNote } from "./copying-note.tsx";
import { LeftoverCard } from "./leftover-card.tsx";
import { RefundSaved } from "./refund-saved.tsx";
import { VouchDialog } from "./vouch-dialog.tsx";

/** One refund, from the form over the copy to the receipt number. */
export function RefundPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const reference = useProcedure("reference.read", undefined);
  const session = useProcedure("session.current", undefined);
  const draft = useKeptDraft();
  if (reference.state === "failed") {
    return (
      <div className="p-8">
        <Banner tone="danger">
          <FailureText failure={reference.failure} />
        </Banner>
      </div>
    );
  }
  if (
    reference.state === "waiting" ||
    session.state !== "ready" ||
    session.value === null ||
    draft === undefined
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
    <OpenRefund reference={reference.value} rules={rules} staff={session.value} draft={draft} />
  );
}

type OpenRefundProps = {
  reference: Reference;
  rules: CopyRules;
  staff: SignedIn;
  draft: string | null;
};

type Stage =
  | { at: "form" }
  | { at: "copying" }
  | { at: "saved"; saved: Submitted; how: Evidence["how"] };

function OpenRefund({ reference, rules, staff, draft }: OpenRefundProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describeFailure = useFailureWords();
  const roster = useProcedure("session.roster", undefined);
  const [, navigate] = useLocation();
  // Made when the form opens: sent twice, it is one refund, and a manager's PIN is for it alone.
  const [request] = useState(() => crypto.randomUUID());
  const [subject] = useState(uuidv7);
  const [stage, setStage] = useState<Stage>({ at: "form" });
  const [wasGivenUp, setGivenUp] = useState(false);
  const [vouch, setVouch] = useState<((staff: StaffId | null) => void) | null>(null);
  const people = roster.state === "ready" ? roster.value.people : [];
  const managers = people.filter(({ roles, locked }) => roles.includes("manager") && !locked);

  function finish(saved: Submitted, how: Evidence["how"]): void {
    void call("draft.drop", { form: "id-copy" });
    setStage({ at: "saved", saved, how });
  }

  async function handOver(given: RefundHandover): Promise<Failure | null> {
    setGivenUp(false);
    const { refund, evidence, notice, holder } = given;
    if (evidence !== null) {
      const payload = { ...refund, evidence };
      const input = { request, kind: "id-copy", payload, amends: null, notice } as const;
      const answer = await call("capture.submit", input);
      if (!answer.ok) return answer.failure;
      finish(answer.value, evidence.how);
      return null;
    }
    if (notice === null) return { code: "notice-changed" };
    setStage({ at: "copying" });
    const { sale, reason } = refund;
    const answer = await call("copy.begin", { request, refund, notice, sale, reason, who: holder });
    if (answer.ok && answer.value !== null) {
      finish(answer.value, "copied");
      return null;
    }
    setStage({ at: "form" });
    setGivenUp(answer.ok);
    return answer.ok ? null : answer.failure;
  }

  if (stage.at === "saved") {
    return (
      <RefundSaved
        number={stage.saved.receiptNumber}
        how={stage.how}
        onDone={() => navigate("/refunds")}
        onPaper={() => navigate(`/papers/new/${stage.saved.id}/${subject}`)}
      />
    );
  }
  return (
    <>
      {stage.at === "copying" && <CopyingNote />}
      {/* Hidden, not gone: what was typed is still there when the copy is given up. */}
      <div className={stage.at === "copying" ? "hidden" : "contents"}>
        {wasGivenUp && (
          <div className="mx-auto flex w-full max-w-5xl flex-col gap-3 px-6 pt-4">
            <Banner tone="info">{t("refunds.noCopy")}</Banner>
            <LeftoverCard />
          </div>
        )}
        <RefundForm
          rules={rules}
          reference={reference}
          staff={staff}
          managers={managers}
          language={language}
          draft={draft}
          subject={subject}
          onDraft={(body) => void call("draft.keep", { form: "id-copy", body })}
          onHandOver={handOver}
          onVouch={() =>
            staff.roles.includes("manager")
              ? Promise.resolve(staff.staff)
              : new Promise((resolve) => setVouch(() => resolve))
          }
          onClose={() => navigate("/refunds")}
          describeFailure={describeFailure}
          describeIssue={(code, limit) => t(`failure.issue.${code}`, { limit: limit ?? "" })}
          now={() => new Date()}
          hash={hashText}
        />
      </div>
      <VouchDialog
        title={t("refunds.vouch.managerTitle")}
        text={t("refunds.vouch.managerText")}
        people={managers}
        request={request}
        isOpen={vouch !== null}
        onDone={(manager) => {
          vouch?.(manager);
          setVouch(null);
        }}
        onClose={() => {
          vouch?.(null);
          setVouch(null);
        }}
      />
    </>
  );
}

/** What was kept of the form; undefined: not read yet. */
function useKeptDraft(): string | null | undefined {
  const [draft, setDraft] = useState<string | null>();
  useEffect(() => {
    let isCurrent = true;
    void call("draft.read", { form: "id-copy" }).then((answer) => {
      if (isCurrent) setDraft(answer.ok && answer.value ? answer.value.body : null);
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return draft;
}
