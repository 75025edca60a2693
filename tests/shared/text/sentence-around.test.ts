import { describe, expect, it } from "vitest";
import { paragraphAround, sentenceAround } from "#shared/text/sentence-around.ts";

/** The sentence around some words, without white space at its ends. */
function sentenceOf(text: string, words: string): string {
  const start = text.indexOf(words);
  const span = sentenceAround(text, { start, end: start + words.length });
  return text.slice(span.start, span.end).trim();
}

describe("sentenceAround", () => {
  it.each([
    ["The U.S. Embassy sent Note No. 44. It was answered.", "44", "The U.S. Embassy sent Note No. 44."],
    [
      "It began. In Doe v. Roe, Inc. v. Poe the court agreed. End.",
      "agreed",
      "In Doe v. Roe, Inc. v. Poe the court agreed.",
    ],
    ["See Fed. R. Evid. 902. A new one begins here. End.", "begins", "A new one begins here."],
    [
      "Mr. J. R. Doe, Esq. paid $4.50 on Jan. 4, 2025. Then he left.",
      "paid",
      "Mr. J. R. Doe, Esq. paid $4.50 on Jan. 4, 2025.",
    ],
    ["La nota núm. 44 llegó. El Sr. Núñez firmó. Fin.", "firmó", "El Sr. Núñez firmó."],
    ["M. Dupont a signé. Il est parti.", "signé", "M. Dupont a signé."],
    ["¿Quién firmó? Núñez. ¡Nadie más!", "Núñez", "Núñez."],
    ["Paragraph ¶ 14. of it. Next.", "14", "Paragraph ¶ 14. of it."],
  ])("in “%s” around “%s” is “%s”", (text, words, sentence) => {
    expect(sentenceOf(text, words)).toBe(sentence);
  });

  it("goes over line ends, not over blank lines", () => {
    const text = "A heading without a stop\n\nThe persons will be\nhoused for one\nyear. And then\n\n  Another.";
    expect(sentenceOf(text, "housed")).toBe("The persons will be\nhoused for one\nyear.");
    expect(sentenceOf(text, "heading")).toBe("A heading without a stop");
    expect(sentenceOf(text, "then")).toBe("And then");
  });

  it("takes in all sentences that a range touches, and always the range itself", () => {
    const text = "One here. Two there. Three. Four.";
    expect(sentenceOf(text, "there. Three")).toBe("Two there. Three.");
    for (const [start, end] of [
      [0, text.length],
      [8, 10],
      [text.length - 1, text.length],
    ] as const) {
      const span = sentenceAround(text, { start, end });
      expect(span.start).toBeLessThanOrEqual(start);
      expect(span.end).toBeGreaterThanOrEqual(end);
    }
  });

  it("gives the lines of the range where no sentence ends", () => {
    const rows = Array.from({ length: 400 }, (_, index) => `row ${index} of the table`);
    expect(sentenceOf(rows.join("\n"), "row 200 ")).toBe("row 200 of the table");
    expect(sentenceOf(rows.join("\n"), "row 0 ")).toBe("row 0 of the table");
  });
});

it("paragraphAround is what blank lines enclose", () => {
  const text = "First one\nof two lines.\n \n\nSecond.\n\nThird.";
  const around = (words: string) => {
    const start = text.indexOf(words);
    const span = paragraphAround(text, { start, end: start + words.length });
    return text.slice(span.start, span.end);
  };
  expect(around("two")).toBe("First one\nof two lines.");
  expect(around("Second")).toBe("Second.");
  expect(around("Third.")).toBe("Third.");
  expect(around("lines.\n \n\nSecond")).toBe("First one\nof two lines.\n \n\nSecond.");
});
