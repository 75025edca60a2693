import type { IncomingMessage, ServerResponse } from "node:http";
import type { Backend } from "../backend.ts";
import { HttpError, replyWithValue } from "./http-reply.ts";
import { parseIncomingPath } from "./incoming-path.ts";
import { createIncomingFolder, type IncomingFolder, receiveFile } from "./incoming-store.ts";

/** Files that were dropped on a browser window, which cannot tell where they stand on the drive. */
export interface IncomingRoute {
  /** `POST /incoming`: replies `{ folder, path }`; `path` is what `documents.import` is then given. */
  create(response: ServerResponse): Promise<void>;
  /** `PUT /incoming/<folder>/<relative path>` with the bytes as body. */
  receive(request: IncomingMessage, response: ServerResponse, id: string, encodedPath: string): Promise<void>;
}

/** Folders live as long as the host; the backend removes what they name when their import has ended. */
export function createIncomingRoute(backend: Backend): IncomingRoute {
  const folders = new Map<string, IncomingFolder>();
  return {
    async create(response) {
      const folder = createIncomingFolder(await backend.createIncomingFolder());
      folders.set(folder.id, folder);
      replyWithValue(response, { folder: folder.id, path: folder.path });
    },
    async receive(request, response, id, encodedPath) {
      const folder = folders.get(id);
      if (folder === undefined) throw new HttpError(404, "There is no such folder.");
      if (request.headers["content-range"] !== undefined) throw new HttpError(400, "A file is sent as a whole.");
      await receiveFile(folder, parseIncomingPath(encodedPath, process.platform), request);
      replyWithValue(response, {});
    },
  };
}
