import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { assertNever } from "#shared/base/assert-never.ts";
import type { VerifyReport } from "#shared/model/case.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { Spinner } from "../ui/spinner.tsx";
import styles from "./verify-dialog.module.css";

interface VerifyDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Hashes every original and checks databases and passages, and says what differs. */
export function VerifyDialog({ open, onClose }: VerifyDialogProps) {
  // A check is made when it is asked for; an answer of before would be no check.
  const verify = useCallMutation("case.verify");
  const { mutate, reset } = verify;
  useEffect(() => {
    if (open) mutate({});
    else reset();
  }, [open, mutate, reset]);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say("app.verifyTitle")}
      size="medium"
      footer={
        <>
          <Button onClick={() => mutate({})} busy={verify.isPending}>
            {say("app.verifyAgain")}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {say("app.verifyDone")}
          </Button>
        </>
      }
    >
      {verify.isPending && <Spinner visible label={say("app.verifyRunning")} />}
      {verify.error !== null && <InlineError error={verify.error} />}
      {verify.data !== undefined && <Report report={verify.data} />}
    </Dialog>
  );
}

function Report({ report }: { readonly report: VerifyReport }) {
  const differing = [
    ...report.originals.map(describeOriginal),
    ...report.databases.flatMap((database) =>
      database.problems.map((problem) => say("app.differingFile", { name: database.name, problem })),
    ),
    ...report.journal.problems.map(({ sequence, problem }) => say("app.differingEntry", { sequence, problem })),
    ...report.passages.map((passage) =>
      say("app.differingPassage", { passage: passage.passageId, problem: passage.message }),
    ),
  ];
  return (
    <div className={styles.report}>
      <p className={report.ok ? styles.good : styles.bad}>
        {report.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        {report.ok ? say("app.verifyGood") : say("app.verifyBad")}
      </p>
      <p className={styles.checked}>
        {say("app.verifyChecked", {
          originals: report.originalsChecked,
          databases: report.databases.length,
          passages: report.passagesChecked,
          entries: report.journal.entries,
        })}
      </p>
      {differing.length > 0 && (
        <ul className={styles.list}>
          {differing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function describeOriginal({ fileName, problem, message }: VerifyReport["originals"][number]): string {
  switch (problem) {
    case "missing":
      return say("app.originalMissing", { name: fileName });
    case "unreadable":
      return say("app.originalUnreadable", { name: fileName });
    case "altered":
      // Both hashes stand in the backend's sentence.
      return message;
    default:
      return assertNever(problem);
  }
}
