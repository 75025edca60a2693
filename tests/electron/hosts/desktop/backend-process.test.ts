import { EventEmitter } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { connectBackend } from "#hosts/desktop/backend-link.ts";
import { type BackendProcessParts, startBackendProcess } from "#hosts/desktop/backend-process.ts";
import { serveBackend } from "#hosts/desktop/backend-server.ts";
import type { Answer, Endpoint, Request } from "#hosts/desktop/messages.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import {
  createFakeBackend,
  FAKE_CORRELATION_ID,
  type FakeBackendParts,
} from "../../../contract/support/fake-backend.ts";

const FILE = { path: "/case/originals/ab", mediaType: "application/pdf", name: "a.pdf" };

/** A backend and the main process's end of the channel to it; what crosses is cloned as between processes. */
function connect(parts: FakeBackendParts = {}) {
  const { port1, port2 } = new MessageChannel();
  const backend = createFakeBackend(parts);
  let closed = 0;
  const near: Endpoint<Request, Answer> = {
    post: (message) => port1.postMessage(message),
    onMessage: (listener) => void port1.on("message", listener),
  };
  serveBackend(
    backend,
    { post: (message) => port2.postMessage(message), onMessage: (listener) => void port2.on("message", listener) },
    () => {
      closed += 1;
      port2.close();
    },
  );
  return { link: connectBackend(near), backend, closedTimes: () => closed };
}

describe("the channel to the backend process", () => {
  it("carries calls, answers and failures, each to its own caller", async () => {
    const { link, backend } = connect({
      handlers: {
        "tags.list": () => ({ tags: [] }),
        "case.current": () => new Promise((resolve) => setImmediate(() => resolve({ case: null }))),
      },
    });
    const replies = await Promise.all([
      link.call("case.current", {}),
      link.call("tags.list", {}),
      link.call("nothing", {}),
      link.call("tags.list", { bogus: 1 }),
      link.call("briefs.list", {}),
      link.call({ toString: "not a name" }, undefined),
    ]);
    expect(replies).toMatchObject([
      { ok: true, value: { case: null } },
      { ok: true, value: { tags: [] } },
      { ok: false, error: { code: "input/unknown-procedure" } },
      { ok: false, error: { code: "input/invalid", details: { field: "bogus" } } },
      { ok: false, error: { code: "internal/unknown", correlationId: FAKE_CORRELATION_ID } },
      { ok: false, error: { code: "input/unknown-procedure" } },
    ]);
    expect(backend.reported).toHaveLength(1);
    await link.close();
  });

  it("finds files", async () => {
    const { link } = connect({ files: { doc_4k7m9x2a3qpb: FILE, "brief.pdf": FILE } });
    expect(await link.file({ kind: "document", id: "doc_4k7m9x2a3qpb" })).toEqual(FILE);
    expect(await link.file({ kind: "export", name: "brief.pdf" })).toEqual(FILE);
    await expect(link.file({ kind: "document", id: "../x" })).rejects.toMatchObject({ code: "document/not-found" });
    await expect(link.file({ kind: "export", name: "other" })).rejects.toMatchObject({ code: "document/not-found" });
    await link.close();
  });

  it("carries events until it is closed, and closes the case", async () => {
    const { link, backend, closedTimes } = connect();
    const events: BackendEvent[] = [];
    const stop = link.listen((event) => events.push(event));
    backend.emit({ kind: "case" });
    await expect.poll(() => events).toEqual([{ kind: "case" }]);
    stop();
    await link.close();
    expect([backend.isClosed, backend.listeners.size, closedTimes()]).toEqual([true, 0, 1]);
  });

  it("answers everyone who waits when the process is gone", async () => {
    const { link } = connect({ handlers: { "case.current": () => new Promise(() => undefined) } });
    const waiting = link.call("case.current", {});
    link.dispose();
    const gone = { ok: false, error: { code: "internal/unknown", retryable: true } };
    expect(await waiting).toMatchObject(gone);
    expect(await link.call("tags.list", {})).toMatchObject(gone);
  });
});

/** A backend process that answers nothing and dies when told. */
class SilentProcess extends EventEmitter {
  readonly sent: Request[] = [];
  postMessage(message: Request): void {
    this.sent.push(message);
  }
  kill(): boolean {
    return true;
  }
}

function startSilent() {
  const children: SilentProcess[] = [];
  const deaths: (readonly [number, boolean])[] = [];
  let now = 0;
  const parts: BackendProcessParts = {
    fork: () => {
      const child = new SilentProcess();
      children.push(child);
      return child as unknown as ReturnType<BackendProcessParts["fork"]>;
    },
    onDeath: (exitCode, restarted) => deaths.push([exitCode, restarted]),
    now: () => now,
  };
  const process = startBackendProcess(parts);
  return {
    process,
    children,
    deaths,
    die: (at: number) => {
      now = at;
      children.at(-1)?.emit("exit", 9);
    },
  };
}

describe("a backend process that dies", () => {
  it("is started again; the window is told to forget, callers are answered", async () => {
    const { process, children, deaths, die } = startSilent();
    const events: BackendEvent[] = [];
    process.listen((event) => events.push(event));
    const waiting = process.call("tags.list", {});
    die(1000);
    expect(await waiting).toMatchObject({ ok: false, error: { code: "internal/unknown" } });
    expect([children.length, deaths, events]).toEqual([2, [[9, true]], [{ kind: "case" }]]);
    void process.call("case.current", {});
    expect(children[1]?.sent).toMatchObject([{ kind: "call", name: "case.current" }]);
    children[1]?.emit("message", { kind: "event", event: { kind: "changed", areas: ["tags"] } });
    expect(events).toHaveLength(2);
  });

  it("is given up when it dies three times within a minute, not when it does so within an hour", async () => {
    const often = startSilent();
    for (const at of [1000, 2000, 3000]) often.die(at);
    expect(often.deaths).toEqual([
      [9, true],
      [9, true],
      [9, false],
    ]);
    expect(await often.process.call("tags.list", {})).toMatchObject({ ok: false });
    const seldom = startSilent();
    for (const at of [0, 100_000, 200_000, 300_000]) seldom.die(at);
    expect(seldom.deaths.map(([, restarted]) => restarted)).toEqual([true, true, true, true]);
  });

  it("because it was closed is left alone", async () => {
    const { process, children, deaths, die } = startSilent();
    const closing = process.close();
    die(0);
    await closing;
    expect([children.length, deaths]).toEqual([1, []]);
  });
});
