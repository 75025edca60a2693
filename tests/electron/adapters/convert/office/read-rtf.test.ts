import { describe, expect, test } from "vitest";
import { readRtf } from "#adapters/convert/office/read-rtf.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { readBytes } from "./read-office.ts";

const HEAD =
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil Serif;}{\\f1\\fcharset204 Cyr;}{\\f2\\fcharset2 Symbol;}}";
const read = (body: string) => readBytes(readRtf, Buffer.from(`${HEAD}${body}}`, "latin1"));

describe("text", () => {
  test("code pages of fonts, Unicode with its fallback, and the platform's own bytes", async () => {
    const { lines } = await read(
      "caf\\'e9 {\\f1\\'cf\\'f0\\'e8} \\uc2\\u8364 ??\\u-10179?x\\u-8704?x {\\f2\\'62} \\ldblquote q\\rdblquote\\par",
    );
    expect(lines).toEqual(["café При €😀 β “q”"]);
    const old = await readBytes(readRtf, "{\\rtf1\\pc caf\\'82\\par}");
    expect(old.lines).toEqual(["café"]);
  });

  test("looks, breaks, hidden text and headings", async () => {
    const { blocks, lines, converted } = await read(
      "{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 Title\\par\\pard a{\\b b}{\\i c}{\\strike d}\\super e\\nosupersub\\tab f\\line g\\par\\page{\\v secret}\\par",
    );
    expect(lines).toEqual(["Title", "abcde\tf\ng", "<page-break>", "secret"]);
    expect(blocks[0]).toMatchObject({ kind: "heading", level: 1 });
    expect(blocks[1]).toMatchObject({
      spans: [
        { text: "a" },
        { bold: true },
        { italic: true },
        { struck: true },
        { superscript: true },
        { text: "\tf\ng" },
      ],
    });
    expect(blocks[3]).toMatchObject({ spans: [{ hidden: true }] });
    expect(converted.notices).toMatchObject([{ kind: "hidden-content" }]);
  });

  test("tables with joined cells, tables in tables, and text behind them", async () => {
    const { lines, blocks } = await read(
      "\\trowd\\trhdr\\cellx2000\\cellx4000\\intbl A\\cell B\\cell\\row" +
        "\\trowd\\cellx4000\\intbl wide\\cell\\row" +
        "\\trowd\\cellx2000\\cellx4000\\pard\\intbl C\\cell\\pard\\intbl\\itap2 n\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\nestrow}\\pard\\intbl\\itap1 D\\cell\\row" +
        "\\pard after\\par",
    );
    expect(lines).toEqual(["A|B", "wide", "C|n/D", "after"]);
    const [table] = blocks;
    expect(table).toMatchObject({ kind: "table", headerRows: 1, widths: [2000, 2000] });
    expect(table?.kind === "table" && table.rows[1]?.[0]).toMatchObject({ columns: 2 });
  });

  test("lists, notes, comments, changes, headers", async () => {
    const { lines, blocks } = await read(
      "{\\*\\revtbl{Unknown;}{A. Writer;}}{\\header at the top\\par}{\\listtext\\f2\\'b7\\tab}point\\par " +
        "claim{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} the note} on{\\*\\atnauthor B. Reader}{\\*\\annotation really?}\\par" +
        "{\\revised\\revauth1 new}{\\deleted\\revauthdel1 old}\\par",
    );
    expect(lines).toEqual([
      "[Header of the pages:]",
      "at the top",
      "<rule>",
      "• point",
      "claim1 onreally?",
      "1: the note",
      "newold",
    ]);
    expect(blocks[4]).toMatchObject({
      spans: [{ text: "claim" }, { footnote: 1 }, { text: " on" }, { change: "comment", changedBy: "B. Reader" }],
    });
    expect(blocks[6]).toMatchObject({
      spans: [
        { change: "inserted", changedBy: "A. Writer" },
        { change: "deleted", changedBy: "A. Writer" },
      ],
    });
  });

  test("metadata is what the file says", async () => {
    const { converted } = await read(
      "{\\info{\\title A memo}{\\author C. Clerk}{\\creatim\\yr2025\\mo3\\dy1\\hr9\\min5}}x",
    );
    expect(converted.metadata).toMatchObject({ title: "A memo", author: "C. Clerk", created: "2025-03-01T09:05" });
  });
});

describe("what is not text", () => {
  test("addresses are shown, and nothing is loaded", async () => {
    const { blocks, lines, converted } = await read(
      '{\\field{\\*\\fldinst HYPERLINK "https://example.invalid/a"}{\\fldrslt there}} ' +
        '{\\field{\\*\\fldinst INCLUDETEXT "/etc/passwd"}{\\fldrslt old}}{\\*\\template /etc/hostname}\\par',
    );
    expect(lines).toEqual(["there old"]);
    expect(blocks[0]).toMatchObject({
      spans: [{ text: "there", link: "https://example.invalid/a" }, { text: " old" }],
    });
    expect(converted.notices).toMatchObject([{ kind: "remote-content-not-loaded" }]);
  });

  test("pictures in hexadecimal digits and in raw bytes; others are said", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const raw = png.toString("latin1");
    const { blocks, lines } = await read(
      `{\\*\\shppict{\\pict\\pngblip\\picwgoal200\\pichgoal400 ${png.toString("hex").replaceAll(/(.{20})/gu, "$1\n")}}}` +
        `{\\nonshppict{\\pict\\wmetafile8 00}}{\\pict\\pngblip\\bin${png.length} ${raw}}{\\pict\\wmetafile8 0102}text\\par`,
    );
    expect(lines).toEqual(["text", "<picture>", "<picture>", "[A picture (WMF) is not shown]"]);
    expect(blocks[1]).toMatchObject({ width: 10, height: 20 });
  });

  test("unknown optional destinations and embedded objects are skipped", async () => {
    const { lines, converted } = await read(
      "{\\*\\unheardof {\\b no}}{\\object{\\*\\objdata 01}{\\result shown}}{\\bkmkstart no}yes\\par",
    );
    expect(lines).toEqual(["shownyes"]);
    expect(converted.notices).toMatchObject([{ kind: "content-not-shown" }]);
  });
});

describe("damage", () => {
  test("100,000 groups are read, closed or not", async () => {
    const closed = await read(`${"{".repeat(100_000)}deep${"}".repeat(100_000)}\\par`);
    expect(closed.lines).toEqual(["deep"]);
    const open = await readBytes(readRtf, `{\\rtf1 ${"{\\footnote a".repeat(1_000)}`);
    expect(open.converted.notices).toMatchObject([{ kind: "damaged-part" }]);
  });

  test("what breaks off is read up to there; what is no RTF is refused", async () => {
    const cut = await readBytes(readRtf, "{\\rtf1 one\\par two\\b");
    expect(cut.lines).toEqual(["one", "two"]);
    expect(cut.converted.notices).toMatchObject([{ kind: "damaged-part" }]);
    await expectFailure("import/corrupt", () => readBytes(readRtf, "%PDF-1.7"));
    const stray = await readBytes(readRtf, "{\\rtf1\\trowd\\cell\\row\\nestcell\\nestrow\\'zz\\u\\bin99999999 x");
    expect(stray.converted.format).toBe("rtf");
  });
});
