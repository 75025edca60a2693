import type { Backend } from "../backend.ts";
import { createBackend } from "../compose.ts";
import type { Installation } from "./installation.ts";

/** The backend of this installation, in this process. The case is not open yet. */
export async function openBackend(installation: Installation): Promise<Backend> {
  return createBackend({ workerUrl: installation.workerUrl });
}
