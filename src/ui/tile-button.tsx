import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { KeyCap } from "./key-cap.tsx";
import { Spinner } from "./progress.tsx";

export type TileTone = "strong" | "danger" | "plain";

type TileButtonProps = {
  title: string;
  /** A few words beneath. */
  help?: string | undefined;
  icon?: ReactNode;
  /** The function key that does the same; binding it is the caller's. */
  hint?: string | undefined;
  tone?: TileTone;
  size?: "medium" | "large" | "giant";
  isPending?: boolean;
  isDisabled?: boolean;
  onPress: () => void;
};

const tones: Readonly<Record<TileTone, string>> = {
  strong:
    "border-deep bg-deep text-on-deep data-hovered:bg-accent-strong data-pressed:bg-accent-strong",
  danger:
    "border-danger-strong bg-danger text-on-accent data-hovered:bg-danger-strong data-pressed:bg-danger-strong",
  plain: "border-line-strong bg-card text-ink data-hovered:bg-sunken data-pressed:bg-sunken",
};

const sizes = {
  medium: { tile: "min-h-14 px-4 py-2", title: "text-lg" },
  large: { tile: "min-h-20 px-5 py-2.5", title: "text-xl" },
  giant: { tile: "min-h-36 px-5 py-4", title: "text-3xl" },
} as const;

/** A button to be found and hit in the sun: the whole tile is the button. */
export function TileButton(props: TileButtonProps) {
  const { title, help, icon, hint, tone = "plain", size = "medium", isPending = false } = props;
  const look = sizes[size];
  return (
    <Button
      {...(isPending ? { "aria-disabled": true } : { onPress: props.onPress })}
      isDisabled={props.isDisabled ?? false}
      className={`flex w-full cursor-pointer items-center gap-4 rounded-panel border-2 text-start transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-45 ${tones[tone]} ${look.tile}`}
    >
      {isPending ? <Spinner size="large" /> : icon}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={`font-bold leading-snug ${look.title}`}>{title}</span>
        {help && <span className="leading-snug">{help}</span>}
      </span>
      {hint && <KeyCap tone={tone === "plain" ? "plain" : "on-dark"}>{hint}</KeyCap>}
    </Button>
  );
}
