import { describe, expect, test } from "vitest";
import { joinTexts, textAt } from "#core/ports/joined-texts.ts";
import type { PatternFinder } from "#core/ports/pattern-finder.ts";
import { evaluate } from "#core/search/evaluate/evaluate.ts";
import type { EvaluationSources, Pace } from "#core/search/evaluate/evaluation.ts";
import { hitsInDocument } from "#core/search/evaluate/hits-in-document.ts";
import { createSearchRegistry } from "#core/search/pace.ts";
import type { ResolvedNode, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { inlinePatternFinder } from "../../../../support/inline-pattern-finder.ts";
import { createMemoryWordIndex, type MemoryWordIndex } from "../../../../support/memory-word-index.ts";
import { newDocumentId } from "../../../../support/test-database.ts";

const at = { start: 0, end: 0 };
const AT_ONCE: Pace = { breathe: () => null };

function word(...terms: readonly string[]): ResolvedWord {
  return { kind: "word", terms: terms.map((term) => ({ term, reason: "typed" })), at };
}

function phrase(...terms: readonly string[]): ResolvedNode {
  return { kind: "phrase", words: terms.map((term) => word(term)), at };
}

function regex(pattern: string): ResolvedNode {
  return { kind: "regex", pattern, at };
}

function and(...nodes: readonly ResolvedNode[]): ResolvedNode {
  return { kind: "and", nodes, at };
}

/** Texts of documents, each a list of pages. */
function open(...documents: readonly (readonly string[])[]) {
  const words = createMemoryWordIndex(
    documents.map((pages) => ({ id: newDocumentId(), pages: pages.map((text) => ({ text, detections: [] })) })),
  );
  const pagesRead: string[] = [];
  const sources: EvaluationSources = {
    words,
    // No more than two at a time, so that an expression is run several times.
    joinPages: (numbers, pages) =>
      joinTexts(
        Array.from(numbers.subarray(0, 2), (number, at) => {
          const page = pages[at] ?? 0;
          pagesRead.push(`${number}:${page}`);
          return words.readPage(number, page).text;
        }),
      ),
    readPage: words.readPage,
    field: () => ({ scope: "document", numbers: new Int32Array(0) }),
    patterns: inlinePatternFinder(),
  };
  return { words, sources, pagesRead };
}

/** Hands over at every breath; `work` is what others do meanwhile. */
function eager(work: () => void): Pace {
  return { breathe: () => Promise.resolve().then(work) };
}

describe("ranking", () => {
  const texts = [
    ["SPECIMEN note"],
    ["SPECIMEN note note note"],
    [`SPECIMEN note ${"filler ".repeat(300)}`],
    ["SPECIMEN rare"],
  ] as const;

  test("puts more of a word, in a shorter document, first", async () => {
    const { sources } = open(...texts);
    const { numbers, scores } = await evaluate(word("note"), sources, { pace: AT_ONCE });
    const [once = 0, thrice = 0, amongMany = 0] = scores;
    expect(numbers.length).toBe(3);
    expect(thrice).toBeGreaterThan(once);
    expect(once).toBeGreaterThan(amongMany);
    expect(amongMany).toBeGreaterThan(0);
  });

  test("weighs a rare word more, and the forms of a word as one", async () => {
    const { sources } = open(...texts);
    const either: ResolvedNode = { kind: "or", nodes: [word("note"), word("rare")], at };
    const { scores } = await evaluate(either, sources, { pace: AT_ONCE });
    expect(scores[3]).toBeGreaterThan(scores[0] ?? 0);
    const forms = await evaluate(word("note", "rare"), sources, { pace: AT_ONCE });
    expect(forms.scores[3]).toBeCloseTo(forms.scores[0] ?? 0);
  });

  test("follows the formula", async () => {
    const { sources } = open(["SPECIMEN note note"], ["SPECIMEN other words here"]);
    const { scores } = await evaluate(word("note"), sources, { pace: AT_ONCE });
    const rarity = Math.log(1 + (2 - 1 + 0.5) / (1 + 0.5));
    const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / 3.5);
    expect(scores[0]).toBeCloseTo((rarity * 2 * 2.2) / (2 + norm), 10);
  });
});

describe("an index that changes meanwhile", () => {
  const texts = Array.from({ length: 40 }, (_, index) => [`SPECIMEN of the note ${index}`]);

  function changing(words: MemoryWordIndex, times: number) {
    let left = times;
    let breaths = 0;
    const pace = eager(() => {
      breaths += 1;
      if (left === 0) return;
      left -= 1;
      words.change();
    });
    return { pace, breaths: () => breaths };
  }

  test("is searched again from the begin", async () => {
    const { words, sources } = open(...texts);
    const { pace, breaths } = changing(words, 1);
    const { numbers } = await evaluate(phrase("of", "the"), sources, { pace });
    expect(numbers.length).toBe(40);
    expect(breaths()).toBe(4);
  });

  test("is searched in one go when that happens too often", async () => {
    const { words, sources } = open(...texts);
    const { pace, breaths } = changing(words, Number.POSITIVE_INFINITY);
    const { numbers } = await evaluate(phrase("of", "the"), sources, { pace });
    expect(numbers.length).toBe(40);
    expect(breaths()).toBe(3);
  });

  test("does not lose what a regular expression has found", async () => {
    const { words, sources, pagesRead } = open(...texts);
    const { pace } = changing(words, Number.POSITIVE_INFINITY);
    const { numbers, incomplete } = await evaluate(regex("note \\d"), sources, { pace });
    expect(numbers.length).toBe(40);
    expect(incomplete).toBeNull();
    expect(pagesRead.length).toBeLessThan(40 * 4);
  });
});

describe("a search that is no longer wanted", () => {
  test("is stopped", async () => {
    const { sources } = open(["SPECIMEN of the note"]);
    const searches = createSearchRegistry();
    const older = searches.begin("field");
    searches.begin("field");
    await expect(evaluate(phrase("of", "the"), sources, { pace: older.pace })).rejects.toThrow(
      expect.objectContaining({ code: "search/cancelled" }),
    );
  });

  test("leaves its regular expression", async () => {
    const { sources } = open(["SPECIMEN of the note"]);
    const searches = createSearchRegistry();
    const { pace, stop } = searches.begin("field");
    let isClosed = false;
    const patterns: PatternFinder = {
      start: () => ({
        find: (texts) => {
          stop();
          return Promise.resolve(Array.from(texts.ends, () => new Int32Array(0)));
        },
        close: () => {
          isClosed = true;
        },
      }),
    };
    await expect(evaluate(regex("x"), { ...sources, patterns }, { pace })).rejects.toThrow(
      expect.objectContaining({ code: "search/cancelled" }),
    );
    expect(isClosed).toBe(true);
  });
});

describe("a regular expression", () => {
  test("reads those pages only that the rest of the search allows", async () => {
    const { words, sources, pagesRead } = open(
      ["SPECIMEN note 12", "nothing"],
      ["SPECIMEN 12"],
      ["SPECIMEN note", "note 7"],
    );
    const { numbers, hits, pages } = await evaluate(and(regex("\\d+"), word("note")), sources, { pace: AT_ONCE });
    const expected = words.places("note")?.numbers ?? new Int32Array(0);
    expect(numbers).toEqual(expected);
    expect([...hits]).toEqual([2, 3]);
    expect([...pages]).toEqual([1, 2]);
    expect(pagesRead).toEqual([...expected].flatMap((number) => [`${number}:1`, `${number}:2`]));
  });

  test("reads those pages only that are asked about in page( )", async () => {
    const { sources, pagesRead } = open(["SPECIMEN note 12", "9", "note"]);
    const node: ResolvedNode = { kind: "page", node: and(regex("\\d+"), word("note")), at };
    const { hits, pages } = await evaluate(node, sources, { pace: AT_ONCE });
    expect([[...hits], [...pages]]).toEqual([[2], [1]]);
    expect(pagesRead).toEqual(["0:1", "0:3"]);
  });

  test("reads no document without the words that it must have", async () => {
    const { sources, pagesRead } = open(["SPECIMEN the détenus"], ["SPECIMEN detenido 4"], ["SPECIMEN deten-\nido 4"]);
    const { numbers } = await evaluate(regex("detenido\\s+\\d"), sources, { pace: AT_ONCE });
    expect([...numbers]).toEqual([1]);
    // The divided word stands in the index as a whole, so its page is read, though not met.
    expect(pagesRead).toEqual(["1:1", "3:1"]);
  });

  test("reads those pages only on which the words stand that it must have", async () => {
    const filler = Array.from({ length: 30 }, () => "filler");
    const { sources, pagesRead } = open([
      "SPECIMEN order 4",
      "orders 5",
      "",
      ...filler,
      "an ORDER of",
      "x or-",
      "",
      "der 6",
      "sub-",
      "order 7",
      "order",
    ]);
    const { hits, pages } = await evaluate(regex("order\\s\\d"), sources, { pace: AT_ONCE });
    expect([[...hits], [...pages]]).toEqual([[2], [2]]);
    expect(pagesRead).toEqual(["0:1", "0:34", "0:38", "0:39", "0:40"]);
    pagesRead.length = 0;
    const node: ResolvedNode = { kind: "page", node: and(regex("order\\s\\d"), word("specimen")), at };
    expect([...(await evaluate(node, sources, { pace: AT_ONCE })).hits]).toEqual([2]);
    expect(pagesRead).toEqual(["0:1"]);
  });

  test("says how far it came when its time is over, and what it gave up", async () => {
    const { sources } = open(["SPECIMEN 1", "2", "3"]);
    const givingUp: PatternFinder = {
      start: () => ({
        find: (texts) => Promise.resolve([textAt(texts, 0) === "2" ? null : Int32Array.of(0, 1)]),
        close: () => {},
      }),
    };
    const given = await evaluate(regex("."), { ...sources, patterns: givingUp }, { pace: AT_ONCE });
    expect(given.incomplete).toEqual({ pagesDone: 2, pagesInAll: 3 });
    expect([...given.hits]).toEqual([2]);
    const late = await evaluate(regex("\\d"), sources, { pace: AT_ONCE, patternLimitMs: 0 });
    expect(late.incomplete).toEqual({ pagesDone: 0, pagesInAll: 3 });
    expect(late.numbers.length).toBe(0);
  });
});

describe("the hits of a document", () => {
  test("have a part on each page that they reach over", async () => {
    const { sources } = open(["SPECIMEN the deten-", "tion order"]);
    const hits = await hitsInDocument(phrase("the", "detention", "order"), sources, 0, { pace: AT_ONCE });
    expect(hits).toEqual([
      {
        parts: [
          { page: 1, start: 9, end: 18 },
          { page: 2, start: 0, end: 10 },
        ],
      },
    ]);
  });

  test("are none where the document does not match", async () => {
    const { sources } = open(["SPECIMEN note"], ["SPECIMEN other"]);
    expect(await hitsInDocument(word("note"), sources, 1, { pace: AT_ONCE })).toEqual([]);
  });
});
