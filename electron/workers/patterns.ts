import { Script } from "node:vm";
import { parentPort } from "node:worker_threads";
import { type JoinedTexts, textAt } from "#core/ports/joined-texts.ts";
import type { PatternFindings } from "#core/ports/pattern-finder.ts";
import { createMatcher } from "./match-pattern.ts";

/** How long one page may take: beyond that the expression is one that will never end. */
const PAGE_LIMIT_MS = 250;
/** Arming the clock costs more than a page: it is armed once for all pages that begin within this time. */
const ROUND_MS = 60;
/** After this time what there is is handed back, so that a search that is no longer wanted ends soon. */
const ANSWER_MS = 330;

/** Pages handed to this worker in one go. */
interface PagesToMatch {
  readonly pattern: string;
  readonly texts: JoinedTexts;
}

/** What was met on them. */
interface MatchedPages {
  /** Numbers of `offsets` that each page has; -1 for one that was given up. */
  readonly counts: Int32Array<ArrayBuffer>;
  readonly offsets: Int32Array<ArrayBuffer>;
}

let known: { readonly pattern: string; readonly match: (text: string) => Int32Array } | undefined;
let round = (): void => {};
// V8 stops an expression in the middle of its work only when the script that called it has run out of time. In a context
// of its own that script would cost more than all the pages that are handed over at a time.
Object.assign(globalThis, { matchRound: () => round() });
const matchRound = new Script("matchRound()");

/** Runs an expression over pages, each for a limited time; see `PatternSearch.find`. */
function matchPages({ pattern, texts }: PagesToMatch): MatchedPages {
  if (known?.pattern !== pattern) known = { pattern, match: createMatcher(pattern) };
  const { match } = known;
  const count = texts.ends.length;
  const findings: PatternFindings[] = [];
  round = () => {
    const startedAt = performance.now();
    while (findings.length < count && performance.now() - startedAt < ROUND_MS) {
      findings.push(match(textAt(texts, findings.length)));
    }
  };
  const startedAt = performance.now();
  do {
    try {
      matchRound.runInThisContext({ timeout: ROUND_MS + PAGE_LIMIT_MS });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      findings.push(null);
    }
  } while (findings.length < count && performance.now() - startedAt < ANSWER_MS);
  return pack(findings);
}

function pack(findings: readonly PatternFindings[]): MatchedPages {
  const counts = Int32Array.from(findings, (found) => found?.length ?? -1);
  const offsets = new Int32Array(findings.reduce((sum, found) => sum + (found?.length ?? 0), 0));
  let at = 0;
  for (const found of findings) {
    if (found === null) continue;
    offsets.set(found, at);
    at += found.length;
  }
  return { counts, offsets };
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT"
  );
}

parentPort?.on("message", (pages: PagesToMatch) => {
  const matched = matchPages(pages);
  parentPort?.postMessage(matched, [matched.counts.buffer, matched.offsets.buffer]);
});
