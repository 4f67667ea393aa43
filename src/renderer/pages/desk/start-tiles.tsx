import { FileX2, HandHeart, UserRoundPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { KeyCap } from "../../../ui/key-cap.tsx";

type StartTilesProps = { onAsk: () => void; onNoThanks: () => void; onWithdraw: () => void };

/** What can be done with somebody who was not found, or not looked for. */
export function StartTiles({ onAsk, onNoThanks, onWithdraw }: StartTilesProps) {
  const { t } = useTranslation();
  const icon = "size-8 shrink-0 text-accent";
  return (
    <div className="grid grid-cols-3 gap-4">
      <Tile
        functionKey="F4"
        icon={<UserRoundPlus aria-hidden="true" className={icon} strokeWidth={1.7} />}
        title={t("desk.start.ask")}
        help={t("desk.start.askHelp")}
        onPress={onAsk}
      />
      <Tile
        functionKey="F8"
        icon={<HandHeart aria-hidden="true" className={icon} strokeWidth={1.7} />}
        title={t("desk.start.noThanks")}
        help={t("desk.start.noThanksHelp")}
        onPress={onNoThanks}
      />
      <Tile
        functionKey="F6"
        icon={<FileX2 aria-hidden="true" className={icon} strokeWidth={1.7} />}
        title={t("desk.start.withdraw")}
        help={t("desk.start.withdrawHelp")}
        onPress={onWithdraw}
      />
    </div>
  );
}

type TileProps = {
  functionKey: string;
  icon: ReactNode;
  title: string;
  help: string;
  onPress: () => void;
};

function Tile({ functionKey, icon, title, help, onPress }: TileProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-32 cursor-pointer flex-col items-start gap-2 rounded-panel border border-line bg-card px-5 py-4 text-start shadow-panel hover:border-accent hover:bg-accent-soft"
    >
      <span className="flex w-full items-start justify-between gap-3">
        {icon}
        <KeyCap>{functionKey}</KeyCap>
      </span>
      <span className="font-semibold text-lg leading-snug">{title}</span>
      <span className="text-muted text-sm">{help}</span>
    </button>
  );
}
