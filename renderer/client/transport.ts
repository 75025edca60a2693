import type { Call } from "#shared/contract/contract.ts";
import type { BackendEventListener } from "#shared/contract/events.ts";

/**
 * The way to the backend. Two adapters: `ipc` in the desktop window, `http` on the loopback host.
 * `call` rejects with `RemoteError`.
 */
export interface Transport {
  readonly call: Call;
  /** Subscribes to events; returns the way to stop. After a lost connection it delivers `{ kind: "case" }` once. */
  listen(listener: BackendEventListener): () => void;
  /** Address of a document's PDF, with byte ranges. */
  documentUrl(documentId: string): string;
  /** Address of the file itself as it was imported; it is saved, never shown. */
  originalUrl(documentId: string): string;
  /** Address of a file in the case's exports folder. */
  exportUrl(name: string): string;
}
