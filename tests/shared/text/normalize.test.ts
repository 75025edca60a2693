import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameWording, normalizeForMatching, sourceSpan } from "#shared/text/normalize.ts";

const normalized = (text: string) => normalizeForMatching(text).normalized;

describe("normalizeForMatching", () => {
  it.each([
    ["", ""],
    ["“He said ‘no’”", "\"He said 'no'\""],
    ["1–2 — 3 ‑ −4", "1-2 - 3 - -4"],
    ["eﬃcient oﬀice ﬁ ﬂ ﬄ", "efficient office fi fl ffl"],
    ["a\n\n  b\u00a0\tc", "a b c"],
    [" a ", " a "],
    ["co\u00adoperate", "cooperate"],
    ["a \u200b b", "a b"],
    ["deten-\ntion", "detention"],
    ["deten\u2010\r\ntion", "detention"],
    ["deten- \n  tion", "detention"],
    ["deten\u00ad\nTion", "detenTion"],
    ["Ortega-\nRuiz", "Ortega- Ruiz"],
    ["2024-\n2025", "2024- 2025"],
    ["deten-\n\ntion", "deten- tion"],
    ["word—\nnext", "word- next"],
    ["- item", "- item"],
    ["𝔘𝔫-\n𝔲𝔫 😀", "𝔘𝔫𝔲𝔫 😀"],
  ])("brings %j to %j", (source, expected) => {
    expect(normalized(source)).toBe(expected);
  });

  it("leads back to the exact source", () => {
    const source = "The ﬁrst deten-\ntion\n\nwas “lawful”.";
    const text = normalizeForMatching(source);
    const spanOf = (words: string) => {
      const at = text.normalized.indexOf(words);
      const span = sourceSpan(text, at, at + words.length);
      return source.slice(span.start, span.end);
    };
    expect(spanOf("first")).toBe("ﬁrst");
    expect(spanOf("irst")).toBe("ﬁrst");
    expect(spanOf("detention was")).toBe("deten-\ntion\n\nwas");
    expect(spanOf('"lawful"')).toBe("“lawful”");
    expect(spanOf("The")).toBe("The");
    expect(sourceSpan(text, 0, 0)).toEqual({ start: 0, end: 0 });
    expect(sourceSpan(text, text.normalized.length, text.normalized.length)).toEqual({
      start: source.length,
      end: source.length,
    });
    expect(() => sourceSpan(text, 0, 1000)).toThrow(RangeError);
  });

  it("maps every unit to a source stretch, in order and without going back", () => {
    const source = fc.string({
      unit: fc.constantFrom("a", "b", " ", "\n", "-", "\u00ad", "ﬃ", "“", "—", "😀", "\u200b", "é", "\ud83d", "\ude00"),
    });
    fc.assert(
      fc.property(source, (text) => {
        const { normalized: form, toSource } = normalizeForMatching(text);
        expect(toSource.starts.length).toBe(form.length);
        expect(toSource.ends.length).toBe(form.length);
        let last = 0;
        for (let index = 0; index < form.length; index += 1) {
          const start = toSource.starts[index] ?? -1;
          const end = toSource.ends[index] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = start;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        expect(form).not.toMatch(/\s\s|[^\S ]|[\u00AD\u200Bﬃ“—]/);
      }),
    );
  });

  it("handles a million characters of what costs most", () => {
    for (const unit of ["-", "a- ", " ", "a-\n", "\u00ad", "ﬃ"]) {
      const length = Math.floor(1_000_000 / unit.length);
      expect(normalizeForMatching(unit.repeat(length)).normalized.length).toBeLessThanOrEqual(3 * 1_000_000);
    }
    expect(normalized(`a-${" ".repeat(1_000_000)}b`)).toBe("a- b");
  });
});

describe("isSameWording", () => {
  it.each([
    ["well-known", "well-\nknown"],
    ["wellknown", "well-\nknown"],
    ["well-\nknown", "well-known"],
    [" a  b ", "a\nb"],
    ["", " "],
    ["a \u200b", "a"],
    ["e\u0301", "é"],
  ])("takes %j and %j for the same", (first, second) => {
    expect(isSameWording(first, second)).toBe(true);
    expect(isSameWording(second, first)).toBe(true);
  });

  it.each([
    ["well-known", "wellknown"],
    ["re-creation", "recreation"],
    ["a", "A"],
    ["e", "é"],
    ["a", ""],
    ["a b", "ab"],
  ])("tells %j from %j", (first, second) => {
    expect(isSameWording(first, second)).toBe(false);
    expect(isSameWording(second, first)).toBe(false);
  });
});
