import type { DesktopBridge } from "./desktop-bridge.ts";
import type { Shell } from "./shell.ts";

/** What the desktop window can do: paths go to the backend as they are, exports are shown where they stand. */
export function createDesktopShell(bridge: DesktopBridge): Shell {
  return {
    kind: "desktop",
    receiveDrop: (data) => {
      // A folder that is dropped is one of the files too; its path is all that is needed.
      const paths = [...data.files].map((file) => bridge.pathForFile(file));
      return Promise.resolve(paths.filter((path) => path !== ""));
    },
    chooseFiles: () => bridge.chooseFiles(),
    chooseFolder: () => bridge.chooseFolder(),
    chooseCaseFolder: (purpose) => bridge.chooseCaseFolder(purpose),
    deliver: (file) => bridge.showInFolder(file.path),
    openAddress: (address) => void bridge.openAddress(address),
    save: null,
  };
}
