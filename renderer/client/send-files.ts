import { z } from "zod";
import { RemoteError } from "#shared/errors/wire.ts";
import { say } from "../messages/say.ts";
import { sayFailure } from "../messages/say-failure.ts";
import type { GivenFile } from "./dropped-files.ts";
import { postJson } from "./http-transport.ts";
import type { RefusedFile, TransferMonitor } from "./transfer-monitor.ts";
import { openReply, unreachable } from "./wire-reply.ts";

/** Files on the wire at once: the drive, not the loopback, is what limits. */
const AT_ONCE = 3;

/** How often the progress of one transfer is shown. */
const REPORTS_AT_MOST = 200;

const folderSchema = z.object({ folder: z.string(), path: z.string() });

/**
 * Sends files to a new incoming folder of the case.
 * A file that is refused is reported to the monitor and the others go on.
 *
 * @returns path of the folder for `documents.import`, or null when not one file arrived
 * @throws RemoteError when the folder cannot be made
 */
export async function sendFiles(
  files: readonly GivenFile[],
  send: typeof fetch,
  monitor: TransferMonitor,
): Promise<string | null> {
  const { folder, path } = folderSchema.parse(openReply(await postJson(send, "/incoming", {})));
  const refused: RefusedFile[] = [];
  let sent = 0;
  // A report for each of ten thousand files would keep the window busier than the files do.
  const step = Math.max(1, Math.floor(files.length / REPORTS_AT_MOST));
  const report = () => {
    if (sent % step === 0) monitor.set({ progress: { sent, total: files.length }, refused: [...refused] });
  };
  report();
  const waiting = files.values();
  const sendNext = async () => {
    for (const given of waiting) {
      try {
        await putFile(send, folder, given);
      } catch (error) {
        refused.push({
          path: given.path,
          message:
            error instanceof RemoteError
              ? sayFailure({ ...error.wire, code: error.code }).message
              : say("app.browserCannotRead"),
        });
      }
      sent += 1;
      report();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
  monitor.set({ progress: null, refused });
  return refused.length === files.length ? null : path;
}

/** The address part for a relative path: each segment encoded, also what is not well-formed Unicode. */
export function encodePath(path: string): string {
  return path
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
}

async function putFile(send: typeof fetch, folder: string, { path, file }: GivenFile): Promise<void> {
  // Read a first byte: a file that is gone fails here with its own reason, not as a lost connection.
  await file.slice(0, 1).arrayBuffer();
  const response = await send(`/incoming/${encodeURIComponent(folder)}/${encodePath(path)}`, {
    method: "PUT",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
    credentials: "same-origin",
  }).catch(() => {
    throw unreachable();
  });
  openReply(
    await response.json().catch(() => {
      throw unreachable();
    }),
  );
}
