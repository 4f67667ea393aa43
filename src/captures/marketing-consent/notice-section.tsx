import { CircleCheck, Maximize2 } from "lucide-react";
import { useState } from "react";
import type { Language } from "../../contract/ids.ts";
import type { Notice } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { SpokenLanguage } from "../../ui/spoken-language.tsx";
import { fillText } from "../fill-text.ts";
import { NoticeWords } from "../notice-words.tsx";
import { type MarketingConsentText, marketingConsentText } from "./text.ts";

type NoticeSectionProps = {
  notice: Notice | null;
  words: MarketingConsentText;
  spoken: Language;
  onSpoken: (spoken: Language) => void;
  isShown: boolean;
  error: string | null;
};

/**
 * The notice comes before the questions (s.23): its words stand on the page from the start, and only the act
 * of saying that the customer has read or heard them folds them away.
 */
export function NoticeSection(props: NoticeSectionProps) {
  const { notice, words, spoken, onSpoken, isShown, error } = props;
  const [isLarge, setLarge] = useState(false);
  useFunctionKey("F3", () => setLarge(true), {
    enabled: notice !== null,
    label: isShown ? words.notice.again : words.notice.large,
  });
  if (notice === null) return <Banner tone="danger">{words.notice.missing}</Banner>;
  const title = `${notice.title[spoken]} · ${fillText(marketingConsentText[spoken].notice.version, { version: notice.version })}`;

  return (
    <div data-field="noticeShown">
      <FormSection
        title={isShown ? words.notice.done : words.notice.heading}
        {...(isShown ? {} : { description: words.notice.instruction })}
        aside={
          <SpokenLanguage
            label={words.notice.customerLanguage}
            names={{ th: words.notice.thai, en: words.notice.english }}
            spoken={spoken}
            onSpoken={onSpoken}
          />
        }
      >
        {isShown ? (
          <div className="-mt-2 flex flex-wrap items-center gap-x-4">
            <span className="flex items-center gap-2 text-success">
              <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
              <span lang={spoken}>{title}</span>
            </span>
            <Button variant="quiet" hint="F3" onPress={() => setLarge(true)}>
              {words.notice.again}
            </Button>
          </div>
        ) : (
          <>
            {error && (
              <p className="font-medium text-danger" role="alert">
                {words.notice.needed}
              </p>
            )}
            <NoticePanel label={title} lang={spoken} height="page">
              <p className="mb-2 flex items-start justify-between gap-4">
                <span className="font-semibold text-xl">{title}</span>
                <Button
                  variant="quiet"
                  hint="F3"
                  icon={<Maximize2 aria-hidden="true" className="size-5" />}
                  onPress={() => setLarge(true)}
                >
                  {words.notice.large}
                </Button>
              </p>
              <NoticeWords notice={notice} spoken={spoken} />
            </NoticePanel>
          </>
        )}
      </FormSection>
      <Dialog
        title={title}
        isOpen={isLarge}
        onClose={() => setLarge(false)}
        closeLabel={words.frame.close}
        size="large"
        footer={<Button onPress={() => setLarge(false)}>{words.frame.close}</Button>}
      >
        <NoticePanel label={title} lang={spoken} height="window">
          <div className="text-xl leading-relaxed">
            <NoticeWords notice={notice} spoken={spoken} />
          </div>
        </NoticePanel>
      </Dialog>
    </div>
  );
}
