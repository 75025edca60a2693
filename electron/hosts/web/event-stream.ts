import type { ServerResponse } from "node:http";
import type { BackendEvent } from "#shared/contract/events.ts";
import type { Backend } from "../backend.ts";
import { DATA_HEADERS } from "./security-headers.ts";

/** A comment now and then finds connections that are gone and keeps the others from being cut. */
const HEARTBEAT_MILLISECONDS = 15_000;

/** A window that does not read gets no more: it connects again and asks for everything anew. */
const LARGEST_BACKLOG = 1024 * 1024;

/** `GET /events`: backend events as server-sent events, one JSON value each, until the window goes. */
export function streamEvents(response: ServerResponse, backend: Backend): void {
  response.writeHead(200, { ...DATA_HEADERS, "Content-Type": "text/event-stream; charset=utf-8" });
  response.write("retry: 1000\n\n");
  const send = (text: string): void => {
    if (response.writableLength > LARGEST_BACKLOG) response.destroy();
    else response.write(text);
  };
  const stopListening = backend.listen((event: BackendEvent) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MILLISECONDS);
  heartbeat.unref();
  response.once("close", () => {
    clearInterval(heartbeat);
    stopListening();
  });
}
