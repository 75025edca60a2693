import { assertNever } from "#shared/base/assert-never.ts";
import { documentIdSchema } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { toWireError } from "#shared/errors/wire.ts";
import type { Backend, ServedFile } from "../backend.ts";
import type { Answer, Endpoint, FileKey, Request } from "./messages.ts";

/** Answers the main process from a backend, inside the backend process. `onClosed` runs when it has been closed. */
export function serveBackend(backend: Backend, endpoint: Endpoint<Answer, Request>, onClosed: () => void): void {
  const stopListening = backend.listen((event) => endpoint.post({ kind: "event", event }));
  const perform = async (request: Request): Promise<unknown> => {
    switch (request.kind) {
      case "call":
        return backend.dispatch(request.name, request.input);
      case "file":
        return findFile(backend, request.file);
      case "close":
        stopListening();
        return backend.close();
      default:
        return assertNever(request);
    }
  };
  endpoint.onMessage((request) => {
    const { id } = request;
    void perform(request)
      .then(
        (value) => endpoint.post({ kind: "reply", id, reply: { ok: true, value } }),
        (thrown: unknown) => {
          const error = toWireError(thrown, (unknown) => backend.reportUnknown(unknown));
          endpoint.post({ kind: "reply", id, reply: { ok: false, error } });
        },
      )
      .then(() => {
        if (request.kind === "close") onClosed();
      });
  });
}

async function findFile(backend: Backend, file: FileKey): Promise<ServedFile> {
  if (file.kind === "export") return backend.exportedFile(file.name);
  const id = documentIdSchema.safeParse(file.id);
  if (!id.success) throw new ProbativeError("document/not-found");
  return file.kind === "original" ? backend.originalFile(id.data) : backend.documentFile(id.data);
}
