import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { createDesktopShell } from "./client/desktop-shell.ts";
import { createHttpTransport } from "./client/http-transport.ts";
import { createIpcTransport } from "./client/ipc-transport.ts";
import { openSession } from "./client/session.ts";
import { createTransferMonitor } from "./client/transfer-monitor.ts";
import type { Client } from "./client/use-client.ts";
import { createWebShell } from "./client/web-shell.ts";
import { applyAppearance } from "./ui/appearance.ts";
import { applyLanguage } from "./ui/language-choice.ts";
import "./ui/base.css";

/** The only place that knows whether this is the desktop's window or a browser's. */
async function createClient(): Promise<Client> {
  const transfers = createTransferMonitor();
  const bridge = window.probative;
  if (bridge !== undefined) {
    return { transport: createIpcTransport(bridge), shell: createDesktopShell(bridge), transfers };
  }
  const send = fetch.bind(window);
  await openSession({
    fetch: send,
    hash: window.location.hash,
    forgetHash: () => window.history.replaceState(null, "", window.location.pathname),
  });
  const transport = createHttpTransport({
    fetch: send,
    openEvents: (url) => new EventSource(url),
    after: (milliseconds, run) => void window.setTimeout(run, milliseconds),
  });
  return { transport, shell: createWebShell(transfers, transport.exportUrl), transfers };
}

applyAppearance();
applyLanguage();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
const client = await createClient();
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
