import { describe, expect, it } from "vitest";
import { setDifference } from "#adapters/print/difference-spans.ts";
import { STYLES } from "#adapters/print/styles.ts";

describe("setDifference", () => {
  it("strikes what only the source has, underlines what only the quotation has, and parts the two", () => {
    const spans = setDifference([
      { kind: "same", text: "it " },
      { kind: "removed", text: "shall" },
      { kind: "added", text: "will" },
      { kind: "same", text: " pay" },
    ]);
    expect(spans).toEqual([
      { text: "it ", style: STYLES.difference },
      { text: "shall", style: STYLES.removed },
      { text: " ", style: STYLES.difference },
      { text: "will", style: STYLES.added },
      { text: " pay", style: STYLES.difference },
    ]);
  });

  it("shortens long unchanged text at words, on the side that is away from a change", () => {
    const long = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
    const texts = setDifference([
      { kind: "same", text: `${long} ` },
      { kind: "removed", text: "a" },
      { kind: "same", text: ` ${long} ` },
      { kind: "added", text: "b" },
      { kind: "same", text: ` ${long}` },
    ]).map((span) => span.text);
    expect(texts[0]).toMatch(/^… \w+ .*fifteen sixteen $/);
    expect(texts[2]).toMatch(/^ one two .* … .* sixteen $/);
    expect(texts[4]).toMatch(/^ one two .* …$/);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(90);
  });
});
