import { QueryClient } from "@tanstack/react-query";
import type { InputOf, OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import type { Job } from "#shared/model/job.ts";
import { createAreaCollector, isOutdated } from "./query-areas.ts";
import type { Transport } from "./transport.ts";

/** The key under which the answer to a call is kept. */
export function callKey<Name extends ProcedureName>(name: Name, input: InputOf<Name>): readonly [Name, InputOf<Name>] {
  return [name, input];
}

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
  const collect = createAreaCollector(
    (areas) => {
      void cache.invalidateQueries({ predicate: (query) => isOutdated(String(query.queryKey[0]), areas) });
    },
    { now: () => performance.now(), after: (milliseconds, run) => void setTimeout(run, milliseconds) },
  );
  return transport.listen((event) => applyEvent(cache, event, collect));
}

function applyEvent(
  cache: QueryClient,
  event: BackendEvent,
  collect: (event: Extract<BackendEvent, { kind: "changed" }>) => void,
): void {
  switch (event.kind) {
    case "job":
      putJob(cache, event.job);
      break;
    case "changed":
      collect(event);
      break;
    case "case":
      cache.removeQueries({ type: "inactive" });
      void cache.resetQueries();
      break;
  }
}

/** Writes a job that was told by an event into the answers that hold jobs: progress needs no further question. */
export function putJob(cache: QueryClient, job: Job): void {
  cache.setQueryData<OutputOf<"jobs.show">>(callKey("jobs.show", { job: job.jobId }), job);
  cache.setQueryData<OutputOf<"jobs.list">>(callKey("jobs.list", {}), (answer) =>
    answer === undefined ? undefined : { jobs: withJob(answer.jobs, job) },
  );
}

/** The list with the job in its place, or as the latest when it is new. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  return jobs.some((known) => known.jobId === job.jobId)
    ? jobs.map((known) => (known.jobId === job.jobId ? job : known))
    : [job, ...jobs];
}
