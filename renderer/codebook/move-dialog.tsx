import { Search } from "lucide-react";
import { useState } from "react";
import { pathAbove } from "#shared/text/tag-path.ts";
import { say } from "../messages/say.ts";
import { foldForMatch } from "../passages/tag-choices.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/text-field.tsx";
import { possibleParents, type TagTarget } from "./move-tag.ts";
import styles from "./tag-dialogs.module.css";
import type { TagNode } from "./tag-tree.ts";

interface MoveDialogProps {
  readonly node: TagNode;
  readonly tree: readonly TagNode[];
  readonly busy: boolean;
  readonly onMove: (target: TagTarget) => void;
  readonly onClose: () => void;
}

const FEW = 200;

/** Chooses below which place a tag is to stand. */
export function MoveDialog({ node, tree, busy, onMove, onClose }: MoveDialogProps) {
  const [typed, setTyped] = useState("");
  const [parent, setParent] = useState<string | null>(pathAbove(node.name));
  const words = foldForMatch(typed).split(/\s+/u).filter(Boolean);
  const places = possibleParents(tree, node).filter((place) =>
    words.every((word) => foldForMatch(place.name).includes(word)),
  );
  const option = (name: string | null, label: string) => (
    <label key={name ?? ""} className={styles.line}>
      <input type="radio" name="codebook-parent" checked={parent === name} onChange={() => setParent(name)} />
      <span className={styles.name}>{label}</span>
    </label>
  );
  return (
    <Dialog
      open
      size="medium"
      title={say("codebook.moveTitle", { name: node.leaf })}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {say("codebook.cancel")}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={parent === pathAbove(node.name)}
            onClick={() => onMove({ under: parent, before: null })}
          >
            {say("codebook.moveHere")}
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
      <fieldset className={styles.list} aria-label={say("codebook.moveBelow")}>
        {words.length === 0 && option(null, say("codebook.topLevel"))}
        {places.slice(0, FEW).map((place) => option(place.name, place.name))}
        {places.length > FEW && (
          <p className={styles.hint}>{say("codebook.moreToFind", { count: places.length - FEW })}</p>
        )}
      </fieldset>
    </Dialog>
  );
}
