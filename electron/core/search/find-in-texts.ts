import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { QueryNode } from "#shared/text/query/query-node.ts";
import { joinTexts } from "../ports/joined-texts.ts";
import type { PatternFinder } from "../ports/pattern-finder.ts";
import type { Pace } from "./evaluate/evaluation.ts";

/** Milliseconds that the regular expressions of one search may take over what people wrote. */
const LIMIT_MS = 5000;

/** Where a regular expression is met in a text that was looked through before. */
export type KnownPatterns = (
  pattern: string,
  text: string,
) => readonly { readonly start: number; readonly end: number }[];

type RegexNode = Extract<QueryNode, { readonly kind: "regex" }>;

function patternsOf(node: QueryNode): readonly RegexNode[] {
  switch (node.kind) {
    case "regex":
      return [node];
    case "near":
    case "not-near":
      return [...patternsOf(node.left), ...patternsOf(node.right)];
    case "page":
    case "not":
      return patternsOf(node.node);
    case "and":
    case "or":
      return node.nodes.flatMap(patternsOf);
    default:
      return [];
  }
}

function toRanges(found: Int32Array | null) {
  return Array.from({ length: (found?.length ?? 0) / 2 }, (_, index) => ({
    start: found?.[index * 2] ?? 0,
    end: found?.[index * 2 + 1] ?? 0,
  }));
}

/**
 * Runs the regular expressions of a search over texts where they can be stopped.
 *
 * @throws ProbativeError `search/syntax` for an expression that is none or takes too long; `search/cancelled`
 */
export async function findInTexts(
  finder: PatternFinder,
  node: QueryNode,
  texts: readonly string[],
  pace: Pace,
): Promise<KnownPatterns> {
  const known = new Map<string, ReadonlyMap<string, ReturnType<typeof toRanges>>>();
  const deadline = performance.now() + LIMIT_MS;
  for (const { pattern, at } of patternsOf(node)) {
    const search = finder.start(pattern);
    const byText = new Map<string, ReturnType<typeof toRanges>>();
    try {
      for (let done = 0; done < texts.length; ) {
        await pace.breathe();
        const findings = await search.find(joinTexts(texts.slice(done)));
        if (findings.includes(null) || performance.now() > deadline) {
          throw new ProbativeError("search/syntax", "This regular expression takes too long.", { offset: at.start });
        }
        for (const [index, found] of findings.entries()) byText.set(texts[done + index] ?? "", toRanges(found));
        done += findings.length;
      }
    } finally {
      search.close();
    }
    known.set(pattern, byText);
  }
  return (pattern, text) => known.get(pattern)?.get(text) ?? [];
}
