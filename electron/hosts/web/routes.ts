import type { IncomingMessage, ServerResponse } from "node:http";
import type { Backend } from "../backend.ts";
import { streamEvents } from "./event-stream.ts";
import { answerDocument, answerExport, answerOriginal } from "./file-route.ts";
import { type GuardedOrigin, type OriginDemand, requireOwnOrigin, requireSession } from "./guard.ts";
import { HttpError } from "./http-reply.ts";
import type { IncomingRoute } from "./incoming-route.ts";
import { answerCall } from "./rpc-route.ts";
import { answerSession } from "./session-route.ts";
import { answerAsset } from "./static-route.ts";

/** What the routes answer from. */
export interface RouteContext {
  readonly backend: Backend;
  readonly assetsDirectory: string;
  readonly guarded: GuardedOrigin;
  readonly incoming: IncomingRoute;
}

/**
 * Sends a request to its route. Each line names what the route demands before it is asked; the host has checked `Host`.
 *
 * @throws ProbativeError what the guard or the route throws; HttpError for an address or a method that is not there
 */
export async function route(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  const { backend } = context;
  const [pathname = "/"] = (request.url ?? "/").split("?", 1);
  const [, area = "", second = "", ...rest] = pathname.split("/");
  const demand = (methods: readonly string[], origin: OriginDemand, session = true): void => {
    requireMethod(request, methods);
    requireOwnOrigin(request, context.guarded, origin);
    if (session) requireSession(request, context.guarded);
  };
  switch (area) {
    case "session":
      demand(["POST"], "write", false);
      return answerSession(request, response, context.guarded);
    case "rpc":
      demand(["POST"], "write");
      return answerCall(request, response, backend, decode(second));
    case "events":
      demand(["GET"], "stream");
      return streamEvents(response, backend);
    case "files":
      demand(["GET", "HEAD"], "read");
      if (second === "documents" && rest.length === 2 && rest[1] === "original") {
        return answerOriginal(request, response, backend, decode(rest[0] ?? ""));
      }
      if (second === "documents") return answerDocument(request, response, backend, decode(rest.join("/")));
      if (second === "exports") return answerExport(request, response, backend, decode(rest.join("/")));
      throw new HttpError(404, "There is nothing at this address.");
    case "incoming":
      demand(second === "" ? ["POST"] : ["PUT"], "write");
      if (second === "") return context.incoming.create(response);
      return context.incoming.receive(request, response, second, rest.join("/"));
    default:
      requireMethod(request, ["GET", "HEAD"]);
      return answerAsset(request, response, context.assetsDirectory, pathname);
  }
}

function requireMethod(request: IncomingMessage, methods: readonly string[]): void {
  if (methods.includes(request.method ?? "")) return;
  throw new HttpError(405, "This address does not take this method.", { Allow: methods.join(", ") });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new HttpError(400, "The address is not encoded as it should be.");
  }
}
