import { Search } from "lucide-react";
import { useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { foldForMatch } from "../passages/tag-choices.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { formatNumber } from "../ui/format.ts";
import { tagColorStyle } from "../ui/tag-colors.ts";
import { TextField } from "../ui/text-field.tsx";
import styles from "./tag-dialogs.module.css";

interface MergeDialogProps {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly busy: boolean;
  readonly onMerge: (into: Tag, from: readonly Tag[]) => void;
  readonly onClose: () => void;
}

/** Lines shown at once: with a thousand tags one searches. */
const FEW = 200;

/** Chooses which tags become one, and which of them stays. */
export function MergeDialog({ tag, tags, busy, onMerge, onClose }: MergeDialogProps) {
  const [typed, setTyped] = useState("");
  const [others, setOthers] = useState<ReadonlySet<TagId>>(new Set());
  const [keptId, setKeptId] = useState<TagId>(tag.tagId);
  const words = foldForMatch(typed).split(/\s+/u).filter(Boolean);
  const candidates = tags.filter(
    (other) => other.tagId !== tag.tagId && words.every((word) => foldForMatch(other.name).includes(word)),
  );
  const merged = [tag, ...tags.filter((other) => others.has(other.tagId))];
  const kept = merged.find((other) => other.tagId === keptId) ?? tag;
  const gone = merged.filter((other) => other !== kept);
  const toggle = (tagId: TagId) => {
    const next = new Set(others);
    if (!next.delete(tagId)) next.add(tagId);
    setOthers(next);
  };
  return (
    <Dialog
      open
      size="medium"
      title={say("codebook.mergeTitle", { name: tag.name })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {say("codebook.cancel")}
          </Button>
          <Button variant="primary" disabled={gone.length === 0} busy={busy} onClick={() => onMerge(kept, gone)}>
            {say("codebook.mergeTags", { count: merged.length })}
          </Button>
        </>
      }
    >
      <TextField
        label={say("codebook.findTags")}
        hideLabel
        placeholder={say("codebook.findTags")}
        icon={<Search aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <fieldset className={styles.list} aria-label={say("codebook.mergeWith")}>
        {candidates.slice(0, FEW).map((other) => (
          <label key={other.tagId} className={styles.line} style={tagColorStyle(other.color)}>
            <input type="checkbox" checked={others.has(other.tagId)} onChange={() => toggle(other.tagId)} />
            <i className={styles.swatch} />
            <span className={styles.name}>{other.name}</span>
            <span className={styles.count}>{formatNumber(other.passages)}</span>
          </label>
        ))}
        {candidates.length > FEW && (
          <p className={styles.hint}>{say("codebook.moreToFind", { count: candidates.length - FEW })}</p>
        )}
        {candidates.length === 0 && <p className={styles.hint}>{say("codebook.noneFound")}</p>}
      </fieldset>
      {gone.length > 0 && (
        <fieldset className={styles.kept}>
          <legend>{say("codebook.keepWhich")}</legend>
          {merged.map((other) => (
            <label key={other.tagId} className={styles.line} style={tagColorStyle(other.color)}>
              <input
                type="radio"
                name="codebook-kept"
                checked={other === kept}
                onChange={() => setKeptId(other.tagId)}
              />
              <i className={styles.swatch} />
              <span className={styles.name}>{other.name}</span>
            </label>
          ))}
          <p className={styles.hint}>{say("codebook.mergeHint", { name: kept.name, count: gone.length })}</p>
        </fieldset>
      )}
    </Dialog>
  );
}
