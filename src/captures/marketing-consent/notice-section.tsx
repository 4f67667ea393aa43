import { BookOpenCheck, CircleCheck } from "lucide-react";
import { useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import type { Language } from "../../contract/ids.ts";
import type { Notice } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { fillText } from "./receipt-content.ts";
import { type MarketingConsentText, marketingConsentText } from "./text.ts";

type NoticeSectionProps = {
  notice: Notice | null;
  words: MarketingConsentText;
  spoken: Language;
  onSpoken: (spoken: Language) => void;
  isShown: boolean;
  /** Called when the staff member says that the customer has read or heard it. */
  onShown: () => void;
  error: string | null;
};

/**
 * The notice comes before the questions (s.23): its words stand on the page from the start, and only the act
 * of saying that the customer has read or heard them folds them away.
 */
export function NoticeSection(props: NoticeSectionProps) {
  const { notice, words, spoken, isShown, onShown, error } = props;
  const [isOpenAgain, setOpenAgain] = useState(false);
  useFunctionKey("F3", () => setOpenAgain((open) => !open), {
    enabled: isShown,
    label: words.notice.again,
  });
  if (notice === null) return <Banner tone="danger">{words.notice.missing}</Banner>;
  const isOpen = !isShown || isOpenAgain;
  const title = `${notice.title[spoken]} · ${fillText(words.notice.version, { version: notice.version })}`;

  return (
    <div data-field="noticeShown">
      <FormSection
        title={isShown ? words.notice.done : words.notice.heading}
        {...(isOpen ? { description: words.notice.instruction } : {})}
        aside={<SpokenLanguage {...props} />}
      >
        {isOpen ? (
          <>
            <NoticePanel label={title} lang={spoken} height="tall">
              <p className="mb-3 font-semibold text-xl">{title}</p>
              {notice.sections.map((section) => (
                <div key={section.heading[spoken]} className="mb-3">
                  <h3 className="font-semibold">{section.heading[spoken]}</h3>
                  <p>{section.body[spoken]}</p>
                </div>
              ))}
            </NoticePanel>
            {error && (
              <p className="font-medium text-danger" role="alert">
                {words.notice.needed}
              </p>
            )}
            <div>
              <Button
                // The first thing to do in this form; the words are on the screen beside it.
                autoFocus
                variant={isShown ? "secondary" : "primary"}
                size="large"
                hint={isShown ? "F3" : "Enter"}
                icon={<BookOpenCheck aria-hidden="true" className="size-6" />}
                onPress={() => {
                  setOpenAgain(false);
                  onShown();
                }}
              >
                {words.notice.shown}
              </Button>
            </div>
          </>
        ) : (
          <div className="-mt-2 flex flex-wrap items-center gap-3">
            <span className="flex items-center gap-2 text-success">
              <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
              <span lang={spoken}>{title}</span>
            </span>
            <Button variant="quiet" hint="F3" onPress={() => setOpenAgain(true)}>
              {words.notice.again}
            </Button>
          </div>
        )}
      </FormSection>
    </div>
  );
}

/** In which language the customer is told and asked: theirs, which need not be the screen's. */
function SpokenLanguage({ words, spoken, onSpoken }: NoticeSectionProps) {
  const languages = Object.keys(marketingConsentText) as Language[];
  return (
    <div className="flex items-center gap-3">
      <span className="font-medium text-sm">{words.notice.customerLanguage}</span>
      <ToggleButtonGroup
        aria-label={words.notice.customerLanguage}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[spoken]}
        onSelectionChange={(keys) => {
          const chosen = languages.find((one) => keys.has(one));
          if (chosen) onSpoken(chosen);
        }}
        className="inline-flex rounded-control border border-line-strong p-0.5"
      >
        {languages.map((one) => (
          <ToggleButton
            key={one}
            id={one}
            className="min-h-11 min-w-20 cursor-pointer rounded-[0.45rem] px-3 font-medium data-hovered:bg-sunken data-selected:bg-accent data-selected:text-on-accent"
          >
            {one === "th" ? words.notice.thai : words.notice.english}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
