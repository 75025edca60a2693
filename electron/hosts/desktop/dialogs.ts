import { isAbsolute } from "node:path";
import type { BrowserWindow, Dialog, Shell } from "electron";
import { CHANNELS } from "./channels.ts";
import { handleOwn, type InvokeHandlers } from "./ipc-door.ts";

export interface DialogParts {
  readonly ipc: InvokeHandlers;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog">;
  readonly shell: Pick<Shell, "showItemInFolder" | "openExternal">;
  /** The window that a dialog belongs to. */
  readonly window: () => BrowserWindow;
}

/** Lets the window ask the person for files and folders. Paths come from the person, never from a document. */
export function offerDialogs({ ipc, dialog, shell, window }: DialogParts): void {
  handleOwn(ipc, CHANNELS.chooseFiles, async () => {
    const answer = await dialog.showOpenDialog(window(), {
      title: "Import documents",
      buttonLabel: "Import",
      properties: ["openFile", "multiSelections"],
    });
    return answer.canceled ? null : answer.filePaths;
  });
  handleOwn(ipc, CHANNELS.chooseFolder, async () => {
    const answer = await dialog.showOpenDialog(window(), {
      title: "Import folders",
      buttonLabel: "Import",
      properties: ["openDirectory", "multiSelections"],
    });
    return answer.canceled ? null : answer.filePaths;
  });
  handleOwn(ipc, CHANNELS.chooseCaseFolder, async (_event, purpose) =>
    purpose === "create" ? chooseNewCase(dialog, window()) : chooseCase(dialog, window()),
  );
  handleOwn(ipc, CHANNELS.showInFolder, async (_event, path) => {
    if (typeof path === "string" && isAbsolute(path)) shell.showItemInFolder(path);
  });
  handleOwn(ipc, CHANNELS.openAddress, async (_event, address) => {
    if (typeof address === "string" && mayOpenOutside(address)) await shell.openExternal(address);
  });
}

/** Addresses that the system's browser or mail program shows; any other could start a program or reach a share. */
export function mayOpenOutside(address: string): boolean {
  return ["http:", "https:", "mailto:"].includes(URL.parse(address)?.protocol ?? "");
}

async function chooseCase(dialog: DialogParts["dialog"], window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, { title: "Open a case", properties: ["openDirectory"] });
  return answer.filePaths[0] ?? null;
}

async function chooseNewCase(dialog: DialogParts["dialog"], window: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title: "Create a case",
    buttonLabel: "Create",
    nameFieldLabel: "Folder of the case",
    defaultPath: "New matter.probative",
    properties: ["createDirectory", "showOverwriteConfirmation"],
  });
  return answer.canceled || answer.filePath === "" ? null : answer.filePath;
}
