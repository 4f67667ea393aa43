import { Search as SearchIcon, X } from "lucide-react";
import { type KeyboardEvent, type Ref, useId } from "react";
import { useTranslation } from "react-i18next";
import type { PersonHit } from "../../../contract/ipc.ts";
import { KeyCap } from "../../../ui/key-cap.tsx";
import type { Search } from "./use-search.ts";

type SearchBoxProps = {
  search: Search;
  listId: string;
  inputRef: Ref<HTMLInputElement>;
  /** Small, where a person is open beneath it. */
  isCompact: boolean;
  onOpen: (hit: PersonHit) => void;
};

export function nameOption(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The one box that finds a person by whatever they can tell. */
export function SearchBox({ search, listId, inputRef, isCompact, onOpen }: SearchBoxProps) {
  const { t } = useTranslation();
  const id = useId();
  const { text, hits, active, isSettled } = search;
  const isOpen = text.trim() !== "" && hits.length > 0 && !isCompact;

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (hits.length === 0) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      search.choose((active + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = hits[active];
      if (isSettled && hit) onOpen(hit);
      else search.askNow(text);
    } else if (event.key === "Escape" && (text !== "" || isCompact)) {
      event.preventDefault();
      search.type("");
    }
  }

  return (
    <search className="flex flex-col gap-1.5">
      <label
        htmlFor={id}
        className={isCompact ? "sr-only" : "flex items-center gap-2 font-semibold text-lg"}
      >
        {t("desk.search.label")} <KeyCap>F2</KeyCap>
      </label>
      <div className="relative">
        <SearchIcon
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-4 my-auto size-6 text-muted"
        />
        <input
          id={id}
          ref={inputRef}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-autocomplete="list"
          aria-describedby={`${id}-hint`}
          {...(isOpen
            ? { "aria-controls": listId, "aria-activedescendant": nameOption(listId, active) }
            : {})}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => search.type(event.target.value)}
          onKeyDown={press}
          className={`w-full rounded-panel border-2 border-line-strong bg-card pr-16 pl-13 hover:border-muted ${isCompact ? "h-12" : "h-16 text-xl shadow-panel"}`}
        />
        {text !== "" && (
          <button
            type="button"
            aria-label={t("desk.search.clear")}
            onClick={() => search.type("")}
            className="absolute inset-y-0 right-1 my-auto flex size-11 cursor-pointer items-center justify-center rounded-control text-muted hover:bg-sunken"
          >
            <X aria-hidden="true" className="size-6" />
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className={isCompact ? "sr-only" : "text-muted text-sm"}>
        {t("desk.search.hint")}
      </p>
    </search>
  );
}
