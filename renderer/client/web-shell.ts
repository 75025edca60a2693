import { filesOfDrop, filesOfField, type GivenFile } from "./dropped-files.ts";
import { sendFiles } from "./send-files.ts";
import type { Shell } from "./shell.ts";
import type { TransferMonitor } from "./transfer-monitor.ts";

/** What a browser window can do: files reach the case as bytes, exports leave it as downloads. */
export function createWebShell(monitor: TransferMonitor, exportUrl: (name: string) => string): Shell {
  const give = async (files: readonly GivenFile[]): Promise<readonly string[]> => {
    if (files.length === 0) return [];
    const folder = await sendFiles(files, fetch.bind(window), monitor);
    return folder === null ? [] : [folder];
  };
  const choose = async (kind: "files" | "folder"): Promise<readonly string[] | null> => {
    const files = await askForFiles(kind);
    return files === null ? null : give(filesOfField(files));
  };
  return {
    kind: "web",
    receiveDrop: async (data) => give(await filesOfDrop(data)),
    chooseFiles: () => choose("files"),
    chooseFolder: () => choose("folder"),
    chooseCaseFolder: () => Promise.resolve("unavailable"),
    deliver: (file) => {
      saveFrom(exportUrl(file.name), file.name);
      return Promise.resolve();
    },
    openAddress: (address) => void window.open(address, "_blank", "noopener,noreferrer"),
    save: saveFrom,
  };
}

function saveFrom(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

/** Opens the browser's own dialog; null when the person cancels. */
function askForFiles(kind: "files" | "folder"): Promise<readonly File[] | null> {
  const field = document.createElement("input");
  field.type = "file";
  field.multiple = true;
  if (kind === "folder") field.webkitdirectory = true;
  return new Promise((resolve) => {
    field.addEventListener("change", () => resolve([...(field.files ?? [])]));
    field.addEventListener("cancel", () => resolve(null));
    field.click();
  });
}
