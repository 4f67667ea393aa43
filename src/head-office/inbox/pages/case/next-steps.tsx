import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseProgress } from "../../../../captures/rights-request/case-state.ts";
import type {
  AuthorityLetter,
  RightsRequest,
} from "../../../../captures/rights-request/payload.ts";
import type { NextStep } from "../../../../contract/inbox-case-procedures.ts";
import { Button } from "../../../../ui/button.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useMayAct } from "../../frame/who.tsx";
import { listPossibleSteps } from "./possible-steps.ts";
import { StepDialog } from "./step-dialog.tsx";

type NextStepsProps = {
  id: string;
  progress: CaseProgress;
  asked: RightsRequest | AuthorityLetter | null;
  isOver: boolean;
  daysLeft: number;
};

/** The steps that can be taken from where the case stands. */
export function NextSteps({ id, progress, asked, isOver, daysLeft }: NextStepsProps) {
  const { t } = useTranslation();
  const mayAct = useMayAct();
  const [chosen, setChosen] = useState<NextStep["step"] | null>(null);
  const possible = listPossibleSteps(progress, daysLeft);
  return (
    <Panel title={t("case.next")}>
      {isOver ? (
        <p className="text-muted">{t("case.closed")}</p>
      ) : !mayAct ? (
        <p className="text-muted">{t("case.viewer")}</p>
      ) : (
        <div className="grid grid-cols-2 gap-2">
          {possible.map((step) => (
            <Button
              key={step}
              wide
              variant={step === "refuse" ? "danger" : step === "finish" ? "primary" : "secondary"}
              onPress={() => setChosen(step)}
            >
              {t(`case.do.${step}`)}
            </Button>
          ))}
        </div>
      )}
      {chosen && (
        <StepDialog
          key={chosen}
          id={id}
          step={chosen}
          asked={asked}
          onClose={() => setChosen(null)}
        />
      )}
    </Panel>
  );
}
