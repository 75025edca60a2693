import { expect, test } from "vitest";
import { PAGE_BITS } from "#core/ports/word-index.ts";
import { evaluate } from "#core/search/evaluate/evaluate.ts";
import type { EvaluationSources, Pace } from "#core/search/evaluate/evaluation.ts";
import { hitsInDocument } from "#core/search/evaluate/hits-in-document.ts";
import type { ResolvedNode, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { inlinePatternFinder } from "../../../../support/inline-pattern-finder.ts";
import { createMemoryWordIndex } from "../../../../support/memory-word-index.ts";
import { newDocumentId } from "../../../../support/test-database.ts";

const at = { start: 0, end: 0 };
const AT_ONCE: Pace = { breathe: () => null };

function word(...terms: readonly string[]): ResolvedWord {
  return { kind: "word", terms: terms.map((term) => ({ term, reason: "typed" })), at };
}

/** Each word on pages of its own, one of them in a running header of some pages. */
function pageText(page: number, step: number): string {
  const words = [`SPECIMEN page${page}`];
  if (page % (step + 2) === 0) words.push("consul");
  if (page % (step + 3) === 0) words.push("cargo", "filler", "cargo");
  if (page % 7 === step) words.push("vessel");
  return page >= 9 && page < 20 ? `vessel list\n${words.join("\n")}` : words.join("\n");
}

function openLong(pages: readonly number[]): EvaluationSources {
  const words = createMemoryWordIndex(
    pages.map((count, step) => ({
      id: newDocumentId(),
      pages: Array.from({ length: count }, (_, page) => ({ text: pageText(page, step), detections: [] })),
    })),
  );
  return {
    words,
    joinPages: () => {
      throw new Error("No expression asks for a page.");
    },
    readPage: words.readPage,
    field: () => ({ scope: "document", numbers: new Int32Array(0) }),
    patterns: inlinePatternFinder(),
  };
}

const SEARCHES: readonly ResolvedNode[] = [
  word("consul", "cargo"),
  word("consul", "cargo", "vessel"),
  { kind: "or", nodes: [{ kind: "and", nodes: [word("consul"), word("cargo")], at }, word("vessel")], at },
];

test.each([
  ["that are kept", [PAGE_BITS + 1, 40, 64, 33]],
  ["of documents too long to be kept", [90, 300, 3, 200]],
])("counts pages of several words in long documents: sets %s", async (_, pages) => {
  const sources = openLong(pages);
  // Again, when what is kept is known.
  for (const node of [...SEARCHES, ...SEARCHES]) {
    const found = await evaluate(node, sources, { pace: AT_ONCE });
    expect(found.numbers.length).toBe(pages.length);
    for (const [rank, number] of found.numbers.entries()) {
      const hits = await hitsInDocument(node, sources, number, { pace: AT_ONCE });
      expect(found.hits[rank]).toBe(hits.length);
      expect(found.pages[rank]).toBe(new Set(hits.map(({ parts }) => parts[0]?.page)).size);
    }
  }
});
