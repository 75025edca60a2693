import { describe, expect, test, vi } from "vitest";
import { jobIdSchema } from "#shared/base/ids.ts";
import type { BackendEvent } from "#shared/contract/events.ts";
import type { Job } from "#shared/model/job.ts";
import { createQueryCache, followBackend, putJob, withJob } from "../../../renderer/client/query-cache.ts";
import { callKey } from "../../../renderer/client/query-key.ts";
import type { Transport } from "../../../renderer/client/transport.ts";

const job = (id: string, done: number): Job => ({
  jobId: jobIdSchema.parse(id),
  kind: "import",
  status: "running",
  title: "Import",
  done,
  total: 10,
  pages: 0,
  failed: 0,
  current: null,
  startedAt: "2026-01-01T00:00:00Z",
  finishedAt: null,
  error: null,
});

const FIRST = "job_000000000001";
const SECOND = "job_000000000002";

describe("withJob", () => {
  test("puts progress in the job's place and a new job first", () => {
    const jobs = [job(FIRST, 1)];
    expect(withJob(jobs, job(FIRST, 5)).map(({ done }) => done)).toEqual([5]);
    expect(withJob(jobs, job(SECOND, 0)).map(({ jobId }) => jobId)).toEqual([SECOND, FIRST]);
  });
});

describe("putJob", () => {
  test("writes progress into both answers that hold jobs", () => {
    const cache = createQueryCache();
    cache.setQueryData(callKey("jobs.list", {}), { jobs: [job(FIRST, 1)] });
    putJob(cache, job(FIRST, 7));
    expect(cache.getQueryData(callKey("jobs.list", {}))).toEqual({ jobs: [job(FIRST, 7)] });
    expect(cache.getQueryData(callKey("jobs.show", { job: job(FIRST, 7).jobId }))).toEqual(job(FIRST, 7));
  });
});

/** A backend whose open case the test changes. */
function setUp(directory: string) {
  const cache = createQueryCache();
  const told = { directory };
  let say: (event: BackendEvent) => void = () => undefined;
  const transport: Transport = {
    call: (async (name: string) =>
      name === "case.current" ? { case: { directory: told.directory } } : { jobs: [] }) as Transport["call"],
    listen: (listener) => {
      say = listener;
      return () => undefined;
    },
    documentUrl: String,
    originalUrl: String,
    exportUrl: String,
  };
  followBackend(cache, transport);
  cache.setQueryData(callKey("case.current", {}), { case: { directory } });
  cache.setQueryData(callKey("tags.list", {}), { tags: ["of the first case"] });
  return { cache, told, say: (event: BackendEvent) => say(event) };
}

describe("followBackend on a case event", () => {
  test("of another case nothing stays", async () => {
    const { cache, told, say } = setUp("/first");
    told.directory = "/second";
    say({ kind: "case" });
    await vi.waitFor(() =>
      expect(cache.getQueryData(callKey("case.current", {}))).toMatchObject({ case: { directory: "/second" } }),
    );
    expect(cache.getQueryData(callKey("tags.list", {}))).toBeUndefined();
  });

  test("of the same case answers stay in sight while they are asked for again", async () => {
    const { cache, say } = setUp("/first");
    const key = callKey("tags.list", {});
    say({ kind: "case" });
    await vi.waitFor(() => expect(cache.getQueryState(key)?.isInvalidated).toBe(true));
    expect(cache.getQueryData(key)).toEqual({ tags: ["of the first case"] });
  });
});
