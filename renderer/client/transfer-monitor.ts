/** A file that did not reach the case, and why. */
export interface RefusedFile {
  readonly path: string;
  readonly message: string;
}

/** Files on their way from the browser to the case; null when none are. */
export interface TransferState {
  readonly progress: { readonly sent: number; readonly total: number } | null;
  /** Of the latest transfer. They are in no import account, because the import never saw them: the screen must say so. */
  readonly refused: readonly RefusedFile[];
}

/** Tells the screen how a transfer goes. Shaped for `useSyncExternalStore`. */
export interface TransferMonitor {
  state(): TransferState;
  subscribe(listener: () => void): () => void;
  set(state: TransferState): void;
}

export const NO_TRANSFER: TransferState = { progress: null, refused: [] };

/** A monitor with nothing on its way. */
export function createTransferMonitor(): TransferMonitor {
  let current = NO_TRANSFER;
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (state) => {
      current = state;
      for (const listener of [...listeners]) listener();
    },
  };
}
