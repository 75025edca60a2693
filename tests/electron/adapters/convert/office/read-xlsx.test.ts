import { describe, expect, test } from "vitest";
import { readXlsx } from "#adapters/convert/office/read-xlsx.ts";
import { columnName, parseRange } from "#adapters/convert/office/xlsx/cell-reference.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { relationshipList } from "./build-docx.ts";
import { readBytes, writeParts } from "./read-office.ts";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts>
  <fonts><font/><font><b/></font></fonts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="10" fontId="1"/></cellXfs></styleSheet>`;
const STRINGS = `<sst ${MAIN}><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>`;

interface TestSheet {
  readonly xml: string;
  readonly state?: string;
  readonly references?: readonly (readonly [string, string, string])[];
}

function buildXlsx(sheets: readonly TestSheet[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const list = sheets.map(({ state }, index) => {
    const visibility = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="S${index + 1}" sheetId="${index + 1}"${visibility} r:id="s${index + 1}"/>`;
  });
  const files = sheets.flatMap(({ xml, references = [] }, index) => [
    [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${MAIN} ${R}>${xml}</worksheet>`] as const,
    [`xl/worksheets/_rels/sheet${index + 1}.xml.rels`, relationshipList(references)] as const,
  ]);
  return writeParts({
    "_rels/.rels": relationshipList([["r1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${MAIN} ${R}><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipList([
      ...sheets.map((_, index) => [`s${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`] as const),
      ["st", "styles", "styles.xml"],
      ["ss", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": STRINGS,
    ...Object.fromEntries(files),
    ...parts,
  });
}

describe("cells", () => {
  test("are shown as displayed: text, numbers, dates, truth, errors, formulas without a result", async () => {
    const { lines, blocks, converted } = await readBytes(
      readXlsx,
      buildXlsx([
        {
          xml: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>in</t></is></c></row>
          <row r="3"><c r="A3" s="1"><v>1234.5</v></c><c r="B3" s="2"><v>45731</v></c><c r="C3" s="3"><v>0.125</v></c></row>
          <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#REF!</v></c><c r="C4"><f>SUM(A1:A3)</f></c></row></sheetData>`,
        },
      ]),
    );
    expect(lines).toEqual([
      "S1",
      "|A|B|C",
      "1|plain|rich|in",
      "3|$1,234.50|2025-03-15|12.50%",
      "4|TRUE|#REF!|=SUM(A1:A3)",
    ]);
    const [, table] = blocks;
    expect(table?.kind === "table" && table.rows[2]?.[3]).toMatchObject({
      align: "end",
      blocks: [{ spans: [{ bold: true }] }],
    });
    expect(converted.notices).toMatchObject([{ kind: "content-not-shown" }]);
  });

  test("joined cells, links, comments, hidden rows and columns", async () => {
    const comments = `<comments ${MAIN}><authors><author>B. Reader</author></authors>
      <commentList><comment ref="B2" authorId="0"><text><t>check</t></text></comment></commentList></comments>`;
    const { lines, blocks, converted } = await readBytes(
      readXlsx,
      buildXlsx(
        [
          {
            xml: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>
              <row r="1"><c r="A1" t="s"><v>0</v></c></row>
              <row r="2" hidden="1"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData>
              <mergeCells><mergeCell ref="A1:B1"/></mergeCells><hyperlinks><hyperlink ref="A2" r:id="h"/></hyperlinks>`,
            references: [
              ["h", "hyperlink", "https://example.invalid/"],
              ["c", "comments", "../comments1.xml"],
            ],
          },
        ],
        { "xl/comments1.xml": comments },
      ),
    );
    expect(lines).toEqual(["S1", "|A|B (hidden)", "1|plain", "2 (hidden)|1|2", "B2: check"]);
    const [, table, comment] = blocks;
    expect(table?.kind === "table" && table.rows[1]?.[1]).toMatchObject({ columns: 2 });
    expect(table?.kind === "table" && table.rows[2]?.[1]).toMatchObject({
      blocks: [{ spans: [{ link: "https://example.invalid/" }] }],
    });
    expect(comment).toMatchObject({ spans: [{ change: "comment", changedBy: "B. Reader" }] });
    expect(converted.notices.map(({ kind }) => kind).sort()).toEqual(["comments", "hidden-content", "hidden-content"]);
  });
});

describe("sheets", () => {
  test("hidden ones are shown and marked; wide ones are parted on pages on their side", async () => {
    const cells = Array.from(
      { length: 30 },
      (_, column) => `<c r="${columnName(column)}1" t="inlineStr"><is><t>column number ${column}</t></is></c>`,
    );
    const { lines, blocks } = await readBytes(
      readXlsx,
      buildXlsx([
        { xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', state: "veryHidden" },
        { xml: `<sheetData><row r="1">${cells.join("")}</row></sheetData>` },
      ]),
    );
    expect(lines.slice(0, 2)).toEqual(["S1", "[This sheet is hidden so that Excel does not offer to show it.]"]);
    const breaks = blocks.filter((block) => block.kind === "page-break");
    expect(breaks.length).toBeGreaterThan(2);
    expect(breaks.every((block) => block.kind === "page-break" && block.landscape === true)).toBe(true);
    for (let column = 0; column < 30; column += 1) expect(lines.join("|")).toContain(`column number ${column}`);
  });

  test("a cell in the last row of a sheet costs one row", async () => {
    const { lines } = await readBytes(
      readXlsx,
      buildXlsx([
        {
          xml: `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>
          <row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
        },
      ]),
    );
    expect(lines).toEqual(["S1", "|A|XFD", "1|1|", "1048576||2"]);
  });

  test("one that breaks off is shown up to there", async () => {
    const { lines, converted } = await readBytes(
      readXlsx,
      buildXlsx([{ xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></row>' }]),
    );
    expect(lines).toContain("1|1");
    expect(converted.notices).toMatchObject([{ kind: "damaged-part" }]);
    await expectFailure("import/corrupt", () => readBytes(readXlsx, writeParts({ "a.txt": "x" })));
  });
});

test("references of cells", () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  expect(parseRange("B3:A1")).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
  expect(parseRange("XFE1")).toBeNull();
});
