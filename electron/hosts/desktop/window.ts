import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { APP_ORIGIN } from "./sender-check.ts";

/**
 * How the window is made. Documents are hostile: their page has no Node.js, no access beyond the preload's few functions
 * and no spelling checker, which would fetch its dictionaries.
 *
 * @param preloadFile absolute path of the preload script
 * @param isDevelopment lets the developer tools open
 */
export function windowOptions(preloadFile: string, isDevelopment: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 920,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: "Probative",
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: isDevelopment,
    },
  };
}

/** Loads the page and shows the window when it has something to show. */
export async function showWorkbench(window: Pick<BrowserWindow, "once" | "show" | "loadURL">): Promise<void> {
  window.once("ready-to-show", () => window.show());
  await window.loadURL(`${APP_ORIGIN}/index.html`);
}
