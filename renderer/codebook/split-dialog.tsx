import { useState } from "react";
import type { PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { PATH_MARK, pathAbove } from "#shared/text/tag-path.ts";
import { say } from "../messages/say.ts";
import { oneLine } from "../passages/passage-filter.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./tag-dialogs.module.css";

interface SplitDialogProps {
  readonly tag: Tag;
  /** Those that carry the tag itself. */
  readonly passages: readonly PassageListItem[];
  readonly busy: boolean;
  readonly onSplit: (name: string, passageIds: readonly PassageId[]) => void;
  readonly onClose: () => void;
}

/** Gives some passages of a tag to a tag of their own. */
export function SplitDialog({ tag, passages, busy, onSplit, onClose }: SplitDialogProps) {
  const above = pathAbove(tag.name);
  const [name, setName] = useState(above === null ? "" : `${above}${PATH_MARK}`);
  const [chosen, setChosen] = useState<ReadonlySet<PassageId>>(new Set());
  const toggle = (passageId: PassageId) => {
    const next = new Set(chosen);
    if (!next.delete(passageId)) next.add(passageId);
    setChosen(next);
  };
  const wanted = name.trim();
  const isNamed = wanted !== "" && !wanted.endsWith(PATH_MARK.trim()) && wanted !== tag.name;
  return (
    <Dialog
      open
      size="large"
      title={say("codebook.splitTitle", { name: tag.name })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {say("codebook.cancel")}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={chosen.size === 0 || !isNamed}
            onClick={() => onSplit(wanted, [...chosen])}
          >
            {say("codebook.splitOff", { count: chosen.size })}
          </Button>
        </>
      }
    >
      <TextField
        label={say("codebook.splitName")}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={styles.listHead}>
        <span>{say("codebook.splitWhich")}</span>
        <Button
          size="small"
          variant="quiet"
          onClick={() =>
            setChosen(new Set(chosen.size === passages.length ? [] : passages.map((passage) => passage.passageId)))
          }
        >
          {say(chosen.size === passages.length ? "codebook.chooseNone" : "codebook.chooseAll")}
        </Button>
      </div>
      <fieldset className={styles.list} aria-label={say("codebook.splitWhich")}>
        {passages.map((passage) => (
          <label key={passage.passageId} className={styles.passage}>
            <input type="checkbox" checked={chosen.has(passage.passageId)} onChange={() => toggle(passage.passageId)} />
            <span className={styles.quote}>“{oneLine(passage.quote)}”</span>
            <span className={styles.count}>{passage.citation}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
