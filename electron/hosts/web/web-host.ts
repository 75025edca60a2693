import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Backend } from "../backend.ts";
import { requireHost } from "./guard.ts";
import { replyWithError } from "./http-reply.ts";
import { createIncomingRoute } from "./incoming-route.ts";
import { type RouteContext, route } from "./routes.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import { createSessions } from "./session.ts";

/** Only this address: never a name, which could be made to mean another machine, and never all interfaces. */
const LOOPBACK = "127.0.0.1";

export interface WebHostOptions {
  readonly backend: Backend;
  /** Folder of the built renderer. */
  readonly assetsDirectory: string;
  /** 0 or absent: a free port that the system picks. */
  readonly port?: number;
}

/** The workbench on the loopback interface. */
export interface WebHost {
  /** Link for the person: its fragment holds a token that works once. A browser never sends a fragment anywhere. */
  readonly url: string;
  readonly origin: string;
  readonly port: number;
  /** A further link, for another browser. */
  createLaunchUrl(): string;
  /** Ends all connections. The backend is the caller's to close. */
  close(): Promise<void>;
}

/**
 * Starts the loopback host.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { backend, assetsDirectory } = options;
  const server = createServer({ requestTimeout: 0 });
  const port = await listen(server, options.port ?? 0);
  const host = `${LOOPBACK}:${port}`;
  const origin = `http://${host}`;
  const sessions = createSessions();
  const cookieName = `probative_${port}`;
  const context: RouteContext = {
    backend,
    assetsDirectory,
    guarded: { host, origin, cookieName, sessions },
    incoming: createIncomingRoute(backend),
  };
  server.on("request", (request, response) => void answer(request, response, context));
  const createLaunchUrl = (): string => `${origin}/#token=${sessions.createToken()}`;
  return { url: createLaunchUrl(), origin, port, createLaunchUrl, close: () => close(server) };
}

async function answer(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  try {
    requireHost(request, context.guarded);
    await route(request, response, context);
  } catch (error) {
    // The window went away in the middle of its request: there is nobody to answer and nothing to report.
    if (response.destroyed) return;
    replyWithError(response, error, (thrown) => context.backend.reportUnknown(thrown));
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ host: LOOPBACK, port, exclusive: true });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
