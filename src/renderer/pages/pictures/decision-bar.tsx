import { Check, EyeOff, Square } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PictureDecision } from "../../../contract/picture-procedures.ts";
import { Button } from "../../../ui/button.tsx";

type DecisionBarProps = {
  decision: PictureDecision | null;
  isReady: boolean;
  onPublish(): void;
  onCover(): void;
  onLeaveOut(): void;
};

/** The three things that can become of a picture, each a key away. What was decided before is marked. */
export function DecisionBar({
  decision,
  isReady,
  onPublish,
  onCover,
  onLeaveOut,
}: DecisionBarProps) {
  const { t } = useTranslation();
  const choices = [
    { choice: "publish", key: "1", Icon: Check, run: onPublish },
    { choice: "cover", key: "2", Icon: Square, run: onCover },
    { choice: "leave-out", key: "3", Icon: EyeOff, run: onLeaveOut },
  ] as const;
  return (
    <fieldset className="flex flex-wrap gap-3" aria-label={t("pictures.decide")}>
      {choices.map(({ choice, key, Icon, run }) => (
        <div key={choice} className="flex-auto">
          <Button
            size="large"
            wide
            hint={key}
            variant={decision?.choice === choice ? "primary" : "secondary"}
            aria-pressed={decision?.choice === choice}
            isDisabled={!isReady}
            icon={<Icon aria-hidden="true" className="size-6" />}
            onPress={run}
          >
            {t(`pictures.choice.${choice}`)}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
