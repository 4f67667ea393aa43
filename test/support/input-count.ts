import type { Page } from "playwright/test";

export type InputCount = { keys: number; presses: number };

/**
 * From here on the page counts what real hands would do: keys that go down, Shift and the like not among
 * them, and presses of a mouse, finger or pen. `read` tells, `restart` begins at zero.
 */
export async function countInput(page: Page): Promise<{
  read(): Promise<InputCount>;
  restart(): Promise<void>;
}> {
  const begin = "window.inputCount = { keys: 0, presses: 0 }";
  await page.evaluate(`(() => {
    ${begin};
    const modifiers = ["Shift", "Control", "Alt", "Meta"];
    const key = (event) => {
      if (event.isTrusted && !modifiers.includes(event.key)) window.inputCount.keys += 1;
    };
    const press = (event) => { if (event.isTrusted) window.inputCount.presses += 1; };
    window.addEventListener("keydown", key, { capture: true });
    window.addEventListener("pointerdown", press, { capture: true });
  })()`);
  return {
    read: () => page.evaluate<InputCount>("({ ...window.inputCount })"),
    async restart() {
      await page.evaluate(begin);
    },
  };
}
