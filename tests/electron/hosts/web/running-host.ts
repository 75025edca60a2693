import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWebHost, type WebHost } from "#hosts/web/web-host.ts";
import { createFakeBackend, type FakeBackend, type FakeBackendParts } from "../../../contract/support/fake-backend.ts";

/** A reply as it came over the wire. */
export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  /** As sent: nothing is added but what Node.js cannot leave out. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A loopback host over a fake backend, with a folder of its own. */
export interface RunningHost {
  readonly host: WebHost;
  readonly backend: FakeBackend;
  readonly folder: string;
  /** Sends a request exactly as given; `Host` is right unless given. */
  send(raw: RawRequest): Promise<RawReply>;
  /** Headers of our own page with a session. */
  ownHeaders(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** What the fake page and its script hold. */
export const PAGE = "<!doctype html><title>Probative</title>";

/** Starts a host with a small page of its own. */
export async function runHost(makeParts: (folder: string) => FakeBackendParts = () => ({})): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), "probative-web-host-"));
  const assetsDirectory = join(folder, "renderer");
  await mkdir(join(assetsDirectory, "assets"), { recursive: true });
  await mkdir(join(folder, "incoming"));
  await writeFile(join(assetsDirectory, "index.html"), PAGE);
  await writeFile(join(assetsDirectory, "assets/app.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "secret");
  const backend = createFakeBackend({ incoming: join(folder, "incoming"), ...makeParts(folder) });
  const host = await startWebHost({ backend, assetsDirectory });
  let cookie: string | null = null;
  const send = (raw: RawRequest) => sendRaw(host.port, raw);
  return {
    host,
    backend,
    folder,
    send,
    async ownHeaders() {
      cookie ??= await openSession(host, send);
      return { Origin: host.origin, "Sec-Fetch-Site": "same-origin", Cookie: cookie };
    },
    async stop() {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The token in a launch link. */
export function tokenOf(url: string): string {
  return new URLSearchParams(new URL(url).hash.slice(1)).get("token") ?? "";
}

/** Exchanges a fresh token; answers with the `Cookie` header. */
async function openSession(host: WebHost, send: RunningHost["send"]): Promise<string> {
  const reply = await send({
    method: "POST",
    path: "/session",
    headers: { Origin: host.origin, "Content-Type": "application/json" },
    body: JSON.stringify({ token: tokenOf(host.createLaunchUrl()) }),
  });
  return reply.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

function sendRaw(port: number, { method = "GET", path, headers = {}, body }: RawRequest): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The body of a reply as JSON. */
export function jsonOf(reply: RawReply): unknown {
  return JSON.parse(reply.body.toString("utf8"));
}

/** The code of the error that a reply carries. */
export function errorCodeOf(reply: RawReply): unknown {
  const body = jsonOf(reply);
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  return typeof body.error === "object" && body.error !== null && "code" in body.error ? body.error.code : null;
}
