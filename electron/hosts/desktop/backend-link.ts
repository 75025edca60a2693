import type { BackendEvent, BackendEventListener } from "#shared/contract/events.ts";
import { errorDefinition } from "#shared/errors/codes.ts";
import { RemoteError, type WireError } from "#shared/errors/wire.ts";
import type { ServedFile } from "../backend.ts";
import type { Answer, Endpoint, FileKey, Reply, Request } from "./messages.ts";

/** A request without its number. */
type Body = Request extends infer One ? (One extends Request ? Omit<One, "id"> : never) : never;

/** The backend process as the main process sees it. */
export interface BackendLink {
  /** Never rejects: a failure is a reply. */
  call(name: unknown, input: unknown): Promise<Reply>;
  /** Rejects with `RemoteError`. */
  file(key: FileKey): Promise<ServedFile>;
  listen(listener: BackendEventListener): () => void;
  /** Closes the case; answers when that is done. */
  close(): Promise<void>;
  /** The process is gone: everything that waits for it is answered with a failure. */
  dispose(): void;
}

/** Speaks to a backend process over one end of a channel. */
export function connectBackend(endpoint: Endpoint<Request, Answer>): BackendLink {
  const waiting = new Map<number, (reply: Reply) => void>();
  const listeners = new Set<BackendEventListener>();
  let lastId = 0;
  let isDisposed = false;
  endpoint.onMessage((answer) => {
    if (answer.kind === "event") {
      tellAll(listeners, answer.event);
      return;
    }
    const settle = waiting.get(answer.id);
    waiting.delete(answer.id);
    settle?.(answer.reply);
  });
  const send = (body: Body): Promise<Reply> => {
    if (isDisposed) return Promise.resolve({ ok: false, error: processGone() });
    lastId += 1;
    const request = { ...body, id: lastId } as Request;
    return new Promise((resolve) => {
      waiting.set(request.id, resolve);
      endpoint.post(request);
    });
  };
  return {
    call: (name, input) => send({ kind: "call", name, input }),
    file: async (file) => {
      const reply = await send({ kind: "file", file });
      if (!reply.ok) throw new RemoteError(reply.error);
      return reply.value as ServedFile;
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await send({ kind: "close" });
    },
    dispose() {
      isDisposed = true;
      for (const settle of waiting.values()) settle({ ok: false, error: processGone() });
      waiting.clear();
    },
  };
}

function tellAll(listeners: ReadonlySet<BackendEventListener>, event: BackendEvent): void {
  for (const listener of [...listeners]) listener(event);
}

/** What a call is answered with when the process that should have answered it is gone. */
function processGone(): WireError {
  return {
    code: "internal/unknown",
    message: errorDefinition("internal/unknown").message,
    action: "The part that keeps the case stopped and was started again. Open the case again; saved work is in it.",
    retryable: true,
    details: {},
  };
}
