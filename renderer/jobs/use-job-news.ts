import { useEffect, useRef } from "react";
import type { JobId } from "#shared/base/ids.ts";
import type { JobStatus } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { jobEnding } from "./job-figures.ts";

/** Says when a job that was seen running has ended. Jobs that ended before are no news. */
export function useJobNews(): void {
  const { announce } = useNavigation();
  const { data } = useCallQuery("jobs.list", {});
  const seen = useRef(new Map<JobId, JobStatus>());
  useEffect(() => {
    for (const job of data?.jobs ?? []) {
      const before = seen.current.get(job.jobId);
      seen.current.set(job.jobId, job.status);
      const ending = jobEnding(job);
      if (before === "running" && ending !== null) announce(ending, job.status === "failed" ? "bad" : "plain");
    }
  }, [data, announce]);
}
