import { CircleCheck, Undo2, X } from "lucide-react";
import { useNavigation } from "../app/navigation.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./result-head.module.css";
import type { TaggingDone } from "./use-tag-hits.ts";

interface DoneNoteProps {
  readonly done: TaggingDone;
  readonly onDismiss: () => void;
}

/** What tagging all hits made, with the way back while nothing else was done since. */
export function DoneNote({ done, onDismiss }: DoneNoteProps) {
  const { show, announce } = useNavigation();
  const history = useCallQuery("edits.history", {});
  const undo = useCallMutation("edits.undo");
  const isLatest = done.step !== null && history.data?.undo[0]?.sequence === done.step;
  return (
    <div className={styles.done} role="status">
      <CircleCheck aria-hidden />
      <span className={styles.doneText}>{doneLine(done)}</span>
      {isLatest && (
        <Button
          size="small"
          icon={<Undo2 aria-hidden />}
          busy={undo.isPending}
          onClick={() =>
            undo.mutate(
              {},
              {
                onSuccess: () => {
                  announce(say("search.undone"));
                  onDismiss();
                },
                onError: (error) => announce(describeError(error).message, "bad"),
              },
            )
          }
        >
          {say("search.undo")}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => show(done.briefTitle === null ? "passages" : "briefs")}>
        {done.briefTitle === null ? say("search.showPassages") : say("search.showBrief")}
      </Button>
      <IconButton size="small" label={say("search.dismiss")} icon={<X aria-hidden />} onClick={onDismiss} />
    </div>
  );
}

/** `48 passages tagged “Custody”, added to “Motion”`. */
export function doneLine({ made, tagNames, briefTitle }: TaggingDone): string {
  const count = made.passages;
  const tags = tagNames.map((name) => `“${name}”`).join(", ");
  if (briefTitle === null)
    return tags === "" ? say("search.passagesMade", { count }) : say("search.passagesTagged", { count, tags });
  if (tags === "") return say("search.passagesAdded", { count, brief: briefTitle });
  return say("search.passagesTaggedAndAdded", { count, tags, brief: briefTitle });
}
