import { expect, test } from "vitest";
import { CSV_LIMITS, readCsv } from "#adapters/convert/office/read-csv.ts";
import { readBytes } from "./read-office.ts";

test("delimiters are told, quoted line breaks and ragged rows kept, formulas are text", async () => {
  const { lines, blocks } = await readBytes(
    readCsv,
    'Name;Sum\r\n"a;b";1,5\r\n"two\r\nlines";=1+1;more\r\n\r\nlast;2\r\n',
  );
  expect(lines).toEqual(["|A|B|C", "1|Name|Sum|", "2|a;b|1,5|", "3|two\nlines|=1+1|more", "5|last|2|"]);
  expect(blocks[0]).toMatchObject({ kind: "table", headerRows: 2 });
});

test.each([["a,b\n1,2\n"], ["a\tb\n1\t2\n"], ["a|b\n1|2\n"], ["sep=;\na;b\n1;2\n"]])(
  "%j has two columns",
  async (text) => {
    expect((await readBytes(readCsv, text)).lines).toEqual(["|A|B", "1|a|b", "2|1|2"]);
  },
);

test("bytes that are no UTF-8 are decoded, and it is said", async () => {
  const { lines, converted } = await readBytes(readCsv, Buffer.from("Name,Ort\nMüller,Köln\nGröße,Straße\n", "latin1"));
  expect(lines[2]).toBe("2|Müller|Köln");
  expect(converted.notices).toMatchObject([{ kind: "encoding" }]);
});

test("a quotation mark that is never closed does not swallow the rest", async () => {
  const { lines, converted } = await readBytes(readCsv, 'a,b\n1,"2\n3,4\n5,6\n');
  expect(lines).toHaveLength(5);
  expect(lines[3]).toBe("3|3|4");
  expect(converted.notices).toMatchObject([{ kind: "damaged-part" }]);
});

test("a table beyond the limit is cut, and it is said; an empty one is said to be empty", async () => {
  const { blocks, converted } = await readBytes(readCsv, "a,1\n".repeat(CSV_LIMITS.rows + 5));
  expect(blocks[0]?.kind === "table" && blocks[0].rows.length).toBe(CSV_LIMITS.rows + 1);
  expect(converted.notices).toMatchObject([{ kind: "cut-at-limit" }]);
  expect((await readBytes(readCsv, ",,\n,\n")).lines).toEqual(["[The table has no cells with content.]"]);
});
