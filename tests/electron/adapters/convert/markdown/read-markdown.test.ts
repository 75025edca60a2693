import { expect, test } from "vitest";
import { readMarkdown } from "#adapters/convert/markdown/read-markdown.ts";
import { makeFormatInput } from "../format-input.ts";

async function read(source: string) {
  const converted = await readMarkdown(makeFormatInput(source));
  const { content } = converted;
  return { ...converted, blocks: content.kind === "rendition" ? content.rendition.blocks : [] };
}

test("headings, emphasis, links and code keep their looks", async () => {
  const { blocks, metadata } = await read(
    "# The *title*\n\nSome **bold** ~~gone~~ `code` [here](https://example.invalid/)\nnext",
  );
  expect(metadata.title).toBe("The title");
  expect(blocks).toEqual([
    { kind: "heading", level: 1, spans: [{ text: "The " }, { text: "title", italic: true }] },
    {
      kind: "paragraph",
      indent: 0,
      quoted: 0,
      spans: [
        { text: "Some " },
        { text: "bold", bold: true },
        { text: " " },
        { text: "gone", struck: true },
        { text: " " },
        { text: "code", monospaced: true },
        { text: " " },
        { text: "here", link: "https://example.invalid/" },
        { text: " " },
        { text: "next" },
      ],
    },
  ]);
});

test("lists, quotations, tables, code and rules", async () => {
  const { blocks } = await read(
    "3. three\n   - inner\n\n   more\n\n> said\n> > deeper\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n---\n",
  );
  expect(blocks).toMatchObject([
    { kind: "item", marker: "3.", level: 0 },
    { kind: "item", marker: "–", level: 1 },
    { kind: "paragraph", indent: 1 },
    { kind: "paragraph", quoted: 1 },
    { kind: "paragraph", quoted: 2 },
    {
      kind: "table",
      headerRows: 1,
      rows: [
        [{ header: true }, { header: true }],
        [{ header: false }, { header: false }],
      ],
    },
    { kind: "preformatted", text: "code" },
    { kind: "rule" },
  ]);
});

test("metadata at the head is shown, HTML is text, and pictures are counted", async () => {
  const { blocks, notices } = await read(
    "---\ntitle: Specimen\n---\n<b>bold</b> ![seal](https://example.invalid/s.png)\n",
  );
  expect(blocks).toMatchObject([
    { kind: "preformatted", text: "title: Specimen" },
    { kind: "paragraph", spans: [{ text: "<b>bold</b> " }, { text: "[picture: seal]" }] },
  ]);
  expect(notices).toEqual([
    { kind: "remote-content-not-loaded", detail: "Pictures that were named and not loaded: 1." },
  ]);
});

test("nesting without end comes to an end", async () => {
  const { blocks } = await read(`${">".repeat(20_000)} deep\n\n${"- ".repeat(5_000)}x\n\n${"[".repeat(20_000)}`);
  expect(blocks.length).toBeGreaterThan(0);
});
