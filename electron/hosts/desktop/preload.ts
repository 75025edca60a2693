import { contextBridge, ipcRenderer, webUtils } from "electron";
import { CHANNELS } from "./channels.ts";

/**
 * All that the page can reach beyond itself. No function of Electron is handed on as it is: each takes and gives plain
 * values, so that the page cannot send a message of its own making.
 */
const bridge = {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CHANNELS.call, name, input),
  listen(callback: (event: unknown) => void): () => void {
    const forward = (_event: unknown, value: unknown): void => callback(value);
    ipcRenderer.on(CHANNELS.event, forward);
    return () => void ipcRenderer.removeListener(CHANNELS.event, forward);
  },
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
  chooseFiles: (): Promise<readonly string[] | null> => ipcRenderer.invoke(CHANNELS.chooseFiles),
  chooseFolder: (): Promise<readonly string[] | null> => ipcRenderer.invoke(CHANNELS.chooseFolder),
  chooseCaseFolder: (purpose: "open" | "create"): Promise<string | null> =>
    ipcRenderer.invoke(CHANNELS.chooseCaseFolder, purpose),
  showInFolder: (path: string): Promise<void> => ipcRenderer.invoke(CHANNELS.showInFolder, path),
  openAddress: (address: string): Promise<void> => ipcRenderer.invoke(CHANNELS.openAddress, address),
};

/** The shape of `window.probative`; a test compares it with what the page expects. */
export type PreloadBridge = typeof bridge;

contextBridge.exposeInMainWorld("probative", bridge);
