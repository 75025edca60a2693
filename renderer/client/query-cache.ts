import { notifyManager, QueryClient } from "@tanstack/react-query";
import type { OutputOf } from "#shared/contract/contract.ts";
import type { Job } from "#shared/model/job.ts";
import { createAreaCollector, isOutdated } from "./query-areas.ts";
import { callKey } from "./query-key.ts";
import { createRowRefresher } from "./row-refresher.ts";
import type { Transport } from "./transport.ts";

/**
 * One cache for all answers of the backend. An answer stays fresh until an event says that it is old; the backend is on
 * this machine, so being offline stops nothing and a failed call is not repeated by itself.
 */
export function createQueryCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60 * 1000,
        retry: false,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** Keeps the cache true to the backend's events. Returns the way to stop. */
export function followBackend(cache: QueryClient, transport: Transport): () => void {
  const rows = createRowRefresher(cache, transport);
  const collect = createAreaCollector(
    (areas) => {
      void cache.invalidateQueries({ predicate: (query) => isOutdated(String(query.queryKey[0]), areas) });
      if (areas.has("rows")) void rows.refresh();
    },
    { now: () => performance.now(), after: (milliseconds, run) => void setTimeout(run, milliseconds) },
  );
  return transport.listen((event) => {
    switch (event.kind) {
      case "job":
        putJob(cache, event.job);
        // The event does not carry the account, which grows with every file.
        collect(["jobs"]);
        break;
      case "changed":
        if (event.rows === undefined) collect(event.areas);
        else {
          rows.add(event.rows);
          collect(event.areas.map((area) => (area === "documents" ? "rows" : area)));
        }
        break;
      case "case":
        void followCase(cache, transport);
        break;
    }
  });
}

/**
 * Another case, or the same one after a lost connection. The same case keeps what is on the screen while its answers are
 * asked for again; of another one nothing may stay.
 */
async function followCase(cache: QueryClient, transport: Transport): Promise<void> {
  const key = callKey("case.current", {});
  const before = cache.getQueryData<OutputOf<"case.current">>(key)?.case?.directory;
  try {
    const after = await transport.call("case.current", {});
    notifyManager.batch(() => {
      cache.setQueryData(key, after);
      if (before !== undefined && before === after.case?.directory) {
        void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
        return;
      }
      // Removed, not asked for again: what shows them goes with its case, and a closed case would only refuse.
      cache.removeQueries({ predicate: ({ queryKey }) => !isMachineWide(queryKey[0]) });
      void cache.invalidateQueries({ queryKey: ["case.recent"] });
    });
  } catch {
    // Whatever is wrong, asking again shows it.
    void cache.resetQueries();
  }
}

/** True for an answer that holds whichever case is open. */
function isMachineWide(name: unknown): boolean {
  return name === "case.current" || name === "case.recent";
}

/** Writes a job that was told by an event into the answers that hold jobs: progress needs no further question. */
export function putJob(cache: QueryClient, job: Job): void {
  cache.setQueryData<OutputOf<"jobs.show">>(callKey("jobs.show", { job: job.jobId }), job);
  const key = callKey("jobs.list", {});
  const answer = cache.getQueryData<OutputOf<"jobs.list">>(key);
  // A list that is on its way may have been made before the job was.
  if (answer === undefined) void cache.invalidateQueries({ queryKey: key });
  else cache.setQueryData<OutputOf<"jobs.list">>(key, { jobs: withJob(answer.jobs, job) });
}

/** The list with the job in its place, or as the latest when it is new. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  return jobs.some((known) => known.jobId === job.jobId)
    ? jobs.map((known) => (known.jobId === job.jobId ? job : known))
    : [job, ...jobs];
}
