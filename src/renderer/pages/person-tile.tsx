import { LockKeyhole } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { useTranslation } from "react-i18next";
import type { RosterEntry } from "../../contract/ipc.ts";
import { Badge } from "../../ui/badge.tsx";
import { useLanguage } from "../i18n.ts";

type PersonTileProps = {
  person: RosterEntry;
  isChosen: boolean;
  onChoose: () => void;
  /** The arrow keys walk over the tiles. */
  onStep: (by: 1 | -1) => void;
  tileRef: Ref<HTMLButtonElement>;
};

// Thai writes some vowels before the consonant they follow in speech: an initial is the consonant.
function readInitial(name: string): string {
  return name
    .replace(/^(?:คุณ|นาย|นางสาว|นาง)\s*/u, "")
    .replace(/^[เแโใไ]/u, "")
    .charAt(0)
    .toUpperCase();
}

/** One person of the branch, large enough for a finger. */
export function PersonTile({ person, isChosen, onChoose, onStep, tileRef }: PersonTileProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = person.name[language];
  return (
    <Button
      ref={tileRef}
      onPress={onChoose}
      aria-pressed={isChosen}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") onStep(1);
        else if (event.key === "ArrowUp") onStep(-1);
        else event.continuePropagation();
      }}
      className={`flex min-h-18 w-full cursor-pointer items-center gap-4 rounded-panel border px-5 py-3 text-start data-hovered:border-accent ${isChosen ? "border-accent bg-accent-soft shadow-[inset_0_0_0_1px_var(--color-accent)]" : "border-line bg-card shadow-panel"}`}
    >
      <span
        aria-hidden="true"
        className={`flex size-12 shrink-0 items-center justify-center rounded-full font-semibold text-xl ${person.locked ? "bg-sunken text-muted" : "bg-accent text-on-accent"}`}
      >
        {person.locked ? <LockKeyhole className="size-5" /> : readInitial(name)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-semibold text-lg leading-snug">{name}</span>
        <span className="block text-muted text-sm">
          {person.roles.map((role) => t(`role.${role}`)).join(" · ")}
        </span>
      </span>
      {person.locked && <Badge tone="danger">{t("signIn.locked")}</Badge>}
    </Button>
  );
}
