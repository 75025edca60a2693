import { describe, expect, test } from "vitest";
import { openRenditionReader, paragraph, squeeze } from "../read-rendition.ts";

const read = openRenditionReader();

describe("the text of a rendition, read back by PDFium", () => {
  test.each([
    ["letters that other programs join", "The office affirms: fi fl ffi ffl, AVATAR, To, waffle, final ffix."],
    ["punctuation and signs", "“Quoted” — ‘single’ – … €1,234.50 ½ № ¶ 14 § 1746 © ™ ± × ÷ ‑ ‐"],
    ["Latin with marks", "élève Ångström ñandú łódź ČESKÝ İstanbul Ğ ő ų ẞ Æther œuvre"],
    ["Greek", "Ελληνικά κείμενο με τόνους, άέήίόύώ. Ὁ ἄνθρωπος ἐν τῇ πόλει"],
    ["Cyrillic", "Съешь ещё этих мягких французских булок, да выпей чаю. Їжак ґанок"],
    ["marks without a letter of their own", "x̂ and q̈ and m̃"],
    ["characters that share a form", "micro µ and mu μ, Latin A and Cyrillic А and Greek Α"],
    ["Han and kana, drawn as boxes", "外交覚書 かな カナ 한국어"],
    ["Arabic, from right to left", "مذكرة دبلوماسية 2025 إلى الوزارة"],
    ["Hebrew, from right to left", "מכתב רשמי 17 למשרד החוץ"],
    ["pictographs beyond the first plane", "emoji 😀 end"],
  ])("is what was given: %s", async (_, given) => {
    const { text } = await read([paragraph(given)]);
    expect(text).toBe(squeeze(given.normalize("NFC")));
  });

  test("is composed when it was given in parts", async () => {
    const { text } = await read([paragraph("Cafe\u0301 re\u0301sume\u0301")]);
    expect(text).toBe("Café résumé");
  });

  test("leaves out what shows nothing, and shows what would change the reading", async () => {
    const { text, notices } = await read([
      paragraph("soft\u00adhyphen zero\u200bwidth evil\u202egpj.exe nul\u0000byte"),
    ]);
    expect(text).toBe("softhyphen zerowidth evil\ufffdgpj.exe nul\ufffdbyte");
    expect(notices).toEqual([
      { kind: "characters-without-glyph", detail: "2 control or direction characters are shown as U+FFFD." },
    ]);
  });

  test("names the scripts that are drawn as boxes, with their numbers", async () => {
    const { notices } = await read([paragraph("覚書 覚書 שלום \u{1F600}")]);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.kind).toBe("characters-without-glyph");
    expect(notices[0]?.detail).toContain("9 characters");
    expect(notices[0]?.detail).toContain("Han (4), Hebrew (4), U+1F600 (1)");
  });

  test("says what a style says", async () => {
    const { text } = await read([
      {
        kind: "paragraph",
        spans: [
          { text: "The note " },
          { text: "was", change: "inserted", changedBy: "A. Clerk, 2025-03-01" },
          { text: " " },
          { text: "is", change: "deleted", changedBy: "B. Clerk" },
          { text: " here", hidden: true },
          { text: " sent", footnote: 3 },
          { text: "4", superscript: true, footnote: 4 },
          { text: "Is it?", change: "comment", changedBy: "C. Clerk" },
          { text: " see " },
          { text: "the register", link: "https://example.invalid/register" },
          { text: ", " },
          { text: "https://example.invalid", link: "https://example.invalid/" },
        ],
      },
    ]);
    expect(text).toBe(
      "The note [inserted: was — A. Clerk, 2025-03-01] [deleted: is — B. Clerk][hidden: here] sent[3][4][comment 1] see " +
        "the register <https://example.invalid/register>, https://example.invalid " +
        "[Comment 1 by C. Clerk: Is it?]",
    );
  });

  test("keeps words whole where a line of preformatted text is too long", async () => {
    const line = Array.from({ length: 60 }, (_, index) => `word${index}`).join(" ");
    const { text } = await read([{ kind: "preformatted", text: line }]);
    expect(text).toBe(line);
  });

  test("stands in the order of the rows of a table", async () => {
    const row = (...cells: string[]) => cells.map((cell) => ({ blocks: [paragraph(cell)] }));
    const { text } = await read([
      { kind: "table", headerRows: 1, rows: [row("Name", "Date"), row("First", "May 1"), row("Second", "May 2")] },
    ]);
    expect(text).toBe("Name Date First May 1 Second May 2");
  });
});
