import { describe, expect, it } from "vitest";
import { createPdfBriefPrinter } from "#adapters/print/pdf-brief-printer.ts";
import {
  makeBrief,
  makeQuotationBlock,
  makeSampleBrief,
  makeSection,
  makeTextBlock,
} from "../../core/export/sample-brief.ts";
import { readPdf } from "./read-pdf.ts";

const AT = "2026-03-01T09:30:00.000Z";
const printer = createPdfBriefPrinter();

describe("createPdfBriefPrinter", () => {
  it("prints the text of every paragraph, quotation and citation, in order", async () => {
    const brief = makeSampleBrief();
    const { pages } = await readPdf(await printer.print(brief, AT));
    const text = pages.map((page) => page.replace(/\d+ of \d+\s*$/, "")).join(" ");
    let from = 0;
    for (const block of brief.sections.flatMap((section) => section.blocks)) {
      for (const part of block.kind === "quotation" ? [block.text, block.citation] : [block.text]) {
        const found = text.indexOf(part.replace(/\s+/g, " "), from);
        expect(found, part).toBeGreaterThanOrEqual(from);
        from = found + part.length;
      }
    }
  });

  it("marks each quotation that is not verified, and counts them at the end", async () => {
    const { pages } = await readPdf(await printer.print(makeSampleBrief(), AT));
    const text = pages.join(" ");
    expect(text).toContain("Differs from source (struck through: source only; underlined: quotation only)");
    expect(text).toContain("the amount of which shall will be communicated separately.");
    expect(text).toContain("Not verified: the passage has lost its place in its source");
    expect(text).toContain("Not verified: the passage or its document is gone");
    expect(text).toContain(
      "Quotations checked against their sources on 1 March 2026, 09:30 UTC: 1 verified word for word; 1 differs from its source; 1 has lost its place; 1 has no source any more.",
    );
  });

  it("numbers pages, titles the window, makes an outline of the headings and tags the text", async () => {
    const read = await readPdf(await printer.print(makeSampleBrief(), AT));
    expect(read.pages.map((page) => /\d+ of \d+\s*$/.exec(page)?.[0].trim())).toEqual(["1 of 2", "2 of 2"]);
    expect(read.sizes).toEqual([
      [0, 0, 612, 792],
      [0, 0, 612, 792],
    ]);
    expect(read.title).toBe("Statement of Facts in Support of the Motion to Enforce");
    expect(read.displaysTitle).toBe(true);
    expect(read.language).toBe("en-US");
    expect(read.outline).toEqual([
      { title: "I. The exchange of notes", page: 1 },
      { title: "II. The number of persons", page: 1 },
    ]);
    expect(read.isTagged).toBe(true);
    expect(read.roles.slice(0, 7)).toEqual(["Root", "Document", "H1", "H2", "P", "BlockQuote", "P"]);
  });

  it("carries its fonts and nothing that acts", async () => {
    const bytes = await printer.print(makeSampleBrief(), AT);
    const file = Buffer.from(bytes).toString("latin1");
    expect(file.match(/\/FontFile2 /g)).toHaveLength(3);
    expect(file).not.toMatch(/\/(?:JS|JavaScript|AA|OpenAction|Launch|URI|EmbeddedFile|Encrypt)\b/);
    expect((await readPdf(bytes)).active).toEqual([]);
  });

  it("gives the same bytes for the same brief and moment, and a date that follows the moment", async () => {
    const brief = makeSampleBrief();
    const first = await printer.print(brief, AT);
    expect(Buffer.compare(first, await createPdfBriefPrinter().print(brief, AT))).toBe(0);
    expect((await readPdf(first)).created).toBe("D:20260301093000Z");
    expect(Buffer.compare(first, await printer.print(brief, "2026-03-02T09:30:00.000Z"))).not.toBe(0);
  });

  it("shows where a character could not be printed, and says which", async () => {
    const brief = makeBrief("Notes in 中文", [
      makeSection("Schrift", [
        makeTextBlock("Ελληνικά, Кириллица and español are printed."),
        makeQuotationBlock("the word 文 stood there \u202Ebackwards", "(Ex. A at 1.)"),
      ]),
    ]);
    const text = (await readPdf(await printer.print(brief, AT))).pages.join(" ");
    expect(text).toContain("Notes in \uFFFD\uFFFD");
    expect(text).toContain("Ελληνικά, Кириллица and español are printed.");
    expect(text).toContain("the word \uFFFD stood there \uFFFDbackwards");
    expect(text).toContain("Characters that could not be printed, shown as \uFFFD: U+202E, U+4E2D, U+6587.");
  });

  it("says nothing at the end when there is nothing to say", async () => {
    const brief = makeBrief("Plain", [makeSection("", [makeTextBlock("Only words.")])]);
    const { pages, outline } = await readPdf(await printer.print(brief, AT));
    expect(pages).toEqual(["Plain Only words. 1 of 1"]);
    expect(outline).toEqual([]);
  });

  it("goes over as many pages as it takes, losing no word", async () => {
    const words = Array.from({ length: 4000 }, (_, index) => `word${index}`);
    const brief = makeBrief("Long", [makeSection("All", [makeQuotationBlock(words.join(" "), "(Tr. 1:1.)")])]);
    const { pages, roles } = await readPdf(await printer.print(brief, AT));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.join(" ").match(/word\d+/g)).toEqual(words);
    expect(roles).toContain("BlockQuote");
  });
});
