import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startWebHost } from "#hosts/web/web-host.ts";
import { createFakeBackend } from "../../../contract/support/fake-backend.ts";
import { type RunningHost, runHost } from "./running-host.ts";

let running: RunningHost;

beforeEach(async () => {
  running = await runHost();
});

afterEach(() => running.stop());

async function openStream(): Promise<IncomingMessage> {
  const headers = await running.ownHeaders();
  const sent = request({ host: "127.0.0.1", port: running.host.port, path: "/events", headers, agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return response.setEncoding("utf8");
}

async function readUntil(stream: IncomingMessage, end: string): Promise<string> {
  let text = "";
  for await (const part of stream) {
    text += part;
    if (text.endsWith(end)) break;
  }
  return text;
}

describe("the event stream", () => {
  it("carries the backend's events and stops listening when the window goes", async () => {
    const stream = await openStream();
    expect([stream.statusCode, stream.headers["content-type"], stream.headers["cache-control"]]).toEqual([
      200,
      "text/event-stream; charset=utf-8",
      "no-store",
    ]);
    expect(running.backend.listeners.size).toBe(1);
    running.backend.emit({ kind: "changed", areas: ["tags"] });
    running.backend.emit({ kind: "case" });
    const text = await readUntil(stream, 'data: {"kind":"case"}\n\n');
    expect(text).toBe('retry: 1000\n\ndata: {"kind":"changed","areas":["tags"]}\n\ndata: {"kind":"case"}\n\n');
    stream.destroy();
    await expect.poll(() => running.backend.listeners.size).toBe(0);
  });

  it("ends when the host closes", async () => {
    const stream = await openStream();
    const ended = once(stream, "error");
    await running.host.close();
    await ended;
    await expect.poll(() => running.backend.listeners.size).toBe(0);
    running = await runHost();
  });
});

describe("the host", () => {
  it("listens on the loopback interface alone", async () => {
    const others = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter((item) => !item.internal));
    for (const { address } of others) {
      const socket = connect(running.host.port, address);
      const [outcome] = await Promise.race([once(socket, "connect"), once(socket, "error")]).catch((error) => [error]);
      socket.destroy();
      expect(outcome).toBeInstanceOf(Error);
    }
    expect(running.host.origin).toBe(`http://127.0.0.1:${running.host.port}`);
  });

  it("says that a port is taken", async () => {
    const options = { backend: createFakeBackend(), assetsDirectory: running.folder, port: running.host.port };
    await expect(startWebHost(options)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  it("picks another port each time", async () => {
    const other = await runHost();
    expect(other.host.port).not.toBe(running.host.port);
    await other.stop();
  });
});
