import { type FormEvent, useId, useState } from "react";
import { useCallMutation } from "../client/use-query-call.ts";
import { type GiveDropped, holdDrop } from "../jobs/held-drop.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { TextField } from "../ui/text-field.tsx";
import { suggestCaseFolder } from "./suggest-folder.ts";
import styles from "./welcome.module.css";

interface NewCaseDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Folder that holds cases. */
  readonly suggestedDirectory: string;
  /** What was dropped and is imported as soon as the case is there. */
  readonly dropped: GiveDropped | null;
  readonly chooseFolder: (purpose: "create") => Promise<string | null | "unavailable">;
}

/** Title and folder of a new case. The folder follows the title until it is changed by hand. */
export function NewCaseDialog({ open, onClose, suggestedDirectory, dropped, chooseFolder }: NewCaseDialogProps) {
  const create = useCallMutation("case.create");
  const [title, setTitle] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [canChoose, setCanChoose] = useState(true);
  const form = useId();
  const directory = chosen ?? suggestCaseFolder(suggestedDirectory, title);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || directory.trim() === "") return;
    // The window changes as soon as the case is there: the workbench takes what is held.
    holdDrop(dropped);
    create.mutate({ title, directory: directory.trim() }, { onError: () => holdDrop(null) });
  };
  const choose = async () => {
    const folder = await chooseFolder("create");
    if (folder === "unavailable") setCanChoose(false);
    else if (folder !== null) setChosen(folder);
  };
  const close = () => {
    create.reset();
    onClose();
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={say("welcome.newCase")}
      size="medium"
      footer={
        <>
          <Button onClick={close}>{say("welcome.cancel")}</Button>
          <Button type="submit" form={form} variant="primary" busy={create.isPending} disabled={title.trim() === ""}>
            {say("welcome.create")}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={say("welcome.title")}
          required
          maxLength={300}
          placeholder={say("welcome.titleExample")}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className={styles.folderLine}>
          <TextField
            label={say("welcome.folder")}
            className={styles.grow ?? ""}
            hint={say("welcome.folderHint")}
            spellCheck={false}
            value={directory}
            onChange={(event) => setChosen(event.target.value)}
          />
          {canChoose && <Button onClick={() => void choose()}>{say("welcome.choose")}</Button>}
        </div>
        {dropped !== null && <p className={styles.dropped}>{say("welcome.droppedHeld")}</p>}
        {create.error !== null && <InlineError error={create.error} />}
      </form>
    </Dialog>
  );
}
