import type { InvokeHandlers } from "#hosts/desktop/ipc-door.ts";

/** The frame of our own page, as a message names it. */
export const OWN_FRAME = { url: "probative://app/index.html", parent: null };

/** The handlers of the main process, with a way to send to them. */
export interface InvokeDouble {
  readonly ipc: InvokeHandlers;
  readonly channels: readonly string[];
  /** Sends as the window does: what crosses is cloned. */
  send(channel: string, words: readonly unknown[], frame?: unknown): Promise<unknown>;
}

/** A double of `ipcMain`. */
export function createInvokeDouble(): InvokeDouble {
  const handlers = new Map<string, (...words: unknown[]) => unknown>();
  return {
    ipc: { handle: (channel, handler) => void handlers.set(channel, handler as (...words: unknown[]) => unknown) },
    get channels() {
      return [...handlers.keys()];
    },
    async send(channel, words, frame = OWN_FRAME) {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`no handler for ${channel}`);
      return structuredClone(await handler({ senderFrame: frame }, ...words.map((word) => structuredClone(word))));
    },
  };
}
