import { ScanLine } from "lucide-react";
import { useTranslation } from "react-i18next";

/** What the desk shows while the copy is made in its own window. */
export function CopyingNote() {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      className="mx-auto flex max-w-xl flex-col items-center gap-4 px-6 py-20 text-center"
    >
      <ScanLine aria-hidden="true" className="size-14 text-accent" strokeWidth={1.5} />
      <h1 className="font-semibold text-2xl">{t("refunds.copying.title")}</h1>
      <p className="text-muted">{t("refunds.copying.text")}</p>
    </div>
  );
}
