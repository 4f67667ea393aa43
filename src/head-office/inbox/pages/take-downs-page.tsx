import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TakeDownListed } from "../../../contract/inbox-event-procedures.ts";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useLanguage } from "../i18n.ts";
import { OpenDialog } from "./copies/open-dialog.tsx";
import { AnswerDialog } from "./take-downs/answer-dialog.tsx";
import { TakeDownItem } from "./take-downs/take-down-item.tsx";

/** Pictures that somebody wants taken down: what is open, oldest first, then what was answered. */
export function TakeDownsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const takeDowns = useAnswer("takeDowns.list", {}, { everyMs: 60_000 });
  const [opening, setOpening] = useState<TakeDownListed | null>(null);
  const published = useAnswer("reference.read", {});
  const [answering, setAnswering] = useState<TakeDownListed | null>(null);
  const { branches, events } =
    published.state === "ready" ? published.value : { branches: [], events: [] };
  const nameIn = (list: readonly { id: string; name: { th: string; en: string } }[], id: string) =>
    list.find((one) => one.id === id)?.name[language] ?? id;
  const list = (items: readonly TakeDownListed[], none: string) =>
    items.length === 0 ? (
      <p className="py-4 text-center text-muted">{none}</p>
    ) : (
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item) => (
          <TakeDownItem
            key={item.capture}
            item={item}
            branch={nameIn(branches, item.branch)}
            event={item.event === null ? null : nameIn(events, item.event)}
            plan={events.find(({ id }) => id === item.event) ?? null}
            onAnswer={() => setAnswering(item)}
            onOpen={() => setOpening(item)}
          />
        ))}
      </ul>
    );
  return (
    <>
      <PageHead title={t("takeDowns.title")} intro={t("takeDowns.intro")} />
      <Ready answer={takeDowns}>
        {({ open, answered }) => (
          <>
            <Panel title={t("takeDowns.open")}>{list(open, t("takeDowns.noneOpen"))}</Panel>
            <Panel title={t("takeDowns.answered")}>
              {list(answered, t("takeDowns.noneAnswered"))}
            </Panel>
          </>
        )}
      </Ready>
      {opening?.pictureCapture && (
        <OpenDialog
          capture={opening.pictureCapture}
          title={t("takeDowns.openTitle", { number: opening.receiptNumber })}
          alt={t("takeDowns.shown", { number: opening.receiptNumber })}
          onClose={() => setOpening(null)}
        />
      )}
      {answering !== null && <AnswerDialog item={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}
