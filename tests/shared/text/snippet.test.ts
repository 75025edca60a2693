import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSnippet } from "#shared/text/snippet.ts";

const spansOf = (text: string, words: string) =>
  [...text.matchAll(new RegExp(words, "g"))].map((match) => ({ start: match.index, end: match.index + words.length }));

const marked = (text: string, words: string, maxLength?: number) => {
  const { snippet, marks } = makeSnippet(text, spansOf(text, words), maxLength);
  return { snippet, words: marks.map((mark) => snippet.slice(mark.start, mark.end)) };
};

describe("makeSnippet", () => {
  it("gives a short text whole, line breaks as spaces", () => {
    expect(makeSnippet("", [])).toEqual({ snippet: "", marks: [] });
    expect(makeSnippet(" \n ", [])).toEqual({ snippet: "", marks: [] });
    expect(makeSnippet("\nheld in\n\ncustody \n", [{ start: 10, end: 17 }])).toEqual({
      snippet: "held in custody",
      marks: [{ start: 8, end: 15 }],
    });
  });

  it("cuts between words and shows it", () => {
    const text = `${"before ".repeat(50)}custody${" after".repeat(50)}`;
    const result = marked(text, "custody", 60);
    expect(result.snippet).toMatch(/^…(before )+custody( after)+…$/);
    expect(result.words).toEqual(["custody"]);
    expect(result.snippet.length).toBeGreaterThan(40);
  });

  it("begins without a cut where the text begins, and ends without one where it ends", () => {
    expect(marked(`custody${" after".repeat(50)}`, "custody", 60).snippet).toMatch(/^custody( after)+…$/);
    expect(marked(`${"before ".repeat(50)}custody\n`, "custody", 60).snippet).toMatch(/^…(before )+custody$/);
    expect(makeSnippet("word ".repeat(50), [], 60).snippet).toMatch(/^(word )+word…$/);
  });

  it("goes to where most hits stand together, to the first such place", () => {
    const far = "x ".repeat(200);
    const text = `custody one ${far}custody two custody ${far}custody custody three`;
    const result = marked(text, "custody", 50);
    expect(result.words).toEqual(["custody", "custody"]);
    expect(result.snippet).toContain("two");
  });

  it("marks a hit that is longer than the snippet as far as it shows", () => {
    const text = `start ${"long ".repeat(100)}`;
    const { snippet, marks } = makeSnippet(text, [{ start: 6, end: text.length }], 40);
    expect(marks.length).toBe(1);
    expect(snippet.slice(marks[0]?.start, marks[0]?.end)).toMatch(/^(long )+long$/);
    expect(snippet.length).toBeLessThanOrEqual(40);
  });

  it("cuts a word that is too long, not a character", () => {
    const text = "😀".repeat(300);
    for (let start = 0; start < 20; start += 2) {
      const { snippet, marks } = makeSnippet(text, [{ start: 200 + start, end: 202 + start }], 41);
      expect(snippet).toMatch(/^…(😀)+…$/u);
      expect(marks.length).toBe(1);
    }
  });

  it("shows many different words rather than many hits, in two pieces where one cannot", () => {
    const gap = "word ".repeat(60);
    const text = `alpha ${gap}beta ${gap}alpha alpha alpha gamma end.`;
    const bits: Readonly<Record<string, number>> = { alpha: 1, beta: 2, gamma: 4 };
    const hits = [...text.matchAll(/alpha|beta|gamma/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      terms: bits[match[0]] ?? 0,
    }));
    const { snippet, marks } = makeSnippet(text, hits);
    expect(snippet.length).toBeLessThanOrEqual(200);
    expect(snippet).toMatch(/^….* beta .* … .*gamma end\.$/);
    const marked = marks.map(({ start, end }) => snippet.slice(start, end));
    expect(marked).toEqual(["beta", "alpha", "alpha", "alpha", "gamma"]);
    // One piece holds both: no need for two.
    const near = makeSnippet("alpha beta gamma", [
      { start: 0, end: 5, terms: 1 },
      { start: 11, end: 16, terms: 4 },
    ]);
    expect(near.snippet).toBe("alpha beta gamma");
  });

  it("keeps within its length and marks what the hits hold, for any text", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "😀", "word", "-"), maxLength: 300 });
    const spans = fc.array(fc.tuple(fc.nat(300), fc.nat(30)), { maxLength: 8 });
    fc.assert(
      fc.property(text, spans, fc.integer({ min: 10, max: 200 }), (some, pairs, maxLength) => {
        const hits = pairs.map(([start, length], index) => ({ start, end: start + length, terms: 1 << (index % 3) }));
        const { snippet, marks } = makeSnippet(some, hits, maxLength);
        expect(snippet.length).toBeLessThanOrEqual(maxLength);
        expect(snippet).not.toMatch(/\n|\s\s/);
        const plain = some.replace(/\s+/g, " ");
        for (const piece of snippet.replace(/^…|…$/g, "").split(" … ")) expect(plain).toContain(piece);
        for (const mark of marks) {
          expect(mark.start).toBeLessThan(mark.end);
          expect(mark.end).toBeLessThanOrEqual(snippet.length);
          expect(snippet.slice(mark.start, mark.end)).not.toContain("…");
        }
        const visible = hits.filter((hit) => hit.end <= some.length && some.slice(hit.start, hit.end).trim() !== "");
        if (visible.length > 0 && visible.every((hit) => hit.end - hit.start <= maxLength - 2)) {
          expect(marks.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
