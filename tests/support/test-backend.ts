import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished, vi } from "vitest";
import type { Backend } from "#hosts/backend.ts";
import { createBackend } from "#hosts/compose.ts";
import type { JobId } from "#shared/base/ids.ts";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import { setUpTempFolder } from "./temp-folder.ts";

/** The worker from source. */
export const WORKER_URL = pathToFileURL(join(import.meta.dirname, "../../electron/workers/extract.ts"));

/** A real backend with its own home and a folder to work in, closed when the running test ends. */
export interface TestBackend {
  readonly backend: Backend;
  readonly root: string;
  /** Where the program keeps its settings and its log. */
  readonly home: string;
  readonly events: readonly BackendEvent[];
  /** Waits until a job has ended, by its events, and returns its account. */
  finished(jobId: JobId): Promise<OutputOf<"jobs.account">>;
}

/** Makes it. Nothing is faked: PDFium reads in worker threads. */
export function setUpBackend(): TestBackend {
  const root = setUpTempFolder();
  const home = join(root, "home");
  mkdirSync(home);
  vi.stubEnv("PROBATIVE_HOME", home);
  vi.stubEnv("PROBATIVE_AUTHOR", "A. Tester");
  const backend = createBackend({ workerUrl: WORKER_URL });
  const events: BackendEvent[] = [];
  backend.listen((event) => {
    events.push(event);
  });
  onTestFinished(async () => {
    await backend.close();
    vi.unstubAllEnvs();
  });
  return {
    backend,
    root,
    home,
    events,
    finished: async (jobId) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = backend.listen((event) => {
        if (event.kind === "job" && event.job.jobId === jobId && event.job.status !== "running") resolve();
      });
      if ((await backend.call("jobs.show", { job: jobId })).status !== "running") resolve();
      await promise;
      stop();
      return backend.call("jobs.account", { job: jobId });
    },
  };
}
