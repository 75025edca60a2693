import { setTimeout as delay } from "node:timers/promises";
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, utilityProcess } from "electron";
import { findInstallation } from "../launch/installation.ts";
import { type BackendProcess, startBackendProcess } from "./backend-process.ts";
import { CHANNELS } from "./channels.ts";
import { offerDialogs } from "./dialogs.ts";
import { openIpcDoor } from "./ipc-door.ts";
import { lockContents, lockSession, silenceChromium } from "./lock-down.ts";
import { menuTemplate } from "./menu.ts";
import { APP_SCHEME, createSchemeHandler } from "./scheme.ts";
import { showWorkbench, windowOptions } from "./window.ts";

const installation = findInstallation(import.meta.url);
/** A case that is not closed by then is left as it is, as after a power cut: nothing that was saved is lost. */
const CLOSE_MILLISECONDS = 10_000;

const isDevelopment = !app.isPackaged;
let mainWindow: BrowserWindow | null = null;

// These have to be said before the app is ready.
app.enableSandbox();
silenceChromium(app.commandLine);
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
lockContents(app);

if (app.isPackaged && app.commandLine.hasSwitch("no-sandbox")) {
  // Documents are hostile: a window without its sandbox is not shown, whoever asks for it.
  dialog.showErrorBox("Probative was started without its sandbox", "Start it without the option --no-sandbox.");
  app.exit(1);
} else if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  app.on("second-instance", showMainWindow);
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  const backend = startBackendProcess({
    fork: () => utilityProcess.fork(installation.backendFile, [], { serviceName: "Probative case" }),
    onDeath: (_exitCode, restarted) => void sayThatTheBackendDied(restarted),
    now: () => performance.now(),
  });
  lockSession(session.defaultSession);
  session.defaultSession.protocol.handle(
    APP_SCHEME.scheme,
    createSchemeHandler(installation.assetsDirectory, (key) => backend.file(key)),
  );
  openIpcDoor(ipcMain, (name, input) => backend.call(name, input));
  offerDialogs({ ipc: ipcMain, dialog, shell, window: requireWindow });
  backend.listen((event) => mainWindow?.webContents.send(CHANNELS.event, event));
  closeBackendBeforeQuit(backend);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, isDevelopment)));
  mainWindow = new BrowserWindow(windowOptions(installation.preloadFile, isDevelopment));
  mainWindow.once("closed", () => {
    mainWindow = null;
  });
  await showWorkbench(mainWindow);
}

function requireWindow(): BrowserWindow {
  if (mainWindow === null) throw new Error("The window is closed.");
  return mainWindow;
}

function showMainWindow(): void {
  if (mainWindow?.isMinimized()) mainWindow.restore();
  mainWindow?.focus();
}

/** The case is closed before the process ends: its jobs are stopped where they can go on, its lock is given back. */
function closeBackendBeforeQuit(backend: BackendProcess): void {
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void Promise.race([backend.close(), delay(CLOSE_MILLISECONDS)]).finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function sayThatTheBackendDied(restarted: boolean): Promise<void> {
  const detail = restarted
    ? "It was started again. Open the case again: everything that was saved is in it."
    : "It did so several times, so it is not started again. Close Probative and start it anew; the log has the details.";
  const options = { type: "error" as const, message: "The part of Probative that keeps the case stopped.", detail };
  await (mainWindow === null ? dialog.showMessageBox(options) : dialog.showMessageBox(mainWindow, options));
}
