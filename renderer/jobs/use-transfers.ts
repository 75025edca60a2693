import { useSyncExternalStore } from "react";
import type { TransferState } from "../client/transfer-monitor.ts";
import { useClient } from "../client/use-client.ts";

/** Files on their way from the browser to the case. */
export function useTransfers(): TransferState {
  const { transfers } = useClient();
  return useSyncExternalStore(transfers.subscribe, transfers.state);
}
