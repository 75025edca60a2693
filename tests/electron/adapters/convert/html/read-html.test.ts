import { expect, test } from "vitest";
import { findCharset } from "#adapters/convert/html/find-charset.ts";
import { readHtml } from "#adapters/convert/html/read-html.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { makeFormatInput } from "../format-input.ts";

test.each([
  ['<meta charset="windows-1251">', "windows-1251"],
  ["<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-2'>", "iso-8859-2"],
  ["<!-- <meta charset=utf-7> --><meta charset=koi8-r>", "koi8-r"],
  ['<?xml version="1.0" encoding="Shift_JIS"?><html>', "Shift_JIS"],
  ["<p>charset=nothing</p>", null],
])("the encoding that %s declares", (source, charset) => {
  expect(findCharset(Buffer.from(source))).toBe(charset);
});

test("a page is decoded as it declares", async () => {
  const source = Buffer.from('<meta charset="iso-8859-2"><title>\xb3\xf3d\xbc</title><p>text', "latin1");
  const { format, metadata, content } = await readHtml(makeFormatInput(source));
  expect([format, metadata.title]).toEqual(["html", "łódź"]);
  expect(content.kind === "rendition" ? content.rendition.title : "").toBe("łódź");
});

test("a page without text says so", async () => {
  const { content } = await readHtml(makeFormatInput("<script>document.write('x')</script>"));
  expect(content.kind === "rendition" ? content.rendition.blocks : []).toEqual([
    { kind: "remark", text: "the page shows no text" },
  ]);
});

test("a page that is too large is refused", async () => {
  await expectFailure("import/too-large", () => readHtml(makeFormatInput(new Uint8Array(24 * 1024 ** 2 + 1))));
});
