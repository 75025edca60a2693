import fc from "fast-check";
import type { CasePorts } from "#core/backend-context.ts";
import { redoEdit, undoEdit } from "#core/passages/step-edits.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { performEdit, type RandomEdit, randomEdit } from "./random-edits.ts";

/** A step of a person's work. */
export type PlannedStep = RandomEdit | "undo" | "redo";

const STEPS = 240;

/** The same long row of steps on every run and in every process. */
export function plannedSteps(): readonly PlannedStep[] {
  const step = fc.oneof(
    { weight: 8, arbitrary: randomEdit },
    { weight: 1, arbitrary: fc.constantFrom<PlannedStep>("undo", "redo") },
  );
  return fc.sample<PlannedStep>(step, { numRuns: STEPS, seed: 44_2025 });
}

/** Takes a step; what the program refuses changes nothing. */
export function performStep(ports: CasePorts, step: PlannedStep): void {
  try {
    if (step === "undo") undoEdit(ports);
    else if (step === "redo") redoEdit(ports);
    else performEdit(ports, step);
  } catch (thrown) {
    if (!(thrown instanceof ProbativeError)) throw thrown;
  }
}
