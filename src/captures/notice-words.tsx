import type { Language } from "../contract/ids.ts";
import type { Notice } from "../contract/reference.ts";

type NoticeWordsProps = { notice: Notice; spoken: Language; isDense?: boolean };

/** The paragraphs of a notice, as whoever is told reads or hears them. */
export function NoticeWords({ notice, spoken, isDense = false }: NoticeWordsProps) {
  return notice.sections.map((section) => (
    <div key={section.heading[spoken]} className={`${isDense ? "mb-2" : "mb-3"} last:mb-0`}>
      <h3 className="font-semibold">{section.heading[spoken]}</h3>
      <p>{section.body[spoken]}</p>
    </div>
  ));
}
