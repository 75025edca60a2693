import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { countHits, findHits } from "#adapters/sqlite/hits.ts";
import { openPageIndex } from "#adapters/sqlite/page-index.ts";
import { PAGES_PER_KEY } from "#adapters/sqlite/page-keys.ts";
import { addPlaces, mayOverlap } from "#adapters/sqlite/word-places.ts";
import { parseQuery, positiveLeaves, type QueryLeaf, type QueryNode } from "#shared/text/query.ts";
import { foldToken, tokenize } from "#shared/text/tokenize.ts";
import { makePages, newDocumentId, setUpIndexDatabase } from "../../../support/test-database.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 60_000 });

/** Few words, so that phrases meet, repeat and overlap; some differ only in accents, case or length. */
const WORDS = ["the", "cost", "costs", "Cóst", "of", "custody", "very", "VERY", "año", "ano"] as const;
const word = fc.constantFrom(...WORDS);
const pageText = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));

const leaf: fc.Arbitrary<string> = fc.oneof(
  word,
  word.map((text) => `${text.slice(0, 3)}*`),
  fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(" ")}"`),
  fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(" ").slice(0, -1)}*"`),
);
const source = fc.oneof(
  leaf,
  fc.tuple(leaf, leaf).map(([one, two]) => `${one} ${two}`),
  fc.tuple(leaf, leaf).map(([one, two]) => `${one} OR ${two}`),
  fc.tuple(leaf, leaf).map(([one, two]) => `${one} NOT ${two}`),
  fc.tuple(leaf, leaf, leaf).map(([one, two, three]) => `(${one} OR ${two}) NOT ${three}`),
);

function parse(text: string): QueryNode | null {
  const parsed = parseQuery(text);
  return parsed.kind === "ok" ? parsed.value : null;
}

interface FoldedWord {
  readonly fold: string;
  readonly start: number;
  readonly end: number;
}

function foldWords(text: string): readonly FoldedWord[] {
  return tokenize(text).map((token) => ({ fold: foldToken(token.text), start: token.start, end: token.end }));
}

/** Places of a word or phrase, by walking the words of the page. */
function placesOf(words: readonly FoldedWord[], wanted: QueryLeaf): readonly (readonly [from: number, to: number])[] {
  const tokens = (wanted.kind === "word" ? [wanted.text] : wanted.words).map(foldToken);
  const lastIsPrefix = wanted.kind === "word" ? wanted.prefix : wanted.lastIsPrefix;
  return words.flatMap((_, from) => {
    const fits = tokens.every((token, index) => {
      const fold = words[from + index]?.fold;
      return index === tokens.length - 1 && lastIsPrefix ? fold?.startsWith(token) === true : fold === token;
    });
    return fits ? [[from, from + tokens.length] as const] : [];
  });
}

function matches(words: readonly FoldedWord[], node: QueryNode): boolean {
  switch (node.kind) {
    case "word":
    case "phrase":
      return placesOf(words, node).length > 0;
    case "and":
      return node.nodes.every((part) => matches(words, part));
    case "or":
      return node.nodes.some((part) => matches(words, part));
    case "not":
      return !matches(words, node.node);
  }
}

/** What is marked on a page: places of all words and phrases, those that share a word made one. */
function markedRanges(words: readonly FoldedWord[], query: QueryNode): readonly { start: number; end: number }[] {
  const places = positiveLeaves(query)
    .flatMap((part) => placesOf(words, part))
    .toSorted((one, other) => one[0] - other[0] || other[1] - one[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of places) {
    const last = merged.at(-1);
    if (last !== undefined && from < last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged.map(([from, to]) => ({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }));
}

function setUpFilledIndex(texts: readonly string[]) {
  const connection = setUpIndexDatabase();
  const index = openPageIndex(connection);
  const documentId = newDocumentId();
  index.beginDocument(documentId);
  index.addPages(documentId, makePages(...texts), "waiting");
  index.finishDocument(documentId);
  index.commit();
  return { connection, index, documentId };
}

const SAMPLE: readonly string[] = fc.sample(pageText, { numRuns: 450, seed: 20260301 });

describe("counting hits", () => {
  it("gives what walking the words gives: pages, hits and places, on more pages than are marked one by one", () => {
    const { index, documentId, connection } = setUpFilledIndex(SAMPLE);
    const words = SAMPLE.map(foldWords);
    fc.assert(
      fc.property(source, (text) => {
        const query = parse(text);
        if (query === null) return;
        const wanted = words.flatMap((page, at) =>
          matches(page, query) ? [{ page: at + 1, ranges: markedRanges(page, query) }] : [],
        );
        const found = index.match(query, null);
        expect(found.map(({ page, hits }) => ({ page, hits }))).toEqual(
          wanted.map(({ page, ranges }) => ({ page, hits: ranges.length })),
        );
        for (const { page, ranges } of wanted.slice(0, 20)) {
          expect(index.hitsOnPage(query, documentId, page)).toEqual(ranges);
        }
      }),
      { numRuns: 120 },
    );
    expect(connection.inTransaction).toBe(false);
  });

  it("is the same from the lists of places as from marking each page", () => {
    const { connection } = setUpFilledIndex(SAMPLE);
    const pages = new Set(SAMPLE.map((_, at) => PAGES_PER_KEY + at + 1));
    let compared = 0;
    fc.assert(
      fc.property(source, (text) => {
        const query = parse(text);
        if (query === null || mayOverlap(positiveLeaves(query))) return;
        const counts = new Map<number, number>();
        for (const part of positiveLeaves(query)) addPlaces(connection, part, pages, counts);
        for (const page of pages) expect(counts.get(page) ?? 0).toBe(findHits(connection, query, page).length);
        compared += 1;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(20);
  });

  it("takes the fast way for many pages", () => {
    const texts = Array.from({ length: 401 }, (_, at) => (at % 2 === 0 ? "very very very" : "very dear"));
    const { connection } = setUpFilledIndex(texts);
    const all = new Set(texts.map((_, at) => PAGES_PER_KEY + at + 1));
    const count = (text: string) => {
      const query = parse(text);
      if (query === null) throw new Error("no query");
      const counts = countHits(connection, query, all);
      return [...counts.values()].reduce((sum, hits) => sum + hits, 0);
    };
    expect(count("very")).toBe(201 * 3 + 200);
    // Overlapping repetitions are one stretch, as they are marked.
    expect(count('"very very"')).toBe(201);
    expect(count("dear OR very")).toBe(201 * 3 + 400);
    expect(count("dea* OR dear")).toBe(200);
  });

  it("knows which words could cover the same place", () => {
    const overlap = (text: string) => {
      const query = parse(text);
      return query !== null && mayOverlap(positiveLeaves(query));
    };
    expect(overlap("cost OR custody")).toBe(false);
    expect(overlap("cost OR CÓST")).toBe(true);
    expect(overlap("cost OR co*")).toBe(true);
    expect(overlap('"the cost" OR custody')).toBe(false);
    expect(overlap('"the cost" OR "of the"')).toBe(true);
    expect(overlap("cost NOT cost")).toBe(false);
  });
});
