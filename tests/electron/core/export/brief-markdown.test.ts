import { describe, expect, it } from "vitest";
import { briefToMarkdown } from "#core/export/brief-markdown.ts";
import { makeBrief, makeQuotationBlock, makeSampleBrief, makeSection, makeTextBlock } from "./sample-brief.ts";

describe("briefToMarkdown", () => {
  it("writes title, section, paragraph, quotation and citation in order", () => {
    const brief = makeBrief("Facts", [
      makeSection("The notes", [
        makeTextBlock("It was agreed."),
        makeQuotationBlock("will house the persons\nfor one year", "(Compl. at 5.)"),
      ]),
    ]);
    expect(briefToMarkdown(brief)).toBe(
      [
        "# Facts",
        "",
        "## The notes",
        "",
        "It was agreed.",
        "",
        "> will house the persons",
        "> for one year",
        "",
        "(Compl. at 5.)",
        "",
        "## Check of quotations",
        "",
        "| Quotations | Number |",
        "|---|---:|",
        "| Verified: word for word as in the source | 1 |",
        "| Altered: differs from the source | 0 |",
        "| Orphaned: the passage has lost its place | 0 |",
        "| Missing: the passage or its document is gone | 0 |",
        "| Total | 1 |",
        "",
      ].join("\n"),
    );
  });

  it("marks every quotation that is not verified, with the change", () => {
    const markdown = briefToMarkdown(makeSampleBrief());
    expect(markdown).toContain("**Differs from source.** The source has “shall”, the quotation has “will”.");
    expect(markdown).toContain("**Not verified.** The passage has lost its place in its source.");
    expect(markdown).toContain("**Not verified.** The passage or its document is gone.");
    expect(markdown).toContain("| Total | 4 |");
  });

  it("says what was added and what was left out", () => {
    const markdown = briefToMarkdown(
      makeBrief("T", [
        makeSection("S", [
          makeQuotationBlock("a c d", "(C.)", {
            kind: "altered",
            difference: [
              { kind: "same", text: "a " },
              { kind: "removed", text: "*b* " },
              { kind: "same", text: "c" },
              { kind: "added", text: " d" },
            ],
          }),
        ]),
      ]),
    );
    expect(markdown).toContain("Left out of the source: “\\*b\\*”. Not in the source: “d”.");
  });

  it("keeps paragraphs of a quotation inside one block quote", () => {
    const markdown = briefToMarkdown(makeBrief("T", [makeSection("", [makeQuotationBlock("one\n\ntwo", "(C.)")])]));
    expect(markdown).toContain("> one\n>\n> two\n\n(C.)");
  });

  it("leaves out an empty heading, an empty paragraph and an empty citation", () => {
    const markdown = briefToMarkdown(
      makeBrief("T", [makeSection("  ", [makeTextBlock(" \n\n "), makeQuotationBlock("q", "")])]),
    );
    expect(markdown.startsWith("# T\n\n> q\n\n## Check of quotations")).toBe(true);
  });

  it("writes the writer's line breaks as hard breaks", () => {
    expect(briefToMarkdown(makeBrief("T", [makeSection("S", [makeTextBlock("one\r\ntwo")])]))).toContain("one\\\ntwo");
  });

  it.each([
    ["# not a heading", "\\# not a heading"],
    ["- not a list", "\\- not a list"],
    ["+ not a list", "\\+ not a list"],
    ["14. not a list", "14\\. not a list"],
    ["14) not a list", "14\\) not a list"],
    ["===", "\\==="],
    ["    not code", "not code"],
    ["> not a quotation", "\\> not a quotation"],
    ["*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) !\\[y\\](z)"],
    ["<img src=x> &amp;", "\\<img src=x\\> \\&amp;"],
    ["C:\\temp\\", "C:\\\\temp\\\\"],
    ["a | b", "a \\| b"],
    ["see https://example.org or www.example.org", "see https\\://example.org or www\\.example.org"],
    ["write to a@example.org", "write to a\\@example.org"],
    ["$4,760,000 and $1", "\\$4,760,000 and \\$1"],
  ])("shows %s verbatim", (text, written) => {
    const markdown = briefToMarkdown(
      makeBrief("T", [makeSection("S", [makeTextBlock(text), makeQuotationBlock(text, "(C.)")])]),
    );
    expect(markdown).toContain(`## S\n\n${written}\n\n> ${written}\n\n(C.)`);
  });

  it("keeps a heading that ends in number signs", () => {
    expect(briefToMarkdown(makeBrief("Count ##", []))).toContain("# Count \\#\\#\n");
  });
});
