import type { BackendEvent } from "#shared/contract/events.ts";
import type { WireError } from "#shared/errors/wire.ts";
import type { ServedFile } from "../backend.ts";

/** A reply as it crosses to the window. */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

/** A file of the case that the window's scheme serves. */
export type FileKey =
  | { readonly kind: "document" | "original"; readonly id: string }
  | { readonly kind: "export"; readonly name: string };

/** From the main process to the backend process. */
export type Request =
  | { readonly kind: "call"; readonly id: number; readonly name: unknown; readonly input: unknown }
  | { readonly kind: "file"; readonly id: number; readonly file: FileKey }
  | { readonly kind: "close"; readonly id: number };

/** From the backend process to the main process. The value of a reply to `file` is a `ServedFile`. */
export type Answer =
  | { readonly kind: "reply"; readonly id: number; readonly reply: Reply }
  | { readonly kind: "event"; readonly event: BackendEvent };

/** One end of a channel that carries structured clones. */
export interface Endpoint<Sent, Received> {
  post(message: Sent): void;
  onMessage(listener: (message: Received) => void): void;
}

export type { ServedFile };
