import { join, resolve } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { createBackend } from "#hosts/compose.ts";
import type { JobId } from "#shared/base/ids.ts";

/**
 * A program that imports a folder into a new case, recognises what waits, and ends: `canary-child.ts CASE FOLDER ENGINE`.
 * It writes nothing itself, so that whatever stands on its output was written by a worker or a library.
 */

const [, , folder = "", given = "", engine = "built-in"] = argv;
const source = resolve(import.meta.dirname, "../../electron/workers/extract.ts");
const backend = createBackend({ workerUrl: pathToFileURL(source) });

async function finished(jobId: JobId): Promise<void> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const stop = backend.listen((event) => {
    if (event.kind === "job" && event.job.jobId === jobId && event.job.status !== "running") end();
  });
  if ((await backend.call("jobs.show", { job: jobId })).status !== "running") end();
  await promise;
  stop();
}

await backend.call("case.create", { directory: folder, title: "Canary" });
const { jobId } = await backend.call("documents.import", { paths: [join(given)] });
await finished(jobId);
if (engine !== "none") {
  await backend.call("ocr.configure", { engine: engine === "system" ? "system" : "built-in" });
  const { jobId: recognising } = await backend.call("ocr.start", {});
  if (recognising !== null) await finished(recognising);
}
await backend.close();
