import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { NotAnswered } from "../asking/ask.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

type EditDialogProps = {
  title: string;
  onClose: () => void;
  onSave: () => void;
  /** Whether all that must be there is. */
  isWhole: boolean;
  isRunning: boolean;
  refusal: NotAnswered | null;
  saveLabel?: string;
  children: ReactNode;
};

/** A form in a window. What was typed stays when saving is refused. */
export function EditDialog(props: EditDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button onPress={props.onClose}>{t("app.cancel")}</Button>
          <Button
            variant="primary"
            isDisabled={!props.isWhole}
            isPending={props.isRunning}
            onPress={props.onSave}
          >
            {props.saveLabel ?? t("app.save")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalBanner refusal={props.refusal} />
        {props.children}
      </div>
    </Dialog>
  );
}
