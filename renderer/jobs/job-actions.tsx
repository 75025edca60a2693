import { Ban, Play } from "lucide-react";
import type { Job } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { isResumable } from "./job-figures.ts";

interface JobActionsProps {
  readonly job: Job;
  /** As buttons of cards and bars. */
  readonly small?: boolean;
}

/** Stops a job that runs, or lets one go on that was stopped. Nothing for a job that has ended. */
export function JobActions({ job, small = false }: JobActionsProps) {
  const { announce } = useNavigation();
  const cancel = useCallMutation("jobs.cancel");
  const resume = useCallMutation("jobs.resume");
  const size = small ? "small" : "medium";
  const onError = (error: unknown) => {
    const { message, action } = describeError(error);
    announce(`${message} ${action}`, "bad");
  };
  if (job.status === "running") {
    return (
      <Button
        size={size}
        icon={<Ban aria-hidden />}
        busy={cancel.isPending}
        onClick={() => cancel.mutate({ job: job.jobId }, { onError })}
      >
        {say("jobs.cancel")}
      </Button>
    );
  }
  if (!isResumable(job)) return null;
  return (
    <Button
      size={size}
      variant="primary"
      icon={<Play aria-hidden />}
      busy={resume.isPending}
      onClick={() => resume.mutate({ job: job.jobId }, { onError })}
    >
      {say("jobs.resume")}
    </Button>
  );
}
