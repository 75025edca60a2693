import { Tags } from "lucide-react";
import { useMemo, useState } from "react";
import type { TagId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { TagPicker } from "../passages/tag-picker.tsx";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { Popover } from "../ui/popover.tsx";
import { useDocumentTags } from "./use-document-tags.ts";

/**
 * Tags stand on passages, so several documents are tagged through theirs: a tag is put on every passage of them, or taken
 * off where all documents have it; one step that can be undone.
 */
export function BulkTags({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const { announce } = useNavigation();
  const { byDocument, tags } = useDocumentTags();
  const tag = useCallMutation("library.tag");
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [open, setOpen] = useState(false);
  const withPassages = useMemo(() => documents.filter(({ passages }) => passages > 0), [documents]);
  const passages = withPassages.reduce((sum, document) => sum + document.passages, 0);
  const onAll = useMemo(() => {
    const uses = new Map<TagId, number>();
    for (const { documentId } of withPassages) {
      for (const { tagId } of byDocument.get(documentId) ?? []) uses.set(tagId, (uses.get(tagId) ?? 0) + 1);
    }
    return new Set([...uses].filter(([, count]) => count === withPassages.length).map(([tagId]) => tagId));
  }, [withPassages, byDocument]);
  if (passages === 0) return null;
  const apply = (name: string, off: boolean) => {
    setOpen(false);
    tag.mutate(
      { documents: withPassages.map(({ documentId }) => documentId), tag: name, off },
      {
        onSuccess: ({ passages: count }) =>
          announce(
            off ? say("library.passagesUntagged", { count, name }) : say("library.passagesTagged", { count, name }),
          ),
      },
    );
  };
  return (
    <>
      <Button
        ref={setAnchor}
        icon={<Tags aria-hidden />}
        busy={tag.isPending}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {say("library.tagPassages", { count: passages })}
      </Button>
      {tag.error !== null && <InlineError error={tag.error} />}
      <Popover
        open={open}
        onClose={() => setOpen(false)}
        anchor={anchor}
        label={say("library.tagPassages", { count: passages })}
      >
        <TagPicker
          tags={tags}
          applied={onAll}
          onPick={(picked) =>
            picked.kind === "create" ? apply(picked.name, false) : apply(picked.tag.name, onAll.has(picked.tag.tagId))
          }
          onEscape={() => setOpen(false)}
        />
      </Popover>
    </>
  );
}
