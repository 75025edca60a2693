import { z } from "zod";
import { type ProcedureName, procedureOf } from "#shared/contract/contract.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Backend } from "../backend.ts";
import { followJob, startedJob } from "./follow-job.ts";
import type { ProcedureRequest } from "./program.ts";
import type { ProgressLine } from "./progress-line.ts";
import type { StopSignal } from "./terminal.ts";

/** What a command came to: the value to print, and the name of what `value` renders. */
export interface Outcome {
  readonly value: unknown;
  /** The procedure whose output `value` is. */
  readonly renderedAs: ProcedureName;
}

/**
 * Runs one procedure from opening the case to its result; a job is followed to its end.
 *
 * @throws whatever the backend throws
 */
export async function runProcedure(
  backend: Backend,
  request: ProcedureRequest,
  stop: StopSignal,
  progress: ProgressLine,
): Promise<Outcome> {
  const { resultFrom } = procedureOf(request.name);
  if (request.caseDirectory !== null) await backend.call("case.open", { directory: request.caseDirectory });
  const reply = await backend.dispatch(request.name, request.input);
  const job = startedJob(reply);
  if (job === null || isAboutAJob(request.name)) return { value: reply, renderedAs: request.name };
  try {
    await followJob(backend, job, stop, (state) => progress.show(state));
  } finally {
    progress.clear();
  }
  if (resultFrom !== undefined) {
    return { value: await backend.dispatch(resultFrom, { job }), renderedAs: resultFrom as ProcedureName };
  }
  // A command that also started a job: its reply was true when the job began, so the figures are asked for again.
  const { case: caseNow } = await backend.call("case.current", {});
  const account = await backend.call("jobs.account", { job });
  return { value: { ...(reply as object), case: caseNow, account }, renderedAs: request.name };
}

/** Answers that say whether something differs from what was recorded. */
const FINDINGS: ReadonlySet<ProcedureName> = new Set(["case.verify", "journal.verify", "search.recertify"]);

const findingSchema = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ differences: z.array(z.unknown()).length(0), journaled: z.literal(true) }),
]);

/** What a command that did its work exits with: 7 when it found a difference, else 0. */
export function differenceIn(outcome: Outcome): ProbativeError | null {
  if (!FINDINGS.has(outcome.renderedAs)) return null;
  return findingSchema.safeParse(outcome.value).success ? null : new ProbativeError("case/differs");
}

function isAboutAJob(name: ProcedureName): boolean {
  return name === "jobs.show" || name === "jobs.account";
}
