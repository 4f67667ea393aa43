import { CircleAlert } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { FocusSteps, focusStep } from "./focus-steps.tsx";
import { useFunctionKey } from "./function-keys.tsx";
import { Spinner } from "./progress.tsx";

/** A fault in one field. `field` is the `data-field` of the element around it. */
export type ListedFault = { field: string; label: string };

type FormFrameProps = {
  title: string;
  subtitle?: ReactNode;
  saveLabel: string;
  closeLabel: string;
  isSaving: boolean;
  onSave: () => void;
  onClose: () => void;
  /** What has to be done before anything else, as a button in Save's place at the front. */
  lead?: ReactNode;
  /** Buttons beside Save, such as another way to end. */
  actions?: ReactNode;
  /** How far one is, in a few words. */
  progress?: string;
  /** What keeps it from being saved, as a line that jumps; null before anybody tried. `attempt` counts tries. */
  faults: { title: string; list: readonly ListedFault[]; attempt: number } | null;
  /** Why saving failed, where that is no fault of one field. */
  failure: ReactNode;
  children: ReactNode;
};

/** Brings a field into view with its focus; false where there is none. */
export function jumpTo(root: HTMLElement | null, field: string): boolean {
  const place = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  if (!place) return false;
  const target =
    place.querySelector<HTMLElement>("input:checked") ??
    place.querySelector<HTMLElement>("input:not(:disabled), textarea, button:not(:disabled)");
  place.scrollIntoView({ block: "center" });
  if (target) focusStep(target);
  return true;
}

function useSaveKeys(root: RefObject<HTMLElement | null>, props: FormFrameProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useFunctionKey("F9", () => latest.current.onSave(), {
    label: props.saveLabel,
    enabled: !props.isSaving,
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      // A window that lies over the form has the keys to itself.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      if (event.key === "Escape") latest.current.onClose();
      if (event.key === "Enter" && event.ctrlKey && !latest.current.isSaving) {
        event.preventDefault();
        latest.current.onSave();
      }
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  const attempt = props.faults?.attempt ?? 0;
  useEffect(() => {
    const first = latest.current.faults?.list[0]?.field;
    // At each try, not at each change: afterwards the person goes from one to the next by themself.
    if (attempt === 0 || first === undefined) return;
    jumpTo(root.current, first);
    const lead = latest.current.lead
      ? root.current?.querySelector<HTMLElement>("[data-steps-end] button")
      : null;
    lead?.focus({ preventScroll: true });
  }, [attempt, root]);
}

/** A form on one page: what is asked, and a bar that stays in view with what can be done. */
export function FormFrame(props: FormFrameProps) {
  const { title, subtitle, saveLabel, closeLabel, isSaving, onSave, onClose, faults, failure } =
    props;
  const root = useRef<HTMLDivElement>(null);
  useSaveKeys(root, props);
  const hasFaults = faults !== null && faults.list.length > 0;

  return (
    <div
      ref={root}
      // What gets focus must come to rest above the bar, not beneath it.
      className="flex min-h-full flex-col [&_:is(input,textarea,select,button,[data-field])]:scroll-mt-4 [&_:is(input,textarea,select,button,[data-field])]:scroll-mb-40"
    >
      <header className="mx-auto flex w-full max-w-5xl flex-wrap items-baseline gap-x-4 px-6 pt-4 pb-3">
        <h1 className="font-semibold text-2xl">{title}</h1>
        {subtitle && <p className="text-lg text-muted">{subtitle}</p>}
      </header>
      <FocusSteps>
        <div className="mx-auto flex w-full max-w-5xl flex-1 flex-col gap-4 px-6 pb-5">
          {props.children}
        </div>
        <footer className="sticky bottom-0 z-10 border-line border-t bg-card py-3 shadow-panel">
          <div className="mx-auto max-w-5xl px-6">
            {failure && (
              <p role="alert" className="mb-2 flex gap-2 font-medium text-danger">
                <CircleAlert aria-hidden="true" className="mt-1 size-5 shrink-0" />
                <span>{failure}</span>
              </p>
            )}
            {hasFaults && (
              <div
                role="alert"
                className="mb-2 flex items-center gap-x-2 overflow-x-auto p-1 text-danger"
              >
                <CircleAlert aria-hidden="true" className="size-5 shrink-0" />
                <span className="shrink-0 font-medium">{faults.title}</span>
                {faults.list.map(({ field, label }) => (
                  <button
                    key={field}
                    type="button"
                    onClick={() => jumpTo(root.current, field)}
                    className="min-h-11 min-w-11 shrink-0 cursor-pointer rounded-control px-2 font-medium underline underline-offset-4 hover:bg-danger-soft"
                  >
                    {label}
                  </button>
                ))}
              </div>
            )}
            <div data-steps-end="" className="flex flex-wrap items-center gap-3">
              {props.lead}
              <Button
                variant={props.lead ? "secondary" : "primary"}
                size={props.lead ? "medium" : "large"}
                hint="F9"
                onPress={onSave}
                {...(isSaving ? { icon: <Spinner /> } : {})}
              >
                {saveLabel}
              </Button>
              {props.progress && !props.lead && (
                <span aria-live="polite" className="text-muted">
                  {props.progress}
                </span>
              )}
              <span className="ml-auto flex flex-wrap items-center gap-3">
                {props.actions}
                <Button hint="Esc" onPress={onClose}>
                  {closeLabel}
                </Button>
              </span>
            </div>
          </div>
        </footer>
      </FocusSteps>
    </div>
  );
}
