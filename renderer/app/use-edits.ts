import { useState } from "react";
import type { EditHistory, EditStep } from "#shared/model/edit.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { useNavigation } from "./navigation.ts";

/** The steps that undo and redo would take, and the ways to take them. */
export interface Edits {
  /** The next of each first. */
  readonly steps: EditHistory;
  /** Null when there is none. */
  readonly nextUndo: EditStep | null;
  readonly nextRedo: EditStep | null;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Undoes (below zero) or redoes so many steps, one by one, and stops at the first that fails. */
  readonly go: (steps: number) => void;
  /** Steps are being taken. */
  readonly busy: boolean;
}

const NO_STEPS: EditHistory = { undo: [], redo: [] };

/** Undo and redo over the whole case; each says what it did, because the effect may be out of sight. */
export function useEdits(): Edits {
  const { announce } = useNavigation();
  const steps = useCallQuery("edits.history", {}).data ?? NO_STEPS;
  const undo = useCallMutation("edits.undo");
  const redo = useCallMutation("edits.redo");
  const [busy, setBusy] = useState(false);
  const go = async (count: number) => {
    if (busy || count === 0) return;
    const isBack = count < 0;
    const step = isBack ? undo : redo;
    const [next] = isBack ? steps.undo : steps.redo;
    setBusy(true);
    let taken = 0;
    try {
      for (; taken < Math.abs(count); taken += 1) await step.mutateAsync({});
    } catch (error) {
      announce(describeError(error).message, "bad");
      return;
    } finally {
      setBusy(false);
    }
    if (taken > 1) announce(say(isBack ? "app.undoneSteps" : "app.redoneSteps", { count: taken }));
    else if (next !== undefined) announce(say(isBack ? "app.undone" : "app.redone", { step: next.label }));
  };
  return {
    steps,
    nextUndo: steps.undo[0] ?? null,
    nextRedo: steps.redo[0] ?? null,
    undo: () => {
      if (steps.undo.length === 0) announce(say("app.thereIsNothingToUndo"));
      else void go(-1);
    },
    redo: () => {
      if (steps.redo.length === 0) announce(say("app.thereIsNothingToRedo"));
      else void go(1);
    },
    go: (count) => void go(count),
    busy,
  };
}
