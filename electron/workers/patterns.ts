import { createContext, Script } from "node:vm";
import { parentPort } from "node:worker_threads";
import type { PatternFindings } from "#core/ports/pattern-finder.ts";
import { matchPattern } from "./match-pattern.ts";

/** How long one page may take: beyond that the expression is one that will never end. */
const PAGE_LIMIT_MS = 250;
/** Arming the clock costs more than a page: it is armed once for all pages that begin within this time. */
const ROUND_MS = 60;
/** After this time what there is is handed back, so that a search that is no longer wanted ends soon. */
const ANSWER_MS = 330;

/** Pages handed to this worker in one go. */
interface PagesToMatch {
  readonly pattern: string;
  readonly texts: readonly string[];
}

/** Runs an expression over pages, each for a limited time; see `PatternSearch.find`. */
function matchPages({ pattern, texts }: PagesToMatch): readonly PatternFindings[] {
  const expression = new RegExp(pattern, "giu");
  const findings: PatternFindings[] = [];
  const round = (): void => {
    const startedAt = performance.now();
    while (findings.length < texts.length && performance.now() - startedAt < ROUND_MS) {
      findings.push(matchPattern(expression, texts[findings.length] ?? ""));
    }
  };
  // V8 stops an expression in the middle of its work only when the script that called it has run out of time.
  const script = new Script("round()");
  const context = createContext({ round });
  const startedAt = performance.now();
  do {
    try {
      script.runInContext(context, { timeout: ROUND_MS + PAGE_LIMIT_MS });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      findings.push(null);
    }
  } while (findings.length < texts.length && performance.now() - startedAt < ANSWER_MS);
  return findings;
}

/** It is an error of the context's own, no instance of this one's `Error`. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}

parentPort?.on("message", (pages: PagesToMatch) => parentPort?.postMessage(matchPages(pages)));
