import { type FormEvent, useId, useState } from "react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./welcome.module.css";

interface OpenCaseDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly suggestedDirectory: string;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onOpen: (directory: string) => void;
}

/** The folder of a case, typed: a browser cannot ask for one. */
export function OpenCaseDialog({ open, onClose, suggestedDirectory, error, busy, onOpen }: OpenCaseDialogProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const form = useId();
  const directory = typed ?? suggestedDirectory;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (directory.trim() !== "") onOpen(directory.trim());
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={say("welcome.openCaseTitle")}
      size="medium"
      footer={
        <>
          <Button onClick={onClose}>{say("welcome.cancel")}</Button>
          <Button type="submit" form={form} variant="primary" busy={busy} disabled={directory.trim() === ""}>
            {say("welcome.open")}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={say("welcome.caseFolder")}
          hint={say("welcome.caseFolderHint")}
          spellCheck={false}
          value={directory}
          onChange={(event) => setTyped(event.target.value)}
        />
        {error !== null && <InlineError error={error} />}
      </form>
    </Dialog>
  );
}
