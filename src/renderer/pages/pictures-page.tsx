import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Progress } from "../../ui/progress.tsx";
import { call } from "../bridge/call.ts";
import { FailureText } from "../failure-text.tsx";
import { useLanguage } from "../i18n.ts";
import { FolderStart } from "./pictures/folder-start.tsx";
import { openPictureDesk, type PictureDesk } from "./pictures/picture-desk.ts";
import { ReviewRoom } from "./pictures/review-room.tsx";
import { useBoard } from "./pictures/use-board.ts";
import type { OpenedFolder } from "./pictures/use-review.ts";

type Opened = { folder: OpenedFolder; desk: PictureDesk };

/** Looking through an event's pictures before they are published. */
export function PicturesPage({ event }: { event: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const answer = useBoard(event);
  const [opened, setOpened] = useState<Opened | null>(null);

  // The folder is open for as long as this page shows it, and no longer.
  useEffect(() => {
    if (opened === null) return;
    return () => {
      opened.desk.close();
      void call("pictures.close", { review: opened.folder.review });
    };
  }, [opened]);

  if (answer.state === "waiting") {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  if (answer.state === "failed") {
    return (
      <div className="mx-auto max-w-3xl p-8">
        <Banner tone="danger">
          <FailureText failure={answer.failure} />
        </Banner>
      </div>
    );
  }
  const { board, consents, plan } = answer;
  return opened === null ? (
    <FolderStart
      event={event}
      name={plan?.name[language] ?? event}
      onOpen={(folder) => setOpened({ folder, desk: openPictureDesk() })}
    />
  ) : (
    <ReviewRoom
      key={opened.folder.review}
      opened={opened.folder}
      desk={opened.desk}
      board={board}
      consents={consents}
      plan={plan}
      onClose={() => setOpened(null)}
    />
  );
}
