import { ArrowLeft } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findForbiddenText } from "../../../captures/typed-text.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useScanner } from "../../../ui/scanner.ts";
import { FailureText } from "../../failure-text.tsx";
import { DraftOffer } from "./draft-offer.tsx";
import { HitList } from "./hit-list.tsx";
import { KnownAsOf } from "./known-as-of.tsx";
import { NoThanksSaved } from "./no-thanks-saved.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { SearchBox } from "./search-box.tsx";
import { StartTiles } from "./start-tiles.tsx";
import { useTaskKeys } from "./task-keys.ts";
import type { Desk } from "./use-desk.ts";
import type { Search } from "./use-search.ts";

type LookUpProps = { desk: Desk; search: Search; reference: Reference };

/** The desk between two forms: the search box, and beneath it whoever was found or what can be done. */
export function LookUp({ desk, search, reference }: LookUpProps) {
  const { t } = useTranslation();
  const { view, subject, draft, news } = desk;
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const isPerson = view.at === "person" && subject.is === "known";
  const offersDraft =
    draft !== null && (view.at === "search" || (isPerson && draft.subject === view.subject));

  useScanner((text) => search.askNow(text));
  useFunctionKey(
    "F2",
    () => {
      box.current?.focus();
      box.current?.select();
    },
    { label: t("desk.search.label") },
  );
  useTaskKeys(desk, search, isPerson);

  useEffect(() => {
    // The way on is the keyboard's: a person's keys work at once, and typing starts the next search.
    if (!offersDraft) box.current?.focus();
  }, [offersDraft]);

  const failure =
    desk.failure ?? search.failure ?? (subject.is === "gone" ? subject.failure : null);

  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-6 py-5">
      {!isPerson && <h1 className="sr-only">{t("desk.title")}</h1>}
      <SearchBox
        search={
          isPerson
            ? {
                ...search,
                // Whoever types looks for somebody else.
                type(text) {
                  search.type(text);
                  desk.leavePerson();
                },
              }
            : search
        }
        listId={listId}
        inputRef={box}
        isCompact={isPerson}
        onOpen={(hit) => desk.openPerson(hit.subject)}
      />
      {failure && (
        <Banner tone="danger">
          <FailureText failure={failure} />
        </Banner>
      )}
      {news && <NoThanksSaved news={news} onOpenReceipt={desk.openReceipt} />}
      {offersDraft && draft && (
        <DraftOffer draft={draft} onGoOn={() => desk.goOn(draft)} onDiscard={desk.discard} />
      )}
      {isPerson ? (
        <>
          <div className="-my-2 flex items-center justify-between gap-4">
            <Button
              variant="quiet"
              icon={<ArrowLeft aria-hidden="true" className="size-5" />}
              onPress={() => {
                search.clear();
                desk.goBack();
                // This button is gone the next moment, and its focus with it.
                box.current?.focus();
              }}
            >
              {t("desk.person.back")}
            </Button>
            <KnownAsOf />
          </div>
          <PersonPanel
            person={subject}
            reference={reference}
            now={new Date()}
            onTask={desk.start}
            onNoThanks={() => void desk.sayNoThanksHere()}
            onOpenReceipt={desk.openReceipt}
          />
        </>
      ) : subject.is === "waiting" ? (
        <Progress label={t("app.loading")} />
      ) : (
        <Found desk={desk} search={search} listId={listId} />
      )}
    </div>
  );
}

/** Whoever the search found; when nobody was, what can be done all the same. */
function Found({ desk, search, listId }: Omit<LookUpProps, "reference"> & { listId: string }) {
  const { t } = useTranslation();
  const { text, hits, more, active, isSettled } = search;
  const isSearching = text.trim() !== "";
  const forbidden = findForbiddenText(text);
  const isNobody = isSearching && isSettled && hits.length === 0;
  return (
    <>
      <p role="status" className={hits.length > 0 || isNobody ? "" : "sr-only"}>
        {isSearching && !isSettled && t("desk.search.searching")}
        {isSettled && hits.length > 0 && t("desk.search.found", { count: hits.length })}
        {isNobody && (
          <>
            <span className="block font-semibold text-lg">{t("desk.search.none", { text })}</span>
            {forbidden ? t(`failure.issue.${forbidden}`) : t("desk.search.noneHelp")}
          </>
        )}
      </p>
      {hits.length > 0 && (
        <HitList
          id={listId}
          hits={hits}
          more={more}
          active={active}
          onOpen={(hit) => desk.openPerson(hit.subject)}
        />
      )}
      <StartTiles
        onAsk={() => desk.start({ task: "ask" })}
        onNoThanks={() => void desk.sayNoThanksHere()}
        onWithdraw={() => desk.start({ task: "withdraw" })}
      />
      <KnownAsOf />
    </>
  );
}
