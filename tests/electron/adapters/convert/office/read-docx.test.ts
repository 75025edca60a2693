import { describe, expect, test } from "vitest";
import { readDocx } from "#adapters/convert/office/read-docx.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { buildDocx, para, run, wordRoot } from "./build-docx.ts";
import { readBytes, writeParts } from "./read-office.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const NUMBERING = wordRoot(
  "numbering",
  `<w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>
      <w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`,
);
const item = (list: number, level: number, text: string): string =>
  para(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

describe("text and structure", () => {
  test("headings follow the style's English name, its base, and the outline level", async () => {
    const styles = wordRoot(
      "styles",
      `<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
       <w:style w:type="paragraph" w:styleId="own"><w:name w:val="Our title"/><w:basedOn w:val="berschrift1"/></w:style>
       <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style>`,
    );
    const body = [
      para(run("One"), '<w:pStyle w:val="berschrift1"/>'),
      para(run("Two"), '<w:pStyle w:val="own"/>'),
      para(run("Three"), '<w:outlineLvl w:val="2"/>'),
      para(run("Four"), '<w:pStyle w:val="loop"/>'),
      para(run("x".repeat(400)), '<w:pStyle w:val="own"/>'),
    ].join("");
    const { blocks } = await readBytes(
      readDocx,
      buildDocx(body, { "word/styles.xml": styles }, [["s", "styles", "styles.xml"]]),
    );
    expect(blocks.map((block) => (block.kind === "heading" ? block.level : block.kind))).toEqual([
      1,
      1,
      3,
      "paragraph",
      "paragraph",
    ]);
  });

  test("numbers of lists are computed: levels, legal digits, bullets, restarts, overrides", async () => {
    const body = [
      item(1, 0, "a"),
      item(1, 1, "b"),
      item(1, 1, "c"),
      item(1, 2, "d"),
      item(1, 0, "e"),
      item(1, 1, "f"),
      item(2, 0, "g"),
    ].join("");
    const { lines } = await readBytes(
      readDocx,
      buildDocx(body, { "word/numbering.xml": NUMBERING }, [["n", "numbering", "numbering.xml"]]),
    );
    expect(lines).toEqual(["I. a", "1.1 b", "1.2 c", "• d", "II. e", "2.1 f", "IV. g"]);
  });

  test("tables keep cells over columns and rows, tables inside, and rows that repeat", async () => {
    const cell = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(para(run("inner")))}</w:tr></w:tbl>`;
    const body = `<w:tbl>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(para(run("wide")), '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell(para(run("tall")), '<w:vMerge w:val="restart"/>')}${cell(inner)}</w:tr>
      <w:tr>${cell(para(""), "<w:vMerge/>")}${cell(para(run("last")))}</w:tr></w:tbl>`;
    const { blocks, lines } = await readBytes(readDocx, buildDocx(body));
    expect(lines).toEqual(["wide", "tall|inner", "last"]);
    const [table] = blocks;
    expect(table).toMatchObject({ kind: "table", headerRows: 1 });
    expect(table?.kind === "table" && table.rows[0]?.[0]).toMatchObject({ columns: 2, header: true });
    expect(table?.kind === "table" && table.rows[1]?.[0]).toMatchObject({ rows: 2 });
  });

  test("breaks, symbols, fields, links, equations and right-to-left text come out in order", async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const body = [
      para(`${run("a")}<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>`),
      para(`${run("before")}<w:r><w:br w:type="page"/></w:r>${run("after")}`),
      para(
        `${field("begin")}${instruction(' HYPERLINK "https://example.invalid/x" ')}${field("separate")}${run("there")}${field("end")}`,
      ),
      para(`<w:hyperlink r:id="link">${run("here")}</w:hyperlink>`),
      para(
        "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
      ),
      para(run("שלום", "<w:rtl/>"), "<w:bidi/>"),
      para(run("secret", "<w:vanish/>")),
    ].join("");
    const { blocks, lines, converted } = await readBytes(
      readDocx,
      buildDocx(body, {}, [["link", "hyperlink", "https://example.invalid/y"]]),
    );
    expect(lines).toEqual([
      "a\t\n\u2011☑",
      "before",
      "<page-break>",
      "after",
      "there",
      "here",
      "(a+b)/2",
      "שלום",
      "secret",
    ]);
    expect(blocks[4]).toMatchObject({ spans: [{ text: "there", link: "https://example.invalid/x" }] });
    expect(blocks[5]).toMatchObject({ spans: [{ text: "here", link: "https://example.invalid/y" }] });
    expect(blocks[8]).toMatchObject({ spans: [{ hidden: true }] });
    expect(converted.notices.map(({ kind }) => kind)).toContain("hidden-content");
  });
});

describe("what Word hides", () => {
  test("tracked changes are marked with author and time", async () => {
    const by = 'w:author="A. Writer" w:date="2025-03-01T10:00:00Z"';
    const body = para(
      `${run("kept ")}<w:ins w:id="1" ${by}>${run("new", "<w:b/>")}${run("er")}</w:ins>
       <w:del w:id="2" ${by}><w:r><w:delText>old</w:delText></w:r></w:del>
       <w:moveFrom w:id="3" ${by}>${run("moved")}</w:moveFrom>`,
    );
    const { blocks, converted } = await readBytes(readDocx, buildDocx(body));
    const signature = "A. Writer, 2025-03-01T10:00:00Z";
    expect(blocks[0]).toMatchObject({
      spans: [
        { text: "kept " },
        { text: "new", change: "inserted", bold: true },
        { text: "er", change: "inserted", changedBy: signature },
        { text: "old", change: "deleted", changedBy: signature },
        { text: "moved", change: "moved", changedBy: `moved away: ${signature}` },
      ],
    });
    expect(converted.notices.filter(({ kind }) => kind === "tracked-changes")).toHaveLength(3);
  });

  test("comments and notes stand where they are called, once", async () => {
    const comments = wordRoot(
      "comments",
      `<w:comment w:id="0" w:author="B. Reader" w:date="2025-03-02T00:00:00Z">${para(run("really?"))}</w:comment>`,
    );
    const footnotes = wordRoot("footnotes", `<w:footnote w:id="2">${para(run("the note"))}</w:footnote>`);
    const endnotes = wordRoot("endnotes", `<w:endnote w:id="2">${para(run("at the end"))}</w:endnote>`);
    const body = para(
      `<w:commentRangeStart w:id="0"/>${run("claim")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>
       <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>`,
    );
    const { blocks, lines } = await readBytes(
      readDocx,
      buildDocx(
        body,
        { "word/comments.xml": comments, "word/footnotes.xml": footnotes, "word/endnotes.xml": endnotes },
        [
          ["c", "comments", "comments.xml"],
          ["f", "footnotes", "footnotes.xml"],
          ["e", "endnotes", "endnotes.xml"],
        ],
      ),
    );
    expect(lines).toEqual(["claimon “claim”: really?1i", "1: the note", "<rule>", "i at the end"]);
    expect(blocks[0]).toMatchObject({
      spans: [
        { text: "claim" },
        { change: "comment", changedBy: "B. Reader, 2025-03-02T00:00:00Z" },
        { text: "1", footnote: 1, superscript: true },
        { text: "i", superscript: true },
      ],
    });
  });

  test("a text box that is stored twice is shown once; headers and footers once each", async () => {
    const box = `<w:txbxContent>${para(run("boxed"))}</w:txbxContent>`;
    const body = `${para(
      `${run("around")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx>${box}</wps:txbx></wp:inline></w:drawing></mc:Choice>
       <mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )}<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="even" r:id="h"/>
      <w:footerReference w:type="default" r:id="f"/></w:sectPr>`;
    const { lines } = await readBytes(
      readDocx,
      buildDocx(
        body,
        {
          "word/header1.xml": wordRoot("hdr", para(run("at the top"))),
          "word/footer1.xml": wordRoot("ftr", para(run("12"))),
        },
        [
          ["h", "header", "header1.xml"],
          ["f", "footer", "footer1.xml"],
        ],
      ),
    );
    expect(lines).toEqual(["[Header of the pages:]", "at the top", "<rule>", "around", "boxed"]);
  });
});

describe("pictures, files and addresses", () => {
  const drawing = (attribute: string): string =>
    para(
      `<w:r><w:drawing><wp:inline><wp:extent cx="1270000" cy="635000"/><wp:docPr id="1" name="p" descr="a seal"/>
       <a:blip ${attribute}/></wp:inline></w:drawing></w:r>`,
    );

  test("a picture keeps its size; what cannot be shown or is linked is said", async () => {
    const body = drawing('r:embed="p"') + drawing('r:embed="e"') + drawing('r:link="x"');
    const { blocks, lines, converted } = await readBytes(
      readDocx,
      buildDocx(body, { "word/media/a.png": PNG, "word/media/b.emf": "EMF" }, [
        ["p", "image", "media/a.png"],
        ["e", "image", "media/b.emf"],
        ["x", "image", "file:///etc/hostname"],
        ["t", "attachedTemplate", "http://example.invalid/t.dotm"],
      ]),
    );
    expect(blocks[0]).toMatchObject({ kind: "picture", width: 100, height: 50, description: "a seal" });
    expect(lines.slice(1)).toEqual(["[A picture (EMF) is not shown: a seal]"]);
    expect(converted.notices.map(({ kind }) => kind).sort()).toEqual([
      "content-not-shown",
      "remote-content-not-loaded",
      "remote-content-not-loaded",
    ]);
  });

  test("embedded files become children, and are refused at the greatest depth", async () => {
    const docx = buildDocx(
      para(`${run("see")}<w:r><w:object><o:OLEObject r:id="o"/></w:object></w:r>`),
      { "word/embeddings/list.xlsx": "PK-not-really" },
      [["o", "package", "embeddings/list.xlsx"]],
    );
    const top = await readBytes(readDocx, docx);
    expect(top.children.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([["list.xlsx", "PK-not-really"]]);
    expect(top.lines).toEqual(["see", "[Embedded here: list.xlsx]"]);
    const deep = await readBytes(readDocx, docx, 3);
    expect(deep.refused).toMatchObject([{ name: "list.xlsx", reason: "import/nested-too-deep" }]);
  });
});

describe("damage", () => {
  test("a body that breaks off is read up to there; one without text is refused", async () => {
    const whole = wordRoot("document", `<w:body>${para(run("first"))}${para(run("second"))}</w:body>`);
    const cut = buildDocx("", { "word/document.xml": whole.slice(0, whole.indexOf("second") + 3) });
    const { lines, converted } = await readBytes(readDocx, cut);
    expect(lines).toEqual(["first", "sec"]);
    expect(converted.notices).toMatchObject([{ kind: "damaged-part" }]);
    await expectFailure("import/corrupt", () => readBytes(readDocx, buildDocx("", { "word/document.xml": "<w:doc" })));
  });

  test("damaged styles or notes do not cost the text", async () => {
    const { lines, converted } = await readBytes(
      readDocx,
      buildDocx(para(run("text")), { "word/styles.xml": "<<<" }, [["s", "styles", "styles.xml"]]),
    );
    expect(lines).toEqual(["text"]);
    expect(converted.notices).toMatchObject([{ kind: "damaged-part" }]);
  });

  test("document types, entities and endless nesting are refused", async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx"><!ENTITY y SYSTEM "file:///etc/passwd">]><a>&x;&y;</a>';
    await expectFailure("import/corrupt", () => readBytes(readDocx, buildDocx("", { "word/document.xml": bomb })));
    const nested = "<w:p>".repeat(100_000);
    await expectFailure("import/corrupt", () => readBytes(readDocx, buildDocx(nested)));
  });

  test("a password is told from damage", async () => {
    const compound = Buffer.alloc(1024);
    compound.set([0xd0, 0xcf, 0x11, 0xe0]);
    await expectFailure("import/encrypted", () => readBytes(readDocx, compound));
    await expectFailure("import/corrupt", () => readBytes(readDocx, writeParts({ "a.txt": "no office file" })));
    await expectFailure("import/corrupt", () => readBytes(readDocx, Buffer.from("PK\x03\x04 broken")));
  });
});
