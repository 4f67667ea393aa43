import { ipcRenderer, webUtils } from "electron";
import { bridgeChannels } from "../contract/procedures.ts";

type PlatformFile = Parameters<typeof webUtils.getPathForFile>[0];

/** What is needed of a page's world here, where no library of the DOM is. */
type PageEvent = {
  target: { files?: Iterable<PlatformFile> | null } | null;
  dataTransfer?: { files: Iterable<PlatformFile> } | null;
};
type Page = {
  location: { hash: string };
  addEventListener(
    name: "drop" | "change",
    hear: (event: PageEvent) => void,
    capture: { capture: true },
  ): void;
};

/**
 * In the copy window, tells main where the file lies that staff choose or drop: it holds all that is to be covered,
 * so they are reminded of it afterwards. The page itself never learns a path.
 */
export function reportPickedFiles(): void {
  const page = globalThis as unknown as Page;
  if (!page.location.hash.startsWith("#/copy")) return;
  const report = (files: Iterable<PlatformFile>) => {
    for (const file of files) {
      void ipcRenderer.invoke(bridgeChannels.picked, webUtils.getPathForFile(file));
    }
  };
  const capture = { capture: true } as const;
  page.addEventListener("drop", (event) => report(event.dataTransfer?.files ?? []), capture);
  page.addEventListener("change", (event) => report(event.target?.files ?? []), capture);
}
