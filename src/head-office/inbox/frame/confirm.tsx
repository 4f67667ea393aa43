import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

type ConfirmProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What the button that does it says. */
  doIt: string;
  onConfirm: () => void;
  isRunning: boolean;
  danger?: boolean;
  children: ReactNode;
};

/** Asks before something that cannot be taken back. */
export function Confirm(props: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      closeLabel={t("app.close")}
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button autoFocus onPress={props.onClose}>
            {t("app.cancel")}
          </Button>
          <Button
            variant={props.danger ? "danger" : "primary"}
            isPending={props.isRunning}
            onPress={props.onConfirm}
          >
            {props.doIt}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
