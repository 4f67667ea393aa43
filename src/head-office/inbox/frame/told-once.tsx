import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

/** A PIN, code or password, shown this one time. */
export function ToldOnce({
  title,
  intro,
  secret,
  onClose,
}: {
  title: string;
  intro: string;
  /** Null: nothing to show. */
  secret: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      isOpen={secret !== null}
      onClose={onClose}
      closeLabel={t("app.close")}
      size="small"
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t("once.noted")}
        </Button>
      }
    >
      <p className="mb-3">{intro}</p>
      <output className="block select-all rounded-control border border-line-strong bg-sunken px-4 py-3 text-center font-mono font-semibold text-2xl">
        {secret}
      </output>
      <p className="mt-3 text-muted text-sm">{t("once.only")}</p>
    </Dialog>
  );
}
