import { expect, test } from "vitest";
import { type CopyOrder, makeCopyWork } from "./copy-work.ts";

const order: CopyOrder = {
  request: "0b9c1b0e-3b5f-4b52-8b8e-3f1d1f8f9a01",
  refund: {},
  notice: { id: "refund-id", version: 1, language: "th", hash: "0".repeat(64) },
  sale: "INV-1",
  who: "มานี ใจงาม",
  reason: "faulty-goods",
};
const kept = {
  id: "019a0000-0000-7000-8000-00000000000a",
  receiptNumber: "001-0001-A",
  capturedAt: "2026-11-22T10:00:00.000Z",
};

/** A window that is gone when it is ended, and counts how often that was asked. */
function makeWindow() {
  let leave = () => {};
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const seen = { ended: 0 };
  const end = () => {
    seen.ended += 1;
    leave();
  };
  return { seen, window: { gone, end } };
}

test("a copy that was kept is told to whoever asked for it, once its window is gone", async () => {
  const { seen, window } = makeWindow();
  const work = makeCopyWork({ openCopyWindow: async () => window });
  const done = work.run(order);
  await Promise.resolve();
  expect(work.order()).toEqual(order);
  work.finish(kept);
  expect(await done).toEqual({ kept });
  expect(seen.ended).toBe(1);
  expect(work.order()).toBeNull();
});

test("a window that is closed or locked away leaves nothing", async () => {
  const { window } = makeWindow();
  const work = makeCopyWork({ openCopyWindow: async () => window });
  const done = work.run(order);
  await Promise.resolve();
  work.end();
  expect(await done).toEqual({ kept: null });
});

test("a lock while the window still opens ends it as soon as it is there", async () => {
  const { seen, window } = makeWindow();
  let open = (_: typeof window) => {};
  const work = makeCopyWork({
    openCopyWindow: () =>
      new Promise((resolve) => {
        open = resolve;
      }),
  });
  const done = work.run(order);
  work.end();
  open(window);
  expect(await done).toEqual({ kept: null });
  expect(seen.ended).toBe(1);
});

test("there is one copy at a time, and after a failure to open there can be another", async () => {
  const { window } = makeWindow();
  let tries = 0;
  const work = makeCopyWork({
    async openCopyWindow() {
      tries += 1;
      if (tries === 1) throw new Error("no window");
      return window;
    },
  });
  await expect(work.run(order)).rejects.toThrow("no window");
  const done = work.run(order);
  expect(await work.run(order)).toBe("busy");
  await Promise.resolve();
  work.end();
  await done;
});
