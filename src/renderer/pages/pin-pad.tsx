import { Delete } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";

type PinPadProps = {
  isDisabled: boolean;
  onDigit: (digit: string) => void;
  onDelete: () => void;
  onClear: () => void;
};

/** Digits to touch, laid out as on a telephone. */
export function PinPad({ isDisabled, onDigit, onDelete, onClear }: PinPadProps) {
  const { t } = useTranslation();
  const key = (label: string, onPress: () => void, content: ReactNode = label, small = false) => (
    <Button
      key={label}
      aria-label={label}
      isDisabled={isDisabled}
      // Focus stays in the field, where the keyboard goes on.
      preventFocusOnPress
      excludeFromTabOrder
      onPress={onPress}
      className={`flex h-13 cursor-pointer items-center justify-center rounded-control border border-line-strong bg-card font-semibold data-disabled:cursor-default data-hovered:bg-sunken data-pressed:bg-accent-soft data-disabled:opacity-60 ${small ? "text-base" : "text-xl"}`}
    >
      {content}
    </Button>
  );
  return (
    <div className="grid grid-cols-3 gap-2">
      {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) =>
        key(digit, () => onDigit(digit)),
      )}
      {key(t("signIn.clear"), onClear, t("signIn.clear"), true)}
      {key("0", () => onDigit("0"))}
      {key(t("signIn.delete"), onDelete, <Delete aria-hidden="true" className="size-6" />, true)}
    </div>
  );
}
