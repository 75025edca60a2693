import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect } from "react";
import type { VerifyReport } from "#shared/model/case.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { formatCount } from "../ui/format.ts";
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
      title="Verify the case"
      size="medium"
      footer={
        <>
          <Button onClick={() => mutate({})} busy={verify.isPending}>
            Verify again
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      {verify.isPending && <Spinner visible label="Hashing every original…" />}
      {verify.error !== null && <InlineError error={verify.error} />}
      {verify.data !== undefined && <Report report={verify.data} />}
    </Dialog>
  );
}

function Report({ report }: { readonly report: VerifyReport }) {
  const differing = [
    ...report.originals.map((original) => `${original.fileName}: ${original.message}`),
    ...report.databases.flatMap((database) => database.problems.map((problem) => `${database.name}: ${problem}`)),
    ...report.journal.problems.map(({ sequence, problem }) => `Custody journal, entry ${sequence}: ${problem}`),
    ...report.passages.map((passage) => `Passage ${passage.passageId}: ${passage.message}`),
  ];
  return (
    <div className={styles.report}>
      <p className={report.ok ? styles.good : styles.bad}>
        {report.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        {report.ok ? "Everything is as it was recorded." : "Something differs from what was recorded."}
      </p>
      <p className={styles.checked}>
        {formatCount(report.originalsChecked, "original")} hashed, {formatCount(report.databases.length, "database")}{" "}
        and {formatCount(report.passagesChecked, "passage")} checked;{" "}
        {formatCount(report.journal.entries, "entry", "entries")} of the custody journal walked.
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
