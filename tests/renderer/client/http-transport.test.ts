import { describe, expect, test } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import { RemoteError } from "#shared/errors/wire.ts";
import { createHttpTransport } from "../../../renderer/client/http-transport.ts";

/** An event stream that the test speaks through. */
class FakeEvents {
  onopen: (() => void) | null = null;
  onmessage: ((message: MessageEvent<unknown>) => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  close(): void {
    this.closed = true;
  }

  say(data: string): void {
    this.onmessage?.({ data } as MessageEvent<unknown>);
  }
}

function setUp(respond: (url: string, init: RequestInit) => Response | Promise<Response> = () => Response.json({})) {
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  const streams: FakeEvents[] = [];
  const timers: (() => void)[] = [];
  const transport = createHttpTransport({
    fetch: async (input, init = {}) => {
      requests.push({ url: String(input), init });
      return respond(String(input), init);
    },
    openEvents: (url) => {
      const stream = new FakeEvents(url);
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    after: (_milliseconds, run) => void timers.push(run),
  });
  return { transport, requests, streams, timers };
}

describe("call", () => {
  test("posts the input as JSON to the procedure's address and answers with its value", async () => {
    const { transport, requests } = setUp(() => Response.json({ ok: true, value: { documents: [] } }));
    await expect(transport.call("documents.list", {})).resolves.toEqual({ documents: [] });
    const [request] = requests;
    expect(request?.url).toBe("/rpc/documents.list");
    expect(request?.init).toMatchObject({ method: "POST", body: "{}", credentials: "same-origin" });
    expect(new Headers(request?.init.headers).get("Content-Type")).toBe("application/json");
  });

  test("a failure of the backend is a RemoteError with code, sentence and action, whatever the HTTP status", async () => {
    const error = {
      code: "case/locked",
      message: "This case is open in another program. desk-7, process 4121",
      action: "Close it there, then try again.",
      retryable: true,
      details: { pid: 4121 },
    };
    const { transport } = setUp(() => Response.json({ ok: false, error }, { status: 409 }));
    const failure = await transport.call("case.open", { directory: "/x" }).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(RemoteError);
    expect(failure).toMatchObject({ code: "case/locked", wire: error });
  });

  test.each([
    ["nothing comes back", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["what comes back is no JSON", () => new Response("<html>")],
  ])("when %s, the failure says that Probative does not answer", async (_name, respond) => {
    const { transport } = setUp(respond);
    const failure = await transport.call("case.current", {}).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({
      name: "RemoteError",
      message: "Probative does not answer.",
      wire: { retryable: true },
    });
  });

  test("a reply of an unknown shape is a failure, not a value", async () => {
    const { transport } = setUp(() => Response.json({ documents: [] }));
    await expect(transport.call("documents.list", {})).rejects.toBeInstanceOf(RemoteError);
  });
});

describe("addresses", () => {
  test("documents by identifier, exports by encoded name", () => {
    const { transport } = setUp();
    const documentId = documentIdSchema.parse("doc_4k7m9x2a3qpb");
    expect(transport.documentUrl(documentId)).toBe("/files/documents/doc_4k7m9x2a3qpb");
    expect(transport.originalUrl(documentId)).toBe("/files/documents/doc_4k7m9x2a3qpb/original");
    expect(transport.exportUrl("a/b ü.pdf")).toBe("/files/exports/a%2Fb%20%C3%BC.pdf");
  });
});

describe("listen", () => {
  test("one stream serves all listeners and is closed with the last", () => {
    const { transport, streams } = setUp();
    const stopFirst = transport.listen(() => undefined);
    const stopSecond = transport.listen(() => undefined);
    expect(streams.map((stream) => stream.url)).toEqual(["/events"]);
    stopFirst();
    expect(streams[0]?.closed).toBe(false);
    stopSecond();
    expect(streams[0]?.closed).toBe(true);
  });

  test("tells events and passes over what is none", () => {
    const { transport, streams } = setUp();
    const told: BackendEvent[] = [];
    transport.listen((event) => told.push(event));
    streams[0]?.say('{"kind":"changed","areas":["tags"]}');
    streams[0]?.say('{"kind":"changed","areas":["weather"]}');
    streams[0]?.say("not JSON");
    expect(told).toEqual([{ kind: "changed", areas: ["tags"] }]);
  });

  test("after a lost connection it connects anew and then tells once that everything may be old", () => {
    const { transport, streams, timers } = setUp();
    const told: BackendEvent[] = [];
    transport.listen((event) => told.push(event));
    streams[0]?.onopen?.();
    expect(told).toEqual([]);

    streams[0]?.onerror?.();
    expect(streams[0]?.closed).toBe(true);
    timers.shift()?.();
    expect(streams).toHaveLength(2);
    expect(told).toEqual([]);
    streams[1]?.onopen?.();
    expect(told).toEqual([{ kind: "case" }]);
  });

  test("does not connect anew when nobody listens any more", () => {
    const { transport, streams, timers } = setUp();
    const stop = transport.listen(() => undefined);
    streams[0]?.onerror?.();
    stop();
    timers.shift()?.();
    expect(streams).toHaveLength(1);
  });
});
