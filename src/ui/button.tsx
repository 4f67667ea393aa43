import type { ReactNode } from "react";
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from "react-aria-components/Button";
import { KeyCap } from "./key-cap.tsx";
import { Spinner } from "./progress.tsx";

export type ButtonVariant = "primary" | "secondary" | "danger" | "quiet";

type ButtonProps = Omit<AriaButtonProps, "children" | "className" | "style" | "isPending"> & {
  variant?: ButtonVariant;
  size?: "medium" | "large";
  /** The function key that does the same, shown as a key cap; binding it is the caller's. */
  hint?: string | undefined;
  icon?: ReactNode;
  /** Stretches to the width of its container. */
  wide?: boolean;
  /** It is doing what it does: it keeps focus, and pressing it again does nothing. */
  isPending?: boolean;
  children: ReactNode;
};

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "border-transparent bg-accent text-on-accent data-hovered:bg-accent-strong data-pressed:bg-accent-strong",
  secondary: "border-line-strong bg-card text-ink data-hovered:bg-sunken data-pressed:bg-sunken",
  danger:
    "border-transparent bg-danger text-on-accent data-hovered:bg-danger-strong data-pressed:bg-danger-strong",
  quiet:
    "border-transparent bg-transparent text-accent data-hovered:bg-accent-soft data-pressed:bg-accent-soft",
};

const sizes = {
  medium: "min-h-11 px-4 py-1.5",
  large: "min-h-14 px-6 py-2 text-lg",
} as const;

export function Button({
  variant = "secondary",
  size = "medium",
  hint,
  icon,
  wide = false,
  isPending = false,
  children,
  onPress,
  ...rest
}: ButtonProps) {
  const onDark = variant === "primary" || variant === "danger";
  return (
    // Not React Aria's own pending: it announces the button by an element that outlives it.
    <AriaButton
      {...rest}
      {...(isPending ? { "aria-disabled": true } : onPress ? { onPress } : {})}
      className={`inline-flex shrink-0 cursor-pointer items-center justify-center gap-2.5 rounded-control border font-semibold transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-45 ${variants[variant]} ${sizes[size]} ${wide ? "w-full" : "whitespace-nowrap"}`}
    >
      {isPending ? <Spinner /> : icon}
      <span>{children}</span>
      {hint && <KeyCap tone={onDark ? "on-dark" : "plain"}>{hint}</KeyCap>}
    </AriaButton>
  );
}
