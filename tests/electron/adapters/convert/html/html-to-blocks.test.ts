import { describe, expect, test } from "vitest";
import { type HtmlBlocks, htmlToBlocks } from "#adapters/convert/html/html-to-blocks.ts";
import type { Block } from "#adapters/convert/rendition.ts";

/** A PNG of 4 by 4 pixels, as far as its header says. */
const PNG_HEAD = Buffer.from("89504e470d0a1a0a0000000d4948445200000004000000040802000000269309290000", "hex");

function convert(html: string, pictures: Readonly<Record<string, Uint8Array>> = {}): HtmlBlocks {
  return htmlToBlocks(html, { progress() {}, picture: (source) => pictures[source] ?? null });
}

/** Blocks in short: kind and text. */
function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return `h${block.level} ${block.spans.map((span) => span.text).join("")}`;
      case "paragraph":
        return `${"| ".repeat(block.quoted ?? 0)}${"> ".repeat(block.indent ?? 0)}${block.spans.map((span) => span.text).join("")}`;
      case "item":
        return `${"  ".repeat(block.level)}${block.marker} ${block.spans.map((span) => span.text).join("")}`;
      case "preformatted":
        return `pre ${block.text}`;
      case "table":
        return `table ${block.rows.map((row) => row.map((cell) => outline(cell.blocks).join("/")).join(";")).join("\n")}`;
      default:
        return block.kind;
    }
  });
}

describe("HTML to blocks", () => {
  test("reads headings, paragraphs, quotations, rules and line breaks", () => {
    const { blocks } = convert(
      "<h2>Title</h2><p>One\n  two<br>three</p>loose<blockquote>said<blockquote>deeper</blockquote></blockquote><hr><div>a</div><div>b</div>",
    );
    expect(outline(blocks)).toEqual(["h2 Title", "One two\nthree", "loose", "| said", "| | deeper", "rule", "a", "b"]);
  });

  test("reads nested lists with their markers", () => {
    const { blocks } = convert(
      "<ol start=3><li>three<ul><li>bullet<p>more</p></li></ul></li><li value=9>nine</li></ol><ol type=a><li>x<li>y</ol>",
    );
    expect(outline(blocks)).toEqual(["3. three", "  – bullet", "> > more", "9. nine", "a. x", "b. y"]);
  });

  test("keeps white space in preformatted text, with addresses of links behind them", () => {
    const { blocks } = convert('<pre>\n  a\n    <a href="https://example.invalid/">b</a></pre>');
    expect(outline(blocks)).toEqual(["pre   a\n    b <https://example.invalid/>"]);
  });

  test("marks looks and links, and does not take programs for addresses", () => {
    const { blocks } = convert(
      '<p><b>bold <i>both</i></b><a href="/x">go</a><a href="javascript:alert(1)">run</a><a href="#top">up</a></p>',
    );
    expect(blocks).toEqual([
      {
        kind: "paragraph",
        align: "start",
        indent: 0,
        quoted: 0,
        spans: [
          { text: "bold ", bold: true },
          { text: "both", bold: true, italic: true },
          { text: "go", link: "/x" },
          { text: "runup" },
        ],
      },
    ]);
  });

  test("reads tables with header rows and spans, and takes those that place things apart", () => {
    const { blocks } = convert(
      "<table><caption>List</caption><thead><tr><th>A<th>B</thead><tr><td colspan=2>ab<tr><td rowspan=2>c<td>d<tr><td>e</table>" +
        "<table><tr><td><table><tr><td>in<td>ner</table></td><td>side</td></tr></table>",
    );
    expect(outline(blocks)).toEqual(["List", "table A;B\nab\nc;d\ne", "table in;ner", "side"]);
    const [, table] = blocks;
    expect(
      table?.kind === "table" ? [table.headerRows, table.rows[1]?.[0]?.columns, table.rows[2]?.[0]?.rows] : [],
    ).toEqual([1, 2, 2]);
  });

  test("runs nothing, loads nothing, and counts what it did not load", () => {
    const { blocks, notices } = convert(
      `<script src="https://example.invalid/a.js">document.write("written")</script><style>p{}</style>
       <link rel=stylesheet href="b.css"><img src="file:///etc/hostname" alt="local"><img src="http://example.invalid/c.png">
       <iframe src="/d">frame</iframe><object data="e.swf">stand-in</object><svg><text>drawn</text></svg>
       <form action="http://example.invalid/f"><input type=hidden name=t value=token><input value="typed"></form>`,
    );
    expect(outline(blocks).join("\n")).toBe("[picture: local] stand-indrawn\n[typed]");
    expect(notices).toEqual([
      {
        kind: "remote-content-not-loaded",
        detail: "6 addresses of pictures, frames, styles or scripts: not loaded.",
      },
      { kind: "content-not-shown", detail: "Not shown: iframe elements (1), object elements (1), drawings (1)." },
      { kind: "hidden-content", detail: "1 hidden form field is not shown." },
    ]);
  });

  test("shows pictures that came along, and none of a pixel", () => {
    const data = `data:image/png;base64,${PNG_HEAD.toString("base64")}`;
    const { blocks, notices } = convert(
      `<img src="cid:seal" width=40><img src="${data}" alt="own"><img src="x" width=1 height=1>`,
      {
        "cid:seal": PNG_HEAD,
      },
    );
    expect(blocks).toMatchObject([
      { kind: "picture", width: 30, height: 30, description: null },
      { kind: "picture", width: 3, height: 3, description: "own" },
    ]);
    expect(notices).toHaveLength(1);
  });

  test("marks hidden text and counts it", () => {
    const { blocks, notices } = convert('<p>seen <span style="display:none">unseen</span></p><div hidden>also</div>');
    expect(blocks).toMatchObject([
      { spans: [{ text: "seen " }, { text: "unseen", hidden: true }] },
      { spans: [{ text: "also", hidden: true }] },
    ]);
    expect(notices).toEqual([
      { kind: "hidden-content", detail: "2 parts are hidden on the page; the rendition shows and marks them." },
    ]);
  });

  test("reads what the page says about itself", () => {
    const { title, metadata } = convert(
      '<title> The\n page </title><meta name=author content="A. Writer"><meta property="article:published_time" content="2025-03-15T18:47:00Z"><meta name=date content=nonsense>',
    );
    expect(title).toBe("The page");
    expect(metadata).toMatchObject({ title: "The page", author: "A. Writer", created: "2025-03-15T18:47:00Z" });
  });

  test.each([
    ["elements", "<div>".repeat(300_000)],
    ["tables", "<table><tr><td>".repeat(50_000)],
    ["quotations", "<blockquote>".repeat(900)],
    ["formatting that is never closed", "<b><p>".repeat(50_000)],
    ["lists", "<ul><li>".repeat(400)],
  ])("comes to an end with %s in each other without end", (_, nested) => {
    const { blocks } = convert(`${nested}innermost`);
    expect(JSON.stringify(outline(blocks))).toContain("innermost");
  });

  test("gives nothing for nothing", () => {
    expect(convert("").blocks).toEqual([]);
    expect(convert("<!-- only a comment --><p>  </p>").blocks).toEqual([]);
  });
});
