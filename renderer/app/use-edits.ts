import type { EditStep } from "#shared/model/edit.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { useNavigation } from "./navigation.ts";

/** The step that undo or redo would take next (null when there is none), and the ways to take it. */
export interface Edits {
  readonly nextUndo: EditStep | null;
  readonly nextRedo: EditStep | null;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo and redo over the whole case; each says what it did, because the effect may be out of sight. */
export function useEdits(): Edits {
  const navigation = useNavigation();
  const { data } = useCallQuery("edits.history", {});
  const undo = useCallMutation("edits.undo");
  const redo = useCallMutation("edits.redo");
  const nextUndo = data?.undo[0] ?? null;
  const nextRedo = data?.redo[0] ?? null;
  const onError = (error: unknown) => navigation.announce(describeError(error).message, "bad");
  return {
    nextUndo,
    nextRedo,
    undo: () => {
      if (undo.isPending || redo.isPending) return;
      if (nextUndo === null) navigation.announce(say("app.thereIsNothingToUndo"));
      else
        undo.mutate({}, { onSuccess: () => navigation.announce(say("app.undone", { step: nextUndo.label })), onError });
    },
    redo: () => {
      if (undo.isPending || redo.isPending) return;
      if (nextRedo === null) navigation.announce(say("app.thereIsNothingToRedo"));
      else
        redo.mutate({}, { onSuccess: () => navigation.announce(say("app.redone", { step: nextRedo.label })), onError });
    },
  };
}
