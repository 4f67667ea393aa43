import type { Language } from "../../contract/ids.ts";
import type { Notice } from "../../contract/reference.ts";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { SpokenLanguage } from "../../ui/spoken-language.tsx";
import { fillText } from "../fill-text.ts";
import { NoticeWords } from "../notice-words.tsx";
import { type EventPhotoText, eventPhotoText } from "./text.ts";

type SpokenNoticeProps = {
  notice: Notice;
  words: EventPhotoText;
  spoken: Language;
  onSpoken: (spoken: Language) => void;
};

/** The notice in the language of whoever is told, to be read or read aloud. */
export function SpokenNotice({ notice, words, spoken, onSpoken }: SpokenNoticeProps) {
  const version = fillText(eventPhotoText[spoken].consent.version, { version: notice.version });
  const title = `${notice.title[spoken]} · ${version}`;
  return (
    <div className="flex flex-col gap-2">
      <SpokenLanguage
        size="large"
        label={words.consent.language}
        names={{ th: words.consent.thai, en: words.consent.english }}
        spoken={spoken}
        onSpoken={onSpoken}
      />
      <NoticePanel label={title} lang={spoken} height="short">
        <p className="mb-1 font-semibold text-lg">{title}</p>
        <NoticeWords notice={notice} spoken={spoken} isDense />
      </NoticePanel>
    </div>
  );
}
