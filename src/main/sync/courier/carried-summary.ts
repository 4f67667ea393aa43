import type { CarriedBundles } from "../../../contract/courier-procedures.ts";
import type { CarriedEntry } from "../../store/carried.ts";

/** What is carried, one row for each PC and each standing, in the order given. */
export function summarizeCarried(entries: readonly CarriedEntry[]): CarriedBundles[] {
  const rows = new Map<string, CarriedBundles>();
  for (const { size, ...entry } of entries) {
    const name = JSON.stringify([entry.device, entry.state]);
    const before = rows.get(name);
    rows.set(
      name,
      before
        ? {
            ...before,
            bundles: before.bundles + 1,
            bytes: before.bytes + size,
            tries: Math.max(before.tries, entry.tries),
            reason: before.reason ?? entry.reason,
          }
        : { ...entry, bundles: 1, bytes: size },
    );
  }
  return [...rows.values()];
}
