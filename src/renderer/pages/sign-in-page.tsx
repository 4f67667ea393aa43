import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../../contract/ids.ts";
import type { DeskState } from "../../contract/ipc.ts";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { Stage } from "../frame/stage.tsx";
import { SyncLine } from "../frame/sync-line.tsx";
import { UpdateNotice } from "../frame/update-notice.tsx";
import { useLanguage } from "../i18n.ts";
import { PersonTile } from "./person-tile.tsx";
import { PinPanel } from "./pin-panel.tsx";

type SignInPageProps = {
  desk: DeskState;
  /** Who was signed in until the desk locked. */
  preselected: StaffId | null;
};

/** Who is at the desk: a name, then a PIN. */
export function SignInPage({ desk, preselected }: SignInPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const roster = useProcedure("session.roster", undefined);
  const [chosen, setChosen] = useState<StaffId | null>(preselected);
  const tiles = useRef(new Map<StaffId, HTMLButtonElement>());
  const people = roster.state === "ready" ? roster.value.people : [];
  const branch = roster.state === "ready" ? roster.value.branch : null;
  const person = people.find((one) => one.staff === chosen) ?? null;

  const first = people[0]?.staff ?? null;
  useEffect(() => {
    // With nobody chosen the keyboard begins at the first name.
    if (first !== null && chosen === null && document.activeElement === document.body) {
      tiles.current.get(first)?.focus();
    }
  }, [first, chosen]);

  function leave() {
    const tile = chosen === null ? undefined : tiles.current.get(chosen);
    setChosen(null);
    tile?.focus();
  }

  function step(from: StaffId, by: number) {
    const at = people.findIndex((one) => one.staff === from);
    const to = people[at + by];
    if (to) tiles.current.get(to.staff)?.focus();
  }

  return (
    <Stage
      desk={desk}
      branch={branch && `${branch.brand} · ${branch.name[language]}`}
      foot={
        <>
          <UpdateNotice />
          <SyncLine edge="top" />
        </>
      }
    >
      {roster.state === "ready" && people.length === 0 ? (
        <div className="mx-auto flex max-w-xl flex-col gap-5 px-8 py-16">
          <div>
            <h1 className="font-semibold text-2xl">{t("signIn.nobodyTitle")}</h1>
            <p className="text-muted">{t("signIn.nobody")}</p>
          </div>
          <div>
            <Button onPress={() => void roster.again()}>{t("signIn.askAgain")}</Button>
          </div>
        </div>
      ) : (
        <div className="mx-auto grid h-full max-w-6xl grid-cols-[1fr_25rem] gap-10 px-8 py-4">
          <section aria-labelledby="people-title" className="flex min-h-0 flex-col">
            <h1 id="people-title" className="font-semibold text-2xl">
              {t("signIn.title")}
            </h1>
            <p className="mb-4 text-muted">{t("signIn.chooseFirst")}</p>
            {roster.state === "waiting" && <Progress label={t("app.loading")} />}
            <ul
              aria-label={t("signIn.people")}
              className="-m-1.5 flex min-h-0 list-none flex-col gap-3 overflow-y-auto p-1.5"
            >
              {people.map((one) => (
                <li key={one.staff}>
                  <PersonTile
                    person={one}
                    isChosen={one.staff === chosen}
                    onChoose={() => setChosen(one.staff)}
                    onStep={(by) => step(one.staff, by)}
                    tileRef={(tile) => {
                      if (tile) tiles.current.set(one.staff, tile);
                      else tiles.current.delete(one.staff);
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
          <PinPanel key={person?.staff ?? "nobody"} person={person} onLeave={leave} />
        </div>
      )}
    </Stage>
  );
}
