import { createContext, useContext } from "react";
import type { Shell } from "./shell.ts";
import type { TransferMonitor } from "./transfer-monitor.ts";
import type { Transport } from "./transport.ts";

/** Given once by the renderer's entry point. */
export interface Client {
  readonly transport: Transport;
  readonly shell: Shell;
  /** Files on their way from the browser to the case; never any on the desktop. */
  readonly transfers: TransferMonitor;
}

export const ClientContext = createContext<Client | null>(null);

/** The way to the backend and to the machine. Throws outside of the app: that is a defect. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error("useClient needs the app");
  return client;
}
