import { read, utils } from "@e965/xlsx";
import { expect, it } from "vitest";
import { createXlsxWriter } from "#adapters/spreadsheet/xlsx-writer.ts";

const writer = createXlsxWriter();

it("writes sheets that come back as they were given", async () => {
  const bytes = await writer.write([
    {
      name: "Terms",
      headings: ["search", "hits"],
      rows: [
        ["refund*", 12],
        ["Núñez 文", 0],
        ["", null],
      ],
    },
    { name: "A/very:long*name that no workbook would take", headings: ["x"], rows: [] },
  ]);
  const workbook = read(bytes);
  expect(workbook.SheetNames).toEqual(["Terms", "A very long name that no workbo"]);
  expect(utils.sheet_to_json(workbook.Sheets["Terms"] ?? {}, { header: 1 })).toEqual([
    ["search", "hits"],
    ["refund*", 12],
    ["Núñez 文", 0],
    [""],
  ]);
});

it("holds no formula, whatever a cell begins with, and nothing that XML cannot hold", async () => {
  const hostile = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org")',
    "a\u0000\u0007b\ud800\u202e",
  ];
  const bytes = await writer.write([{ name: "Search", headings: ["=1"], rows: hostile.map((cell) => [cell]) }]);
  const sheet = read(bytes, { cellFormula: true }).Sheets["Search"] ?? {};
  const cells = Object.entries(sheet)
    .filter(([name]) => /^A\d+$/.test(name))
    .map(([, cell]) => cell);
  expect(cells).toHaveLength(hostile.length + 1);
  for (const cell of cells) expect(cell).toMatchObject({ t: "s" });
  for (const cell of cells) expect(cell).not.toHaveProperty("f");
  expect(cells.map((cell) => cell.v).slice(1, 5)).toEqual(hostile.slice(0, 4));
  expect(cells.at(-1)?.v).toBe("a\ufffd\ufffdb\ufffd\ufffd");
});

it("cuts a text at what a cell may hold", async () => {
  const bytes = await writer.write([{ name: "S", headings: ["x"], rows: [["y".repeat(40_000)]] }]);
  expect(read(bytes).Sheets["S"]?.["A2"]?.v).toHaveLength(32_767);
});
