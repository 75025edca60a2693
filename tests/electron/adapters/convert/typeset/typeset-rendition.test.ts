import { describe, expect, test } from "vitest";
import type { Block, Cell } from "#adapters/convert/rendition.ts";
import { typesetRendition } from "#adapters/convert/typeset/typeset-rendition.ts";
import { openRenditionReader, paragraph } from "../read-rendition.ts";

const read = openRenditionReader();

/** One red pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

function makeTable(rows: number, columns: number, text: (row: number, column: number) => string): Block {
  const cells = (row: number): Cell[] =>
    Array.from({ length: columns }, (_, column) => ({ blocks: [paragraph(text(row, column))] }));
  return { kind: "table", headerRows: 1, rows: Array.from({ length: rows }, (_, row) => cells(row)) };
}

describe("typesetting", () => {
  test("gives the same bytes for the same content", async () => {
    const blocks: Block[] = [
      { kind: "heading", level: 1, spans: [{ text: "Specimen" }] },
      paragraph("Text with ő and Ω and 字."),
      { kind: "picture", bytes: PNG, width: 40, height: 40, description: "a square" },
      makeTable(40, 3, (row, column) => `${row}/${column}`),
    ];
    const [first, second] = [
      await typesetRendition({ title: "Specimen", blocks }),
      await typesetRendition({ title: "Specimen", blocks }),
    ];
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
  });

  test("makes headings the outline, by their levels", async () => {
    const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: "heading", level, spans: [{ text }] });
    const { document } = await read(
      [heading(1, "One"), heading(3, "Deep"), paragraph("Text"), { kind: "page-break" }, heading(1, "Two")],
      "The title",
    );
    expect(document.metadata).toMatchObject({ title: "The title", created: null });
    expect(document.outline).toEqual([
      { title: "One", page: 1, children: [{ title: "Deep", page: 1, children: [] }] },
      { title: "Two", page: 2, children: [] },
    ]);
  });

  test("makes one page of nothing, and holds no active content", async () => {
    const { pdf, pages } = await typesetRendition({
      title: null,
      blocks: [{ kind: "paragraph", spans: [{ text: "a link", link: "https://example.invalid/" }] }],
    });
    expect(pages).toBe(1);
    expect((await typesetRendition({ title: null, blocks: [] })).pages).toBe(1);
    const source = Buffer.from(pdf).toString("latin1");
    expect(source).not.toMatch(/\/(?:Annots|URI|JS|JavaScript|OpenAction|AA|Launch|EmbeddedFiles)\b/u);
  });

  test("cuts at the limit, and says so", async () => {
    const text = "line\n".repeat(1_000);
    const { pages, notices } = await typesetRendition(
      { title: null, blocks: [{ kind: "preformatted", text }] },
      { maxPages: 3 },
    );
    expect(pages).toBe(3);
    expect(notices.map((notice) => notice.kind)).toEqual(["cut-at-limit"]);
  });

  test("repeats the header of a table on each page, and loses no row", async () => {
    const { extracted } = await read([
      makeTable(150, 3, (row, column) => (row === 0 ? `Head${column}` : `r${row}c${column}`)),
    ]);
    expect(extracted.length).toBeGreaterThan(2);
    for (const page of extracted) expect(page.text.startsWith("Head0")).toBe(true);
    const text = extracted.map((page) => page.text).join(" ");
    for (let row = 1; row < 150; row += 1) expect(text).toMatch(new RegExp(`\\br${row}c2\\b`, "u"));
  });

  test("sets a table of a hundred columns in groups, and loses no cell", async () => {
    const { extracted, text } = await read([makeTable(4, 100, (row, column) => `cell-${row}-${column}-text`)]);
    for (let row = 0; row < 4; row += 1)
      for (let column = 0; column < 100; column += 1) expect(text).toContain(`cell-${row}-${column}-text`);
    expect(text).toContain("[Probative: columns 1 to ");
    expect(extracted[0]?.box).toEqual([0, 0, 792, 612]);
  });

  test("goes on with a row that no page holds", async () => {
    const words = Array.from({ length: 4_000 }, (_, index) => `w${index}`);
    const { extracted, text } = await read([
      { kind: "table", rows: [[{ blocks: [paragraph(words.join(" "))] }, { blocks: [paragraph("beside")] }]] },
    ]);
    expect(extracted.length).toBeGreaterThan(2);
    expect(text.replace(" beside", "")).toBe(words.join(" "));
  });

  test("takes cells over rows and columns, also a thousand columns that nobody uses", async () => {
    const cell = (text: string, spans: Partial<Cell> = {}): Cell => ({ blocks: [paragraph(text)], ...spans });
    const { extracted, text } = await read([
      {
        kind: "table",
        rows: [[cell("wide", { columns: 1000 })], [cell("tall", { rows: 2 }), cell("b1")], [cell("b2")]],
      },
    ]);
    expect(extracted).toHaveLength(1);
    expect(text).toBe("wide tall b1 b2");
  });

  test("shows tables in tables, however deep", async () => {
    let blocks: readonly Block[] = [paragraph("innermost")];
    for (let depth = 0; depth < 5_000; depth += 1) blocks = [{ kind: "table", rows: [[{ blocks }]] }];
    expect((await read(blocks)).text).toBe("innermost");
  });

  test("sets markers beside their text, also long ones, and footnotes in footnotes", async () => {
    const item = (marker: string): Block => ({ kind: "item", marker, level: 1, spans: [{ text: "text" }] });
    const long = "Clause the first of the second part of the third schedule, as amended";
    const { text } = await read([
      item("•"),
      item("(xxviii)"),
      item(long),
      {
        kind: "footnote",
        number: 1234,
        blocks: [paragraph("outer"), { kind: "footnote", number: 2, blocks: [paragraph("inner")] }],
      },
    ]);
    expect(text).toBe(`• text (xxviii) text ${long} text [1234] outer [2] inner`);
  });

  test("says where a picture cannot be shown", async () => {
    const damaged = PNG.subarray(0, 40);
    const { text, notices } = await read([
      { kind: "picture", bytes: damaged, width: 40, height: 40, description: "a seal" },
      { kind: "picture", bytes: PNG, width: 4_000, height: 9_000, description: null },
    ]);
    expect(text).toBe("[Probative: a picture cannot be shown: a seal]");
    expect(notices.map((notice) => notice.kind)).toEqual(["content-not-shown"]);
  });

  test("keeps a heading with the text below it", async () => {
    const filler: Block = { kind: "preformatted", text: "filler\n".repeat(57).trimEnd() };
    const { extracted } = await read([
      filler,
      { kind: "heading", level: 2, spans: [{ text: "Kept" }] },
      paragraph("Below"),
    ]);
    const page = extracted.find(({ text }) => text.includes("Kept"));
    expect(page?.text).toContain("Below");
  });

  test("sets a paragraph of a million characters and a word of as many, and shows signs of life", async () => {
    let calls = 0;
    const progress = (): void => {
      calls += 1;
    };
    const blocks = [paragraph("words of a text ".repeat(62_500)), paragraph("x".repeat(1_000_000))];
    const { pages } = await typesetRendition({ title: null, blocks }, { progress });
    expect(pages).toBeGreaterThan(300);
    expect(calls).toBeGreaterThanOrEqual(pages);
  });
});
