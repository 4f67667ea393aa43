import type { EventPlan } from "../../contract/event.ts";
import type { Language } from "../../contract/ids.ts";
import { ColourDot } from "../../ui/colour-swatches.tsx";
import { formatMoment, formatTime } from "../../ui/thai-date.tsx";
import { fillText } from "../fill-text.ts";
import { type Board, groupByZone } from "./board-fold.ts";
import { nameClothing, namePeople, nameZone } from "./marks-words.ts";
import { swatchColours } from "./swatch-colours.ts";
import { eventPhotoText } from "./text.ts";

type BoardSheetProps = {
  board: Board;
  plan: EventPlan;
  language: Language;
  /** ISO, UTC. */
  printedAt: string;
};

/** The board on A4, black on white, with room for photographers to sign that they have read it. */
export function BoardSheet({ board, plan, language, printedAt }: BoardSheetProps) {
  const words = eventPhotoText[language];
  const heads = [
    words.marks.tag,
    words.marks.garment,
    words.marks.people,
    words.board.wish,
    words.board.seen,
  ];
  return (
    <article
      lang={language}
      data-board-sheet=""
      className="mx-auto flex w-[180mm] flex-col gap-[4mm] bg-white py-[14mm] text-[12pt] text-black leading-[1.5]"
    >
      <header className="flex items-end justify-between gap-[8mm] border-black border-b-2 pb-[2mm]">
        <div>
          <h1 className="font-bold text-[22pt] leading-tight">{words.board.title}</h1>
          <p className="font-semibold text-[14pt]">
            {plan.name[language]} · {plan.place[language]}
          </p>
          <p>
            {fillText(words.board.printed, { at: formatMoment(printedAt, language) })} ·{" "}
            {words.board.known}
          </p>
        </div>
        <p className="text-end leading-tight">
          <span className="block font-bold text-[34pt] leading-none">{board.counts.people}</span>
          {words.board.count}
        </p>
      </header>
      {board.entries.length === 0 && <p className="text-[16pt]">{words.board.empty}</p>}
      {groupByZone(board.entries).map(({ zone, entries }) => (
        <section key={zone ?? ""}>
          <h2 className="font-bold text-[16pt]">
            {nameZone(zone, plan, language) ?? words.marks.zoneAny}
          </h2>
          <table className="w-full border-collapse text-start">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th
                    key={head}
                    scope="col"
                    className="border border-black px-[2mm] text-start font-semibold text-[10pt]"
                  >
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.optOut} className="break-inside-avoid">
                  <td className="border border-black px-[2mm] font-bold text-[16pt]">
                    {entry.marks.tag}
                  </td>
                  <td className="border border-black px-[2mm] font-semibold text-[13pt]">
                    {nameClothing(entry.marks, language).map((worn, index) => {
                      const piece = entry.marks.clothing[index];
                      return (
                        <span key={worn} className="mr-[3mm] inline-flex items-center gap-[1.5mm]">
                          {piece && <ColourDot colours={swatchColours[piece.colour]} />}
                          {worn}
                        </span>
                      );
                    })}
                  </td>
                  <td className="border border-black px-[2mm]">
                    {namePeople(entry.marks, language)}
                  </td>
                  <td className="border border-black px-[2mm] font-bold">
                    {entry.isNew && `${words.board.isNew} · `}
                    {words.wishShort[entry.wish]}
                    {entry.framing !== "both" && ` · ${words.framing[entry.framing]}`}
                  </td>
                  <td className="border border-black px-[2mm]">
                    {formatTime(entry.marks.seenAt ?? entry.takenAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <footer className="mt-[4mm] break-inside-avoid border-black border-t-2 pt-[2mm]">
        <p className="font-semibold">{words.board.photographer}</p>
        <div className="mt-[12mm] border-black border-b" />
        <div className="mt-[12mm] border-black border-b" />
      </footer>
    </article>
  );
}
