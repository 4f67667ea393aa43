import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { readDigit } from "./digit-key.ts";

const focusable =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), button[data-step]:not(:disabled)';

/** The radios or ticks that one step is made of; a single field is its own group. */
function findGroup(element: Element): Element {
  return element.closest('[role="radiogroup"], [role="group"]') ?? element;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** The steps of a form in reading order, each by the element that takes its focus. */
function listSteps(root: HTMLElement): { group: Element; target: HTMLElement }[] {
  const steps = new Map<Element, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>(focusable)) {
    const group = findGroup(element);
    const isChecked =
      element instanceof HTMLInputElement && element.type === "radio" && element.checked;
    if (isShown(element) && (!steps.has(group) || isChecked)) steps.set(group, element);
  }
  return [...steps].map(([group, target]) => ({ group, target }));
}

/** Focuses an element and brings the whole field that it belongs to into view. */
export function focusStep(target: HTMLElement): void {
  target.focus({ preventScroll: true });
  (target.closest("[data-field]") ?? target).scrollIntoView({ block: "nearest" });
}

/** Moves to the first step after an element, or to whatever is marked as the end. */
export function moveOn(root: HTMLElement, from: Element): void {
  const group = findGroup(from);
  const following = listSteps(root).find(
    (step) =>
      !group.contains(step.group) &&
      Boolean(group.compareDocumentPosition(step.group) & Node.DOCUMENT_POSITION_FOLLOWING),
  );
  const target = following?.target ?? root.querySelector<HTMLElement>("[data-steps-end] button");
  if (target) focusStep(target);
}

/**
 * Lets Enter, and a digit that answers a choice, move on to the next field. Several lines of text keep
 * their Enter, and buttons theirs. What is inside `data-own-digits` looks after its digits itself.
 */
export function FocusSteps({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);

  function press(event: KeyboardEvent): void {
    const { target, nativeEvent } = event;
    const form = root.current;
    // Events of a window that lies over the form arrive here too, by React's tree.
    if (!form || !(target instanceof HTMLInputElement) || !form.contains(target)) return;
    if (event.ctrlKey || event.altKey || event.metaKey || nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      moveOn(form, target);
      return;
    }
    if (target.type !== "radio" || target.closest("[data-own-digits]")) return;
    const digit = readDigit(nativeEvent.code);
    const group = findGroup(target);
    if (
      digit === null ||
      digit < 1 ||
      digit > group.querySelectorAll('input[type="radio"]').length
    ) {
      return;
    }
    // The choice itself handles the key; what it brings onto the screen is there after this turn.
    setTimeout(() => moveOn(form, target), 0);
  }

  return (
    <div ref={root} onKeyDownCapture={press} className="contents">
      {children}
    </div>
  );
}
