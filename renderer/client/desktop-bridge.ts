/**
 * What the preload exposes to the window as `window.probative`. Everything that crosses is JSON; paths come from dialogs
 * and drops of the person, never from documents.
 */
export interface DesktopBridge {
  /** Replies `{ ok: true, value }` or `{ ok: false, error }` with a wire error. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Subscribes to backend events; returns the way to stop. */
  listen(callback: (event: unknown) => void): () => void;
  /** Where a dropped file or folder stands on this machine; empty when it does not stand on it. */
  pathForFile(file: File): string;
  /** Null when the person cancels; the same for the other dialogs. */
  chooseFiles(): Promise<readonly string[] | null>;
  chooseFolder(): Promise<readonly string[] | null>;
  chooseCaseFolder(purpose: "open" | "create"): Promise<string | null>;
  showInFolder(path: string): Promise<void>;
  /** Opens an `http`, `https` or `mailto` address in what the system has for it. */
  openAddress(address: string): Promise<void>;
}

declare global {
  interface Window {
    /** Present in the desktop window only. */
    readonly probative?: DesktopBridge;
  }
}
