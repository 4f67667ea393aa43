import { contextBridge, ipcRenderer } from "electron";
import { bridgeChannels, type ChangeTopic, procedureNames } from "../contract/procedures.ts";
import { reportPickedFiles } from "./picked-files.ts";

const known: ReadonlySet<string> = new Set(procedureNames);

// The page gets these two functions and no more: never ipcRenderer, never a channel name of its own choice.
contextBridge.exposeInMainWorld("yinyom", {
  invoke(name: string, input: unknown): Promise<unknown> {
    if (!known.has(name)) return Promise.reject(new Error(`no procedure ${name}`));
    return ipcRenderer.invoke(bridgeChannels.invoke, name, input);
  },
  subscribe(listener: (topic: ChangeTopic) => void): () => void {
    const receive = (_event: unknown, topic: ChangeTopic) => listener(topic);
    ipcRenderer.on(bridgeChannels.changed, receive);
    return () => {
      ipcRenderer.off(bridgeChannels.changed, receive);
    };
  },
});

reportPickedFiles();
