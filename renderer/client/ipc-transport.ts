import type { InputOf, OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import { backendEventSchema } from "#shared/contract/events.ts";
import type { DesktopBridge } from "./desktop-bridge.ts";
import type { Transport } from "./transport.ts";
import { openReply } from "./wire-reply.ts";

/** The scheme that the desktop serves the window, its documents and its exports by. */
const FILES = "probative://app/files";

/** The way to the backend in the desktop window: through the preload's bridge. */
export function createIpcTransport(bridge: DesktopBridge): Transport {
  return {
    call: async <Name extends ProcedureName>(name: Name, input: InputOf<Name>) =>
      openReply(await bridge.call(name, input)) as OutputOf<Name>,
    listen: (listener) =>
      bridge.listen((value) => {
        const event = backendEventSchema.safeParse(value);
        if (event.success) listener(event.data);
      }),
    documentUrl: (documentId) => `${FILES}/documents/${encodeURIComponent(documentId)}`,
    originalUrl: (documentId) => `${FILES}/documents/${encodeURIComponent(documentId)}/original`,
    exportUrl: (name) => `${FILES}/exports/${encodeURIComponent(name)}`,
  };
}
