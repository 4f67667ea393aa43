import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type NoticeDraft, noticeDraft } from "../../../../contract/inbox-reference-procedures.ts";
import type { Notice } from "../../../../contract/reference.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { Confirm } from "../../frame/confirm.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { Panel } from "../../frame/panel.tsx";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { WordsField } from "../words-field.tsx";
import { NoticeWords } from "./notice-words.tsx";

const blank = { th: "", en: "" };
const emptyNotice: NoticeDraft = {
  id: "",
  effectiveFrom: "",
  title: blank,
  sections: [{ heading: blank, body: blank }],
};

/** Writes the next version of a notice, in both languages, and shows it as the customer will see it. */
export function NoticeEditor({ from, onClose }: { from: Notice | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<NoticeDraft>(
    from
      ? { id: from.id, effectiveFrom: "", title: from.title, sections: from.sections }
      : emptyNotice,
  );
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const publish = useAct("notices.publish");
  const isWhole = noticeDraft.safeParse(draft).success;

  const change = (parts: Partial<NoticeDraft>) => setDraft({ ...draft, ...parts });
  function changeSection(at: number, parts: Partial<NoticeDraft["sections"][number]>): void {
    const sections = draft.sections.map((one, place) =>
      place === at ? { ...one, ...parts } : one,
    );
    change({ sections });
  }
  async function send(): Promise<void> {
    const answer = await publish.run(draft);
    setAsking(false);
    if (answer.ok) onClose();
  }

  return (
    <>
      <PageHead
        title={from ? t("notices.nextOf", { notice: from.id }) : t("notices.new")}
        intro={t("notices.editIntro")}
        action={
          <>
            <Button onPress={onClose}>{t("app.cancel")}</Button>
            <Button
              variant="primary"
              onPress={() => {
                setTried(true);
                if (isWhole) setAsking(true);
              }}
            >
              {t("notices.publish")}
            </Button>
          </>
        }
      />
      <RefusalBanner refusal={publish.refusal} />
      {isTried && !isWhole && <Banner tone="warning">{t("notices.incomplete")}</Banner>}
      <div className="grid grid-cols-[3fr_2fr] items-start gap-4">
        <div className="flex flex-col gap-4">
          <Panel>
            <div className="grid grid-cols-2 gap-4">
              <TextField
                label={t("notices.id")}
                description={t("notices.idHelp")}
                value={draft.id}
                onChange={(id) => change({ id })}
                isReadOnly={from !== null}
                maxLength={40}
              />
              <TextField
                label={t("notices.from")}
                description={t("notices.fromHelp")}
                type="date"
                value={draft.effectiveFrom}
                onChange={(effectiveFrom) => change({ effectiveFrom })}
              />
            </div>
            <WordsField
              label={t("notices.noticeTitle")}
              value={draft.title}
              onChange={(title) => change({ title })}
            />
          </Panel>
          {draft.sections.map((section, at) => (
            <Panel
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
              key={at}
              title={t("notices.section", { at: at + 1 })}
              aside={
                draft.sections.length > 1 && (
                  <Button
                    variant="quiet"
                    icon={<Trash2 className="size-4" />}
                    onPress={() =>
                      change({ sections: draft.sections.filter((_, place) => place !== at) })
                    }
                  >
                    {t("notices.dropSection")}
                  </Button>
                )
              }
            >
              <WordsField
                label={t("notices.heading")}
                value={section.heading}
                onChange={(heading) => changeSection(at, { heading })}
              />
              <WordsField
                label={t("notices.body")}
                rows={5}
                value={section.body}
                onChange={(body) => changeSection(at, { body })}
              />
            </Panel>
          ))}
          <div>
            <Button
              icon={<Plus className="size-5" />}
              onPress={() =>
                change({ sections: [...draft.sections, { heading: blank, body: blank }] })
              }
            >
              {t("notices.addSection")}
            </Button>
          </div>
        </div>
        <div className="sticky top-4 flex flex-col gap-4">
          {(["th", "en"] as const).map((language) => (
            <Panel
              key={language}
              title={t("notices.asSeen", { language: t(`language.${language}`) })}
            >
              <section
                aria-label={t(`language.${language}`)}
                // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
                tabIndex={0}
                className="max-h-72 overflow-y-auto"
              >
                <NoticeWords notice={draft} language={language} />
              </section>
            </Panel>
          ))}
        </div>
      </div>
      <Confirm
        title={t("notices.sureTitle")}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        doIt={t("notices.publish")}
        onConfirm={() => void send()}
        isRunning={publish.isRunning}
      >
        {t("notices.sure")}
      </Confirm>
    </>
  );
}
