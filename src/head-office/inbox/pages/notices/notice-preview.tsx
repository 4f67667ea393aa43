import { useTranslation } from "react-i18next";
import type { Notice } from "../../../../contract/reference.ts";
import { Button } from "../../../../ui/button.tsx";
import { Dialog } from "../../../../ui/dialog.tsx";
import { NoticePanel } from "../../../../ui/notice-panel.tsx";
import { NoticeWords } from "./notice-words.tsx";

/** Both languages of a notice beside each other. */
export function NoticePreview({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={notice ? `${notice.id} v${notice.version}` : ""}
      isOpen={notice !== null}
      onClose={onClose}
      closeLabel={t("app.close")}
      size="large"
      footer={
        <Button variant="primary" onPress={onClose}>
          {t("app.close")}
        </Button>
      }
    >
      {notice && (
        <div className="grid grid-cols-2 gap-4">
          {(["th", "en"] as const).map((language) => (
            <NoticePanel
              key={language}
              label={t(`language.${language}`)}
              lang={language}
              height="window"
            >
              <NoticeWords notice={notice} language={language} />
            </NoticePanel>
          ))}
        </div>
      )}
    </Dialog>
  );
}
