import fc from "fast-check";
import { expect, test } from "vitest";
import { moveBox, readArrow, resizeBox, startBox } from "./change-box.ts";

const size = { width: 1198, height: 756 };
const step = fc.record({
  x: fc.double({ min: -2000, max: 2000, noNaN: true }),
  y: fc.double({ min: -2000, max: 2000, noNaN: true }),
});

test("however it is dragged, a mask stays on the copy, on whole pixels, and large enough to be grasped", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), step), { maxLength: 20 }), (steps) => {
      let box = startBox(size);
      for (const [isMove, by] of steps) {
        const before = box;
        box = isMove ? moveBox(box, by, size) : resizeBox(box, by, size);
        expect(Object.values(box).every(Number.isInteger)).toBe(true);
        expect(box.x0 >= 0 && box.y0 >= 0).toBe(true);
        expect(box.x1 <= size.width && box.y1 <= size.height).toBe(true);
        expect(box.x1 - box.x0).toBeGreaterThanOrEqual(1);
        if (isMove) expect(box.x1 - box.x0).toBe(before.x1 - before.x0);
        else expect([box.x0, box.y0]).toEqual([before.x0, before.y0]);
      }
    }),
  );
});

test("arrow keys are told by their code, in any layout", () => {
  expect(readArrow("ArrowLeft", 6)).toEqual({ x: -6, y: 0 });
  expect(readArrow("ArrowDown", 6)).toEqual({ x: 0, y: 6 });
  expect(readArrow("KeyA", 6)).toBeNull();
});
