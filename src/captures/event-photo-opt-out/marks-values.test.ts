import fc from "fast-check";
import { expect, test } from "vitest";
import { countPeople, formMarks, noMarks, readMarks, wear } from "./marks-values.ts";
import { garments, swatches } from "./payload.ts";

const now = new Date("2026-11-22T03:00:00.000Z");
const counts = fc.record({ people: fc.integer({ min: 1, max: 99 }), children: fc.nat(99) });

test("an empty sticker is none, and a time is kept only where it was not now", () => {
  expect(formMarks({ ...noMarks, tag: "  " }, now)).toMatchObject({ tag: null, seenAt: null });
  expect(formMarks({ ...noMarks, tag: " A7 ", minutesAgo: 30 }, now)).toMatchObject({
    tag: "A7",
    seenAt: "2026-11-22T02:30:00.000Z",
  });
});

test("marks come out of a form as they went in", () => {
  const marks = formMarks(
    { ...noMarks, tag: "B2", clothing: [{ garment: "bag", colour: "red" }], people: 3 },
    now,
  );
  expect(formMarks(readMarks(marks), now)).toEqual(marks);
});

test("no change of one number leaves more children than people", () => {
  fc.assert(
    fc.property(counts, counts, fc.boolean(), (from, to, isPeople) => {
      const before = { ...from, children: Math.min(from.people, from.children) };
      const change = isPeople ? { people: to.people } : { children: to.children };
      const after = countPeople(before, change);
      expect(after.children).toBeLessThanOrEqual(after.people);
      // What was asked for is what there is.
      expect(after).toMatchObject(change);
    }),
  );
});

test("choosing the colours of one garment leaves the others as they are", () => {
  const pieces = fc.array(
    fc.record({ garment: fc.constantFrom(...garments), colour: fc.constantFrom(...swatches) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      pieces,
      fc.constantFrom(...garments),
      fc.uniqueArray(fc.constantFrom(...swatches)),
      (clothing, garment, colours) => {
        const worn = wear(clothing, garment, colours);
        expect(worn.filter((one) => one.garment !== garment)).toEqual(
          clothing.filter((one) => one.garment !== garment),
        );
        expect(worn.filter((one) => one.garment === garment).map(({ colour }) => colour)).toEqual(
          colours,
        );
      },
    ),
  );
});
