import { describe, expect, it } from "vitest";
import { createPrintableText } from "#adapters/print/printable-text.ts";

const latinOnly = (codePoint: number): boolean => codePoint >= 0x20 && codePoint < 0x250;

describe("createPrintableText", () => {
  it("keeps what has a glyph, and white space", () => {
    const printable = createPrintableText(latinOnly);
    expect(printable.prepare("Íñigo\tNúñez\n§ 3")).toBe("Íñigo\tNúñez\n§ 3");
    expect(printable.unprintable()).toEqual([]);
  });

  it("replaces and lists what has none, once each, in order", () => {
    const printable = createPrintableText(latinOnly);
    expect(printable.prepare("a文b中")).toBe("a\uFFFDb\uFFFD");
    expect(printable.prepare("文\u0000\u{1F469}")).toBe("\uFFFD\uFFFD\uFFFD");
    expect(printable.unprintable()).toEqual([0, 0x4e2d, 0x6587, 0x1f469]);
  });

  it("composes accents first", () => {
    expect(createPrintableText(latinOnly).prepare("e\u0301")).toBe("\u00E9");
  });

  it("leaves out characters that are invisible by nature and shows those that reorder text", () => {
    const printable = createPrintableText(() => true);
    expect(printable.prepare("co\u00ADop\u200B \uFEFFx\uFE0F")).toBe("coop x");
    expect(printable.prepare("a\u202Eb")).toBe("a\uFFFDb");
    expect(printable.unprintable()).toEqual([0x202e]);
  });

  it("prints a non-breaking hyphen as the hyphen that it looks like", () => {
    const printable = createPrintableText((codePoint) => codePoint === 0x2010);
    expect(printable.prepare("\u2011")).toBe("\u2010");
  });

  it("reports a half of a surrogate pair", () => {
    const printable = createPrintableText(latinOnly);
    expect(printable.prepare("\uD800")).toBe("\uFFFD");
    expect(printable.unprintable()).toEqual([0xd800]);
  });
});
