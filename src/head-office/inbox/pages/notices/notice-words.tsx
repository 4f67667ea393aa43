import type { Language } from "../../../../contract/ids.ts";
import type { Notice } from "../../../../contract/reference.ts";

/** A notice as the customer reads it at the counter. */
export function NoticeWords({
  notice,
  language,
}: {
  notice: Pick<Notice, "title" | "sections">;
  language: Language;
}) {
  return (
    <div lang={language} className="flex flex-col gap-3">
      <p className="font-semibold text-lg">{notice.title[language]}</p>
      {notice.sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
        <div key={at}>
          <p className="font-semibold">{section.heading[language]}</p>
          <p className="whitespace-pre-line">{section.body[language]}</p>
        </div>
      ))}
    </div>
  );
}
