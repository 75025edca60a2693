import { useMemo } from "react";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useNavigation } from "../app/navigation.ts";
import { say } from "../messages/say.ts";
import type { PassageCardActions } from "./passage-card.tsx";
import { tagNamesOf, toggledTagNames } from "./passage-changes.ts";
import { usePassageEdits } from "./use-passage-edits.ts";

/** The actions of passage cards, the same in every list; `open` differs. */
export function useCardActions(
  tags: readonly Tag[],
  open: (passage: PassageListItem) => void,
  /** Asked for when there is no brief to add to. */
  onNoBrief: () => void,
): PassageCardActions {
  const edits = usePassageEdits();
  const { activeBrief, announce } = useNavigation();
  return useMemo(
    () => ({
      open,
      saveNote: (passage, note) => void edits.setNote(passage, note),
      toggleTag: (passage, choice) => {
        const names =
          choice.kind === "tag"
            ? toggledTagNames(passage, tags, choice.tag.tagId)
            : [...tagNamesOf(passage, tags), choice.name];
        void edits.setTags(passage, names, tags);
      },
      addToBrief: (passage) => {
        if (activeBrief === null) {
          announce(say("passages.chooseBrief"));
          onNoBrief();
        } else void edits.addToBrief(activeBrief, [passage.passageId]);
      },
      copyCitation: (passage) => {
        navigator.clipboard.writeText(passage.citation).then(
          () => announce(say("passages.copied", { citation: passage.citation })),
          () => announce(say("passages.notCopied"), "bad"),
        );
      },
      remove: (passage) => void edits.remove([passage.passageId]),
    }),
    [edits, tags, open, activeBrief, announce, onNoBrief],
  );
}
