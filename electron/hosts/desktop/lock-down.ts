import type { App, Session, WebContents } from "electron";
import { isOwnAddress } from "./sender-check.ts";

/** The one thing that the page may ask for: to put words on the clipboard when a person presses its button. */
const ALLOWED_PERMISSION = "clipboard-sanitized-write";

/** Refuses permissions, devices, downloads and every address that is not the page's own. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === ALLOWED_PERMISSION));
  session.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED_PERMISSION);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocalAddress(details.url) }));
}

/** Refuses to go anywhere else, to open another window and to embed anything, in every page that ever exists. */
export function lockContents(app: Pick<App, "on">): void {
  app.on("web-contents-created", (_event, contents) => lockOne(contents));
}

function lockOne(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

/** The page, what it makes itself, and the developer tools, which a packaged program does not open. */
export function isLocalAddress(address: string): boolean {
  return isOwnAddress(address) || /^(blob:probative:|data:|devtools:)/.test(address);
}

/** Command line switches of Chromium that keep it from calling anywhere on its own. Names resolve to nothing at all. */
export function silenceChromium(commandLine: App["commandLine"]): void {
  for (const name of ["disable-background-networking", "disable-component-update", "disable-domain-reliability"]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
}
