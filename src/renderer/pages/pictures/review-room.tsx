import { useState } from "react";
import type { Board } from "../../../captures/event-photo-opt-out/board-fold.ts";
import type { ConsentEntry } from "../../../captures/event-photo-opt-out/consent-fold.ts";
import type { EventPlan } from "../../../contract/event.ts";
import { FinishScreen } from "./finish-screen.tsx";
import type { PictureDesk } from "./picture-desk.ts";
import { ReviewScreen } from "./review-screen.tsx";
import { useExport } from "./use-export.ts";
import { type OpenedFolder, useReview } from "./use-review.ts";

type ReviewRoomProps = {
  opened: OpenedFolder;
  desk: PictureDesk;
  board: Board;
  consents: readonly ConsentEntry[];
  plan: EventPlan | null;
  onClose(): void;
};

/** One opened folder, from its first picture to the record of what was decided. */
export function ReviewRoom({ opened, desk, board, consents, plan, onClose }: ReviewRoomProps) {
  const state = useReview(opened, desk);
  const [isFinishing, setFinishing] = useState(false);
  const exporting = useExport({
    review: opened.review,
    rows: state.rows,
    desk,
    onReopen: state.reopen,
  });
  return isFinishing ? (
    <FinishScreen
      event={board.event}
      covers={board.covers}
      rows={state.rows}
      exporting={exporting}
      onBack={() => setFinishing(false)}
      onClose={onClose}
    />
  ) : (
    <ReviewScreen
      folder={opened.folder}
      state={state}
      entries={board.entries}
      consents={consents}
      plan={plan}
      onFinish={() => setFinishing(true)}
    />
  );
}
