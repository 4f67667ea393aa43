import { Pencil } from "lucide-react";
import { Button } from "react-aria-components/Button";
import type { EventPlan } from "../../contract/event.ts";
import type { Language } from "../../contract/ids.ts";
import { ColourDot } from "../../ui/colour-swatches.tsx";
import { formatTime } from "../../ui/thai-date.tsx";
import { fillText } from "../fill-text.ts";
import { type BoardEntry, groupByZone } from "./board-fold.ts";
import { nameClothing, namePeople, nameZone } from "./marks-words.ts";
import { swatchColours } from "./swatch-colours.ts";
import { eventPhotoText } from "./text.ts";

type BoardListProps = {
  entries: readonly BoardEntry[];
  plan: Pick<EventPlan, "zones">;
  language: Language;
  /** `large` is read at two metres: its letters are about 1 cm high on a laptop of 14 inches. */
  size: "medium" | "large";
  /** Without it the entries are to be read only. */
  onOpen?: (entry: BoardEntry) => void;
};

/** The no-photo board: by zone, what changed last first, what no photographer has seen yet marked. */
export function BoardList({ entries, plan, language, size, onOpen }: BoardListProps) {
  const words = eventPhotoText[language];
  return (
    <div className="flex flex-col gap-3">
      {groupByZone(entries).map(({ zone, entries: found }) => {
        const name = nameZone(zone, plan, language) ?? words.marks.zoneAny;
        return (
          <section key={zone ?? ""} aria-label={name} className="flex flex-col gap-2">
            <h2
              className={`border-ink border-b-2 pb-0.5 font-bold leading-snug ${size === "large" ? "text-3xl" : "text-xl"}`}
            >
              {name}
            </h2>
            <ul
              className={`grid gap-2 ${size === "large" ? "grid-cols-1 2xl:grid-cols-2" : "grid-cols-1"}`}
            >
              {found.map((entry) => (
                <li key={entry.optOut}>
                  <Entry entry={entry} language={language} size={size} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

type EntryProps = Pick<BoardListProps, "language" | "size"> & {
  entry: BoardEntry;
  onOpen: BoardListProps["onOpen"];
};

function Entry({ entry, language, size, onOpen }: EntryProps) {
  const words = eventPhotoText[language];
  const { marks } = entry;
  const people = namePeople(marks, language);
  const isLarge = size === "large";
  const look = `flex w-full items-center gap-3 rounded-control border-2 text-start text-ink ${isLarge ? "px-4 py-3" : "px-3 py-1.5"} ${entry.isNew ? "border-danger bg-warning-soft" : "border-line-strong bg-card"}`;
  const content = (
    <>
      {marks.tag && (
        <span
          className={`shrink-0 rounded-control bg-ink px-3 font-bold text-white leading-tight ${isLarge ? "text-6xl" : "py-1 text-2xl"}`}
        >
          {marks.tag}
        </span>
      )}
      <span
        className={`flex min-w-0 flex-1 ${isLarge ? "flex-wrap items-center gap-x-8 leading-normal" : "flex-col leading-tight"}`}
      >
        <span
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 font-bold empty:hidden ${isLarge ? "text-[2.75rem]" : "text-xl"}`}
        >
          {nameClothing(marks, language).map((worn, index) => {
            const piece = marks.clothing[index];
            return (
              <span key={worn} className="inline-flex items-center gap-1.5">
                {piece && <ColourDot colours={swatchColours[piece.colour]} size={size} />}
                {worn}
              </span>
            );
          })}
          {people && <span>{people}</span>}
          {marks.clothing.length === 0 && marks.tag === null && people === null && (
            <span>{words.marks.nothing}</span>
          )}
        </span>
        <span className={`flex flex-wrap gap-x-4 ${isLarge ? "text-4xl" : "text-base"}`}>
          <span className="font-bold text-danger">{words.wishShort[entry.wish]}</span>
          {entry.framing !== "both" && <span>{words.framing[entry.framing]}</span>}
          <span>{formatTime(marks.seenAt ?? entry.takenAt)}</span>
        </span>
      </span>
      {entry.isNew && (
        <span
          className={`shrink-0 rounded-full bg-danger px-3 font-bold text-on-accent ${isLarge ? "text-3xl" : "text-base"}`}
        >
          {words.board.isNew}
        </span>
      )}
      {onOpen && <Pencil aria-hidden="true" className="size-5 shrink-0 text-muted" />}
    </>
  );
  return onOpen ? (
    <Button
      onPress={() => onOpen(entry)}
      className={`${look} cursor-pointer data-hovered:border-ink`}
    >
      <span className="sr-only">{fillText(words.board.open, { number: entry.receiptNumber })}</span>
      {content}
    </Button>
  ) : (
    <div className={look}>{content}</div>
  );
}
