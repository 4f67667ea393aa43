import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type BoundKeys, createBoundKeys, type FunctionKey } from "./bound-keys.ts";
import { KeyCap } from "./key-cap.tsx";

const Board = createContext<BoundKeys | null>(null);
const Layer = createContext(0);

function useBoard(): BoundKeys {
  const board = useContext(Board);
  if (!board) throw new Error("function keys need a FunctionKeys around them");
  return board;
}

/** Listens for function keys. One stands around the whole page. */
export function FunctionKeys({ children }: { children: ReactNode }) {
  const [board] = useState(createBoundKeys);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (!board.isTaken(event.code)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) board.press(event.code);
    }
    // Captured, since a focused control may stop its key events from travelling up.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [board]);
  return <Board value={board}>{children}</Board>;
}

/** While it is shown, only the keys bound inside it work. For windows that lie over a page. */
export function FunctionKeyLayer({ children }: { children: ReactNode }) {
  const board = useBoard();
  const depth = useContext(Layer) + 1;
  useEffect(() => board.openLayer(depth), [board, depth]);
  return <Layer value={depth}>{children}</Layer>;
}

type FunctionKeyOptions = { enabled?: boolean; label?: string; underWindows?: boolean };

/**
 * Binds a function key by `KeyboardEvent.code`, so that it works in a Thai layout. `label` puts it on the bar
 * of key hints. Bound twice, the newer one counts. `underWindows`: it works while a dialog is open as well.
 */
export function useFunctionKey(
  key: FunctionKey,
  handler: () => void,
  { enabled = true, label, underWindows = false }: FunctionKeyOptions = {},
): void {
  const board = useBoard();
  const layer = useContext(Layer);
  const depth = underWindows ? "any" : layer;
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    return board.bind({ key, depth, label: label ?? null, run: () => latest.current() });
  }, [board, key, depth, enabled, label]);
}

/** The keys that work now, with what they do. */
export function KeyHints({ label }: { label: string }) {
  const board = useBoard();
  const bound = useSyncExternalStore(board.subscribe, board.read);
  const hints = useMemo(() => bound.filter((one) => one.label !== null), [bound]);
  if (hints.length === 0) return null;
  return (
    <ul
      aria-label={label}
      className="flex flex-wrap items-center gap-x-5 gap-y-1 text-muted text-sm"
    >
      {hints.map((hint) => (
        <li key={hint.key} className="flex items-center gap-2">
          <KeyCap>{hint.key}</KeyCap>
          <span className="sr-only">{hint.key}: </span>
          <span>{hint.label}</span>
        </li>
      ))}
    </ul>
  );
}
