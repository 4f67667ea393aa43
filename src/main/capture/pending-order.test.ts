import fc from "fast-check";
import { expect, test } from "vitest";
import type { PendingItem } from "../../contract/pending-procedures.ts";
import { comparePending } from "./pending-order.ts";

const days = ["2026-11-01", "2026-11-22", "2026-12-24"];
const item = fc.record<Parameters<typeof comparePending>[0]>({
  id: fc.constantFrom("a", "b", "c"),
  part: fc.constantFrom<PendingItem["part"]>("capture", "picture"),
  urgency: fc.constantFrom<PendingItem["urgency"]>("withdrawal", "ordinary"),
  dueOn: fc.constantFrom(null, ...days),
  capturedAt: fc.constantFrom(...days.map((day) => `${day}T03:00:00.000Z`)),
});
const holds = <Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>) =>
  fc.assert(property, { numRuns: 2000 });

test("is an order: whatever way the items come, they end in the same one", () => {
  holds(
    fc.property(fc.array(item, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (items, draws) => {
      const keyed = items.map((one) => ({ one, key: draws.next().value ?? 0 }));
      const mixed = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
      expect(mixed.toSorted(comparePending)).toEqual(items.toSorted(comparePending));
    }),
  );
});

test("withdrawals, then what is due, the nearest day first, then the oldest", () => {
  holds(
    fc.property(item, item, (one, other) => {
      if (comparePending(one, other) > 0) return;
      if (other.urgency === "withdrawal") expect(one.urgency).toBe("withdrawal");
      if (one.urgency !== other.urgency) return;
      if (other.dueOn !== null) {
        expect(one.dueOn).not.toBeNull();
        expect((one.dueOn ?? "") <= other.dueOn).toBe(true);
      }
      if (one.dueOn === other.dueOn) expect(one.capturedAt <= other.capturedAt).toBe(true);
    }),
  );
});
