export const functionKeys = [
  "F1",
  "F2",
  "F3",
  "F4",
  "F5",
  "F6",
  "F7",
  "F8",
  "F9",
  "F10",
  "F11",
  "F12",
] as const;
export type FunctionKey = (typeof functionKeys)[number];

type Binding = {
  key: FunctionKey;
  /** 0 for the page, one more for each window over it; `any` works under windows too. */
  depth: number | "any";
  /** What the key does, in words; null keeps it off the bar of hints. */
  label: string | null;
  run: () => void;
};

/** Which function key does what at this moment. */
export type BoundKeys = {
  bind: (binding: Binding) => () => void;
  openLayer: (depth: number) => () => void;
  /** Whether a key, by its code, does something now. */
  isTaken: (code: string) => boolean;
  press: (code: string) => void;
  /** The bindings that work now, by key; the same array until something changes. */
  read: () => readonly Binding[];
  subscribe: (listener: () => void) => () => void;
};

export function createBoundKeys(): BoundKeys {
  const bindings: Binding[] = [];
  const layers: number[] = [];
  const listeners = new Set<() => void>();
  let working: readonly Binding[] = [];

  function change(): void {
    const top = Math.max(0, ...layers);
    const newest = (key: FunctionKey, depth: Binding["depth"]) =>
      bindings.findLast((one) => one.key === key && one.depth === depth);
    working = functionKeys.flatMap((key) => newest(key, top) ?? newest(key, "any") ?? []);
    for (const listener of listeners) listener();
  }

  function enter<Item>(list: Item[], item: Item): () => void {
    list.push(item);
    change();
    return () => {
      const at = list.lastIndexOf(item);
      if (at >= 0) list.splice(at, 1);
      change();
    };
  }

  const find = (code: string) => working.find((one) => one.key === code);

  return {
    bind: (binding) => enter(bindings, binding),
    openLayer: (depth) => enter(layers, depth),
    isTaken: (code) => find(code) !== undefined,
    press: (code) => find(code)?.run(),
    read: () => working,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
