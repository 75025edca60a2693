import type { InputOf, OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import { type BackendEvent, type BackendEventListener, backendEventSchema } from "#shared/contract/events.ts";
import type { Transport } from "./transport.ts";
import { openReply, unreachable } from "./wire-reply.ts";

/** What the transport needs of the browser; replaced in tests. */
export interface HttpEnvironment {
  readonly fetch: typeof fetch;
  openEvents(url: string): EventSource;
  after(milliseconds: number, run: () => void): void;
}

const RECONNECT_MS = 2000;

/** The way to the backend on the loopback host: JSON over same-origin requests and one event stream for the window. */
export function createHttpTransport(environment: HttpEnvironment): Transport {
  const stream = createEventStream(environment);
  return {
    call: async <Name extends ProcedureName>(name: Name, input: InputOf<Name>) =>
      openReply(await postJson(environment.fetch, `/rpc/${name}`, input)) as OutputOf<Name>,
    listen: stream.listen,
    documentUrl: (documentId) => `/files/documents/${encodeURIComponent(documentId)}`,
    originalUrl: (documentId) => `/files/documents/${encodeURIComponent(documentId)}/original`,
    exportUrl: (name) => `/files/exports/${encodeURIComponent(name)}`,
  };
}

/**
 * Sends JSON and answers with the JSON that comes back, whatever the status says: the reply itself tells success.
 *
 * @throws RemoteError when nothing or no JSON comes back
 */
export async function postJson(send: typeof fetch, url: string, body: unknown): Promise<unknown> {
  let response: Response;
  try {
    response = await send(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      credentials: "same-origin",
    });
  } catch {
    throw unreachable();
  }
  try {
    return await response.json();
  } catch {
    throw unreachable();
  }
}

function createEventStream(environment: HttpEnvironment) {
  const listeners = new Set<BackendEventListener>();
  let source: EventSource | null = null;
  let wasLost = false;

  const tell = (event: BackendEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const open = () => {
    if (listeners.size === 0 || source !== null) return;
    const opened = environment.openEvents("/events");
    source = opened;
    opened.onopen = () => {
      // What happened meanwhile was not told: everything has to be asked for again, once.
      if (wasLost) tell({ kind: "case" });
      wasLost = false;
    };
    opened.onmessage = (message: MessageEvent<unknown>) => {
      const event = parseEvent(message.data);
      if (event !== null) tell(event);
    };
    opened.onerror = () => {
      if (source !== opened) return;
      wasLost = true;
      // The browser reconnects by itself after a broken connection, but not after a refusal: one way for both.
      opened.close();
      source = null;
      environment.after(RECONNECT_MS, open);
    };
  };
  const close = () => {
    source?.close();
    source = null;
    wasLost = false;
  };

  return {
    listen: (listener: BackendEventListener) => {
      listeners.add(listener);
      open();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
  };
}

function parseEvent(data: unknown): BackendEvent | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = backendEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
