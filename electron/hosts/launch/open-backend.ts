import type { Backend } from "../backend.ts";
import { createBackend } from "../compose.ts";
import type { Installation } from "./installation.ts";

/** What a backend is opened for: one command and its end, or a workbench that people look at meanwhile. */
export type BackendPurpose = "command" | "workbench";

/** The backend of this installation, in this process. No case is open yet. */
export async function openBackend(installation: Installation, purpose: BackendPurpose): Promise<Backend> {
  return createBackend({
    workerUrl: installation.workerUrl,
    waitForIndex: purpose === "command",
    recogniseInBackground: purpose === "workbench",
  });
}
