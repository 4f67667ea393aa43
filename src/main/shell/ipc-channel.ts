import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { Result } from "../../contract/failure.ts";
import { bridgeChannels, type ChangeTopic, type ProcedureName } from "../../contract/procedures.ts";

type Answer = (name: unknown, input: unknown) => Promise<Result<unknown>>;

/** Windows whose calls are answered, by the id of their contents, and which procedures they may name. */
export type TrustedWindows = Map<number, "all" | readonly ProcedureName[]>;

function isTrusted(
  event: IpcMainInvokeEvent,
  trusted: TrustedWindows,
  name: unknown,
  origin: string,
): boolean {
  const allowed = trusted.get(event.sender.id);
  if (allowed === undefined) return false;
  // Only the top frame: a frame inside a page of ours is not our page.
  const frame = event.senderFrame;
  if (!frame || frame !== event.sender.mainFrame) return false;
  if (!frame.url.startsWith(`${origin}/`)) return false;
  return allowed === "all" || allowed.some((one) => one === name);
}

/** Answers calls of trusted windows; all others are refused without a reason. */
export function answerPages(answer: Answer, trusted: TrustedWindows, origin: string): void {
  ipcMain.handle(bridgeChannels.invoke, (event, name: unknown, input: unknown) => {
    if (!isTrusted(event, trusted, name, origin)) throw new Error("refused");
    return answer(name, input);
  });
}

/** Hears from the copy window, and from no other, where the file lies that staff gave to it. */
export function hearPicked(
  note: (path: string) => Promise<void>,
  trusted: TrustedWindows,
  origin: string,
): void {
  ipcMain.handle(bridgeChannels.picked, async (event, path: unknown) => {
    const isCopyWindow =
      trusted.get(event.sender.id) !== "all" && isTrusted(event, trusted, "copy.keep", origin);
    if (isCopyWindow && typeof path === "string" && path !== "") await note(path);
  });
}

/** Tells every page that something of this topic changed; pages read again by themselves. */
export function tellPages(topic: ChangeTopic): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(bridgeChannels.changed, topic);
  }
}
