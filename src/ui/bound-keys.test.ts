import { describe, expect, test } from "vitest";
import { createBoundKeys, type FunctionKey } from "./bound-keys.ts";

function makeBoard() {
  const board = createBoundKeys();
  const pressed: string[] = [];
  const bind = (key: FunctionKey, name: string, depth = 0) =>
    board.bind({ key, depth, label: name, run: () => pressed.push(name) });
  const readLabels = () => board.read().map((one) => one.label);
  return { board, pressed, bind, readLabels };
}

describe("bound keys", () => {
  test("a key does what it is bound to, and nothing once it is let go", () => {
    const { board, pressed, bind } = makeBoard();
    const release = bind("F2", "search");
    board.press("F2");
    release();
    board.press("F2");
    expect(pressed).toEqual(["search"]);
    expect(board.isTaken("F2")).toBe(false);
  });

  test("bound twice, the newer one counts, and the older one again after it", () => {
    const { board, pressed, bind } = makeBoard();
    bind("F2", "older");
    const release = bind("F2", "newer");
    board.press("F2");
    release();
    board.press("F2");
    expect(pressed).toEqual(["newer", "older"]);
  });

  test("under an open window the page's keys rest", () => {
    const { board, pressed, bind, readLabels } = makeBoard();
    bind("F4", "page");
    const close = board.openLayer(1);
    bind("F8", "window", 1);
    board.press("F4");
    board.press("F8");
    expect(readLabels()).toEqual(["window"]);
    close();
    board.press("F4");
    expect(pressed).toEqual(["window", "page"]);
  });

  test("a key for any depth works under a window, unless the window has its own", () => {
    const { board, pressed, bind } = makeBoard();
    board.bind({ key: "F12", depth: "any", label: null, run: () => pressed.push("lock") });
    board.openLayer(1);
    board.press("F12");
    const release = bind("F12", "window", 1);
    board.press("F12");
    release();
    board.press("F12");
    expect(pressed).toEqual(["lock", "window", "lock"]);
  });

  test("hints stand in the order of the keyboard", () => {
    const { bind, readLabels } = makeBoard();
    bind("F12", "lock");
    bind("F2", "search");
    bind("F10", "pending");
    expect(readLabels()).toEqual(["search", "pending", "lock"]);
  });

  test("the list changes only when something changed, and says so", () => {
    const { board, bind } = makeBoard();
    let changes = 0;
    const end = board.subscribe(() => {
      changes += 1;
    });
    const before = board.read();
    expect(board.read()).toBe(before);
    const release = bind("F1", "desk");
    expect(board.read()).not.toBe(before);
    release();
    end();
    bind("F1", "desk");
    expect(changes).toBe(2);
  });
});
