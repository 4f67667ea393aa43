import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { FunctionKeyLayer } from "./function-keys.tsx";

type DialogProps = {
  title: string;
  isOpen: boolean;
  /** Called by Escape and by the cross. */
  onClose: () => void;
  /** Names the cross for screen readers. */
  closeLabel: string;
  /** `alertdialog` where the answer matters more than what lies behind. */
  role?: "dialog" | "alertdialog";
  size?: "small" | "medium" | "large";
  /** Buttons at the bottom, the main one last. */
  footer?: ReactNode;
  children: ReactNode;
};

const widths = { small: "max-w-md", medium: "max-w-2xl", large: "max-w-5xl" } as const;

/** A window over the page. Function keys of the page behind it rest while it is open. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    closeLabel,
    role = "dialog",
    size = "medium",
    footer,
    children,
  } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-50 flex items-center justify-center bg-ink/45 p-6"
    >
      <Modal className={`flex max-h-full w-full ${widths[size]}`}>
        <AriaDialog
          role={role}
          className="flex max-h-full w-full flex-col overflow-hidden rounded-panel bg-card shadow-dialog outline-none"
        >
          <FunctionKeyLayer>
            <header className="flex items-start gap-4 border-line border-b px-6 py-4">
              <Heading slot="title" className="flex-1 font-semibold text-xl">
                {title}
              </Heading>
              <AriaButton
                onPress={onClose}
                aria-label={closeLabel}
                className="-my-1 flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-control text-muted data-hovered:bg-sunken"
              >
                <X aria-hidden="true" className="size-5" />
              </AriaButton>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">{children}</div>
            {footer && (
              <footer className="flex flex-wrap justify-end gap-3 border-line border-t bg-surface px-6 py-4">
                {footer}
              </footer>
            )}
          </FunctionKeyLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
