import { spawn } from "node:child_process";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { lowerPriority } from "./lower-priority.ts";

/** A run of the system's Tesseract. */
export interface TesseractRun {
  /** Absolute path of the program. */
  readonly path: string;
  readonly words: readonly string[];
  /** Given on standard input. */
  readonly input?: Uint8Array;
  readonly deadlineMs: number;
  /** Bytes of output after which the run is ended. */
  readonly outputAtMost: number;
  readonly signal: AbortSignal;
}

/** What Tesseract needs of the environment: where its models are, and what Windows needs to start a program. */
const ENVIRONMENT_KEPT = ["TESSDATA_PREFIX", "SystemRoot"] as const;

/**
 * Runs Tesseract with low priority, on one core, without a shell, and answers with its standard output.
 *
 * @throws ProbativeError `ocr/timeout`; `job/cancelled`; `ocr/failed` when it cannot be started, fails, or says too much
 */
export function runTesseract(run: TesseractRun): Promise<string> {
  return new Promise((resolve, reject) => {
    if (run.signal.aborted) {
      reject(new ProbativeError("job/cancelled"));
      return;
    }
    const child = spawn(run.path, run.words, {
      // What it complains of can quote what it reads (safety.md, I6).
      stdio: ["pipe", "pipe", "ignore"],
      env: chooseEnvironment(),
      shell: false,
      windowsHide: true,
    });
    const output: Buffer[] = [];
    let size = 0;
    const stop = (code: "ocr/timeout" | "ocr/failed" | "job/cancelled", cause?: unknown): void => {
      settle();
      child.kill("SIGKILL");
      reject(new ProbativeError(code, "", {}, cause));
    };
    const onAbort = (): void => stop("job/cancelled");
    const deadline = setTimeout(() => stop("ocr/timeout"), run.deadlineMs);
    const settle = (): void => {
      clearTimeout(deadline);
      run.signal.removeEventListener("abort", onAbort);
    };
    run.signal.addEventListener("abort", onAbort, { once: true });
    child.once("error", (cause) => stop("ocr/failed", cause));
    child.once("spawn", () => {
      if (child.pid !== undefined) lowerPriority(child.pid);
    });
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > run.outputAtMost) stop("ocr/failed");
      else output.push(chunk);
    });
    child.once("close", (exitCode) => {
      settle();
      if (exitCode === 0) resolve(Buffer.concat(output).toString("utf8"));
      else reject(new ProbativeError("ocr/failed"));
    });
    // It may end before it has read everything; its exit code tells why.
    child.stdin.on("error", () => {});
    child.stdin.end(run.input);
  });
}

function chooseEnvironment(): NodeJS.ProcessEnv {
  const kept = ENVIRONMENT_KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // More threads make one page little faster and cost the cores that other pages would use.
  return { ...Object.fromEntries(kept), OMP_THREAD_LIMIT: "1", LC_ALL: "C" };
}
