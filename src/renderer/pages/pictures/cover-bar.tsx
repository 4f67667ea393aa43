import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";

type CoverBarProps = {
  count: number;
  onAdd(): void;
  onClear(): void;
  onCancel(): void;
  onSave(): void;
};

/** What can be done while rectangles are drawn. */
export function CoverBar({ count, onAdd, onClear, onCancel, onSave }: CoverBarProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-sm">{t("pictures.cover.how")}</p>
      <div className="flex min-h-14 flex-wrap items-center gap-2">
        <Button hint="1" onPress={onAdd}>
          {t("pictures.cover.add")}
        </Button>
        <Button hint="2" isDisabled={count === 0} onPress={onClear}>
          {t("pictures.cover.clear")}
        </Button>
        <Button hint="Esc" onPress={onCancel}>
          {t("pictures.cover.cancel")}
        </Button>
        <Button hint="Enter" variant="primary" isDisabled={count === 0} onPress={onSave}>
          {t("pictures.cover.save")}
        </Button>
      </div>
    </div>
  );
}
