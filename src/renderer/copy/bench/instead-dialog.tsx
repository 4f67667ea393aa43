import { useTranslation } from "react-i18next";
import type { FieldName } from "../../../card-mask/reading.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { Instead } from "../copy-job.ts";

const choices = ["nothing", "name", "dates", "other"] as const satisfies readonly Instead[];

type InsteadDialogProps = {
  /** Null: nothing is asked. */
  field: FieldName | null;
  onSay: (instead: Instead) => void;
  onClose: () => void;
};

/** Before a mask over a field that must not be kept goes, it is said what stands there instead. */
export function InsteadDialog({ field, onSay, onClose }: InsteadDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("copyWindow.masks.insteadTitle")}
      isOpen={field !== null}
      onClose={onClose}
      closeLabel={t("app.close")}
      role="alertdialog"
      size="small"
      footer={
        <Button autoFocus onPress={onClose}>
          {t("copyWindow.masks.insteadKeep")}
        </Button>
      }
    >
      <p className="mb-3">
        {t("copyWindow.masks.insteadText", { field: field ? t(`copyWindow.field.${field}`) : "" })}
      </p>
      <div className="flex flex-col gap-2">
        {choices.map((choice) => (
          <Button key={choice} wide onPress={() => onSay(choice)}>
            {t(`copyWindow.masks.instead.${choice}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
