import { useState } from "react";
import type { Tag } from "#shared/model/tag.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import type { TagTarget } from "./move-tag.ts";
import { SplitDialog } from "./split-dialog.tsx";
import { flattenTree, type TagNode } from "./tag-tree.ts";
import type { CodebookEdits } from "./use-codebook-edits.ts";

/** What is asked about a place of the codebook. */
export interface OpenDialog {
  readonly kind: "merge" | "split" | "move";
  /** Key of the place. */
  readonly key: string;
}

interface CodebookDialogProps {
  readonly dialog: OpenDialog;
  readonly tags: readonly Tag[];
  readonly tree: readonly TagNode[];
  readonly edits: CodebookEdits;
  readonly onMove: (node: TagNode, target: TagTarget) => Promise<void>;
  /** Chooses the tag of this name once all is done. */
  readonly onFollow: (name: string) => void;
  readonly onClose: () => void;
}

/** The dialog that is open over the codebook. */
export function CodebookDialog({ dialog, tags, tree, edits, onMove, onFollow, onClose }: CodebookDialogProps) {
  const [busy, setBusy] = useState(false);
  const node = flattenTree(tree).find((each) => each.key === dialog.key);
  const tag = node?.tag ?? null;
  const work = async (run: () => Promise<string | null>) => {
    setBusy(true);
    const name = await run();
    setBusy(false);
    if (name === null) return;
    onFollow(name);
    onClose();
  };
  if (node === undefined) return null;
  if (dialog.kind === "move") {
    return (
      <MoveDialog
        node={node}
        tree={tree}
        busy={busy}
        onClose={onClose}
        onMove={(target) => {
          setBusy(true);
          void onMove(node, target).then(onClose);
        }}
      />
    );
  }
  if (tag === null) return null;
  if (dialog.kind === "merge") {
    return (
      <MergeDialog
        tag={tag}
        tags={tags}
        busy={busy}
        onClose={onClose}
        onMerge={(into, from) =>
          void work(async () =>
            (await edits.merge(
              into,
              from.map((other) => other.tagId),
            ))
              ? into.name
              : null,
          )
        }
      />
    );
  }
  return <SplitOfTag tag={tag} busy={busy} onClose={onClose} edits={edits} work={work} />;
}

interface SplitOfTagProps {
  readonly tag: Tag;
  readonly busy: boolean;
  readonly edits: CodebookEdits;
  readonly work: (run: () => Promise<string | null>) => Promise<void>;
  readonly onClose: () => void;
}

function SplitOfTag({ tag, busy, edits, work, onClose }: SplitOfTagProps) {
  const carried = useCallQuery("passages.browse", { all: [tag.tagId], below: false, limit: 1000 }).data;
  if (carried === undefined) return null;
  return (
    <SplitDialog
      tag={tag}
      passages={carried.passages}
      busy={busy}
      onClose={onClose}
      onSplit={(name, passages) => void work(async () => (await edits.split(tag, name, passages))?.name ?? null)}
    />
  );
}
