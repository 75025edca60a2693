import type { ParentPort } from "electron";
import { findInstallation } from "../launch/installation.ts";
import { openBackend } from "../launch/open-backend.ts";
import { serveBackend } from "./backend-server.ts";

// The entry point of the backend process: it alone opens the case; the window and the main process only ask it.
const port: ParentPort = process.parentPort;
const backend = await openBackend(findInstallation(import.meta.url), "workbench");
serveBackend(
  backend,
  {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on("message", ({ data }) => listener(data)),
  },
  () => process.exit(0),
);
