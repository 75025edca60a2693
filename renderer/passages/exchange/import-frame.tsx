import { FileUp } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { say } from "../../messages/say.ts";
import { chooseTextFile } from "../../search/kept/text-of-file.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineError } from "../../ui/error-state.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import styles from "./exchange.module.css";

/** A file that a person chose, with its text. */
export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

interface ImportFrameProps {
  readonly title: string;
  /** What kind of file is meant, and what its import does. */
  readonly lead: string;
  /** As the `accept` of a file field. */
  readonly accept: string;
  readonly file: ChosenFile | null;
  /** The file is being looked at. */
  readonly reading: boolean;
  readonly applying: boolean;
  readonly error: Error | null;
  /** Name of the button that imports; it can be pressed when `ready`. */
  readonly applyLabel: string;
  readonly ready: boolean;
  readonly onFile: (file: ChosenFile) => void;
  readonly onApply: () => void;
  readonly onClose: () => void;
  /** What would happen. */
  readonly children?: ReactNode;
}

/** Chooses a file, shows what it would do, and does it. */
export function ImportFrame(props: ImportFrameProps) {
  const { title, lead, accept, file, reading, applying, error, applyLabel, ready, onFile, onApply, onClose } = props;
  const [unreadable, setUnreadable] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const choose = async () => {
    const chosen = await chooseTextFile(accept);
    if (chosen === null) return;
    setUnreadable(false);
    onFile(chosen);
  };
  return (
    <Dialog
      open
      size="large"
      title={title}
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button variant="quiet" onClick={onClose}>
            {say("exchange.cancel")}
          </Button>
          <Button
            ref={button}
            variant={file === null ? "primary" : "plain"}
            icon={<FileUp aria-hidden />}
            busy={reading}
            onClick={() => void choose().catch(() => setUnreadable(true))}
          >
            {file === null ? say("exchange.chooseFile") : say("exchange.chooseAnother")}
          </Button>
          {file !== null && (
            <Button variant="primary" disabled={!ready} busy={applying} onClick={onApply}>
              {applyLabel}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.lead}>{lead}</p>
        {file !== null && <p className={styles.from}>{file.name}</p>}
        {reading && <ProgressBar label={say("exchange.reading")} value={null} />}
        {unreadable && <p className={styles.bad}>{say("exchange.fileUnreadable")}</p>}
        {error !== null && <InlineError error={error} />}
        <div role="status" className={styles.body}>
          {props.children}
        </div>
      </div>
    </Dialog>
  );
}
