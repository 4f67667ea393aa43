import { BookOpenCheck, CircleCheck } from "lucide-react";
import type { Notice } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { NoticeWords } from "../notice-words.tsx";
import type { RefundPart } from "./refund-part.ts";

type NoticeSectionProps = RefundPart & { notice: Notice | null; onTold: () => void };

/** What it is for, how long it is kept and who gets it, read aloud before a document is looked at (s.23). */
export function NoticeSection(props: NoticeSectionProps) {
  const { words, values, set, errorOf, notice } = props;
  const text = words.notice;
  const spoken = values.language;
  if (notice === null) return <Banner tone="danger">{text.missing}</Banner>;
  const isTold = values.noticeShown !== null;
  return (
    <div data-field="noticeShown">
      <FormSection
        title={isTold ? text.done : text.heading}
        aside={
          <fieldset className="flex items-center gap-3">
            <legend className="sr-only">{text.language}</legend>
            {(["th", "en"] as const).map((one) => (
              <label
                key={one}
                className={`flex min-h-11 cursor-pointer items-center gap-2 rounded-control border px-3 ${spoken === one ? "border-accent bg-accent-soft" : "border-line-strong"}`}
              >
                <input
                  type="radio"
                  name="notice-language"
                  checked={spoken === one}
                  onChange={() => set({ language: one })}
                  className="accent-accent"
                />
                {one === "th" ? text.thai : text.english}
              </label>
            ))}
          </fieldset>
        }
      >
        {isTold ? (
          <p className="-mt-2 flex items-center gap-2 text-success">
            <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
            <span lang={spoken}>{notice.title[spoken]}</span>
          </p>
        ) : (
          <>
            <NoticePanel label={notice.title[spoken]} lang={spoken} height="tall">
              <div className="text-lg">
                <NoticeWords notice={notice} spoken={spoken} />
              </div>
            </NoticePanel>
            {errorOf("noticeShown") && (
              <p role="alert" className="font-medium text-danger">
                {text.needed}
              </p>
            )}
            <div>
              <Button
                variant="primary"
                icon={<BookOpenCheck aria-hidden="true" className="size-5" />}
                onPress={props.onTold}
              >
                {text.told}
              </Button>
            </div>
          </>
        )}
      </FormSection>
    </div>
  );
}
