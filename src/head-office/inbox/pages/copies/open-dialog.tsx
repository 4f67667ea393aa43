import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaptureId } from "../../../../contract/ids.ts";
import { shortestOpeningReason } from "../../../../contract/inbox-copy-procedures.ts";
import { Dialog } from "../../../../ui/dialog.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { KeyUseFields, useKeyUse } from "./key-use.tsx";

type OpenDialogProps = {
  /** Whose sealed picture it is. */
  capture: CaptureId;
  title: string;
  /** What the picture is, for whoever does not see it. */
  alt: string;
  onClose: () => void;
};

/** Asks for reason and key, then shows the picture. Closing lets go of all of it. */
export function OpenDialog({ capture, title, alt, onClose }: OpenDialogProps) {
  const { t } = useTranslation();
  const use = useKeyUse();
  const [picture, setPicture] = useState<string | null>(null);
  const open = useAct("copies.open");

  if (picture !== null) {
    return (
      <Dialog title={title} isOpen onClose={onClose} closeLabel={t("app.close")} size="large">
        <p className="mb-3 text-muted">{t("copies.shownWhat")}</p>
        <img src={picture} alt={alt} className="mx-auto max-h-[65vh]" />
      </Dialog>
    );
  }
  return (
    <EditDialog
      title={title}
      onClose={onClose}
      isWhole={use.given !== null}
      isRunning={open.isRunning}
      refusal={open.refusal}
      saveLabel={t("copies.show")}
      onSave={async () => {
        if (use.given === null) return;
        const answer = await open.run({ capture, ...use.given });
        if (answer.ok) setPicture(`data:${answer.value.type};base64,${answer.value.picture}`);
      }}
    >
      <p className="text-muted">{t("copies.openWhat")}</p>
      <KeyUseFields
        use={use}
        reasonLabel={t("copies.openReason")}
        reasonHelp={t("copies.openReasonHelp", { length: shortestOpeningReason })}
      />
    </EditDialog>
  );
}
