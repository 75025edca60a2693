import { readFileSync } from "node:fs";
import { PDFDocument } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import type { Quad } from "#shared/model/geometry.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { makeOnePage, openReader, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();

const FIRST: HighlightAnnotation = {
  name: "probative-pas_000000000001",
  page: 1,
  quads: [
    [72, 712, 200, 712, 72, 697, 200, 697],
    [72, 697, 140.5, 697, 72, 683, 140.5, 683],
  ],
  color: [163, 196, 245],
  author: "Ana Müller",
  subject: "Transfer, 移送",
  contents: "Compare ¶ 25.\nSecond line “quoted” \u{1f4cc}",
  createdAt: "2026-01-02T03:04:05.000Z",
  modifiedAt: "2026-02-03T04:05:06.000Z",
};
const SECOND: HighlightAnnotation = { ...FIRST, name: "probative-pas_000000000002", contents: "", subject: "" };

/** What another library finds of a highlight. */
interface Found {
  readonly author: string;
  readonly contents: string;
  readonly quads: readonly number[];
  readonly color: readonly number[];
  readonly hasAppearance: boolean;
  readonly created: string;
}

interface PdfJsAnnotation {
  readonly subtype: string;
  readonly titleObj?: { readonly str: string };
  readonly contentsObj?: { readonly str: string };
  readonly quadPoints?: ArrayLike<number>;
  readonly color: ArrayLike<number>;
  readonly hasAppearance: boolean;
  readonly creationDate: string;
}

/** Reads annotations of a page with pdf.js; also says how many there are of any kind. */
async function findHighlights(bytes: Uint8Array, page = 1): Promise<{ highlights: Found[]; all: number }> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const annotations = (await (await document.getPage(page)).getAnnotations()) as PdfJsAnnotation[];
  const highlights = annotations
    .filter((annotation) => annotation.subtype === "Highlight")
    .map((annotation) => ({
      author: annotation.titleObj?.str ?? "",
      contents: annotation.contentsObj?.str ?? "",
      quads: Array.from(annotation.quadPoints ?? []),
      color: Array.from(annotation.color),
      hasAppearance: annotation.hasAppearance,
      created: annotation.creationDate,
    }));
  await loading.destroy();
  return { highlights, all: annotations.length };
}

async function annotate(original: Uint8Array, annotations: readonly HighlightAnnotation[] = [FIRST]) {
  const path = saveBytes(original);
  const copy = await reader.annotate(path, annotations, []);
  expect(readFileSync(path)).toEqual(Buffer.from(original));
  expect(Buffer.from(copy.subarray(0, original.length))).toEqual(Buffer.from(original));
  return { copy, update: Buffer.from(copy.subarray(original.length)).toString("latin1") };
}

function expectFirst(found: Found | undefined, flatQuads: readonly number[] = FIRST.quads.flat()): void {
  expect(found?.author).toBe(FIRST.author);
  expect(found?.contents.replaceAll("\r\n", "\n")).toBe(FIRST.contents);
  expect(found?.quads).toHaveLength(flatQuads.length);
  found?.quads.forEach((value, index) => {
    expect(value).toBeCloseTo(flatQuads[index] ?? Number.NaN, 2);
  });
  expect(found?.color).toEqual(FIRST.color);
  expect(found?.hasAppearance).toBe(true);
  expect(found?.created).toContain("20260102030405");
}

const PAGE = setLines([
  [72, 700, "A highlight over these words"],
  [72, 686, "and these."],
]);

describe("annotated copy", () => {
  test("of a file with a classic table: the original and an update with the page and the highlight only", async () => {
    const { copy, update } = await annotate(makeOnePage(PAGE));
    const { highlights } = await findHighlights(copy);
    expect(highlights).toHaveLength(1);
    expectFirst(highlights[0]);
    expect(update.match(/^\d+ \d+ obj$/gm)).toEqual(["7 0 obj", "8 0 obj", "3 0 obj"]);
    expect(update).toMatch(/trailer\n<<\/Size 9\/Root 1 0 R\/Prev \d+>>/);
  });

  test("of a file with cross-reference and object streams", async () => {
    const document = await PDFDocument.load(makeOnePage(PAGE));
    const original = await document.save({ useObjectStreams: true });
    const { copy, update } = await annotate(original);
    expectFirst((await findHighlights(copy)).highlights[0]);
    expect(update).toContain("/Type/XRef");
    expect(update).not.toContain("trailer");
  });

  test("of a copy: both highlights are there", async () => {
    const once = await annotate(makeOnePage(PAGE));
    const twice = await annotate(once.copy, [SECOND]);
    const { highlights } = await findHighlights(twice.copy);
    expect(highlights).toHaveLength(2);
    expectFirst(highlights[0]);
  });

  test("of an encrypted file that opens without a password", async () => {
    const file = (await generateHostileFiles()).find(({ path }) => path.endsWith("owner-password-only.pdf"));
    const { copy, update } = await annotate(file?.bytes ?? new Uint8Array());
    expectFirst((await findHighlights(copy)).highlights[0]);
    expect(update).not.toContain("Ana");
  });

  test("of a file whose table is damaged", async () => {
    const damaged = Buffer.from(makeOnePage(PAGE))
      .toString("latin1")
      .replace(/startxref\n\d+/, "startxref\n7");
    const { copy } = await annotate(Buffer.from(damaged, "latin1"));
    expectFirst((await findHighlights(copy)).highlights[0]);
  });

  test("of a file with other bytes before its header", async () => {
    const { copy } = await annotate(Buffer.concat([Buffer.from("\r\n\r\n"), makeOnePage(PAGE)]));
    expectFirst((await findHighlights(copy)).highlights[0]);
  });

  test("of a file without a line break at its end", async () => {
    const original = Buffer.from(Buffer.from(makeOnePage(PAGE)).toString("latin1").trimEnd(), "latin1");
    const { copy } = await annotate(original);
    expectFirst((await findHighlights(copy)).highlights[0]);
  });
});

describe("annotations that were there", () => {
  const note = "<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(An old note)/F 4>>";

  test.each([
    ["in the page", "/Annots[7 0 R]", [note]],
    ["in an array of their own", "/Annots 8 0 R", [note, "[7 0 R]"]],
    ["written into the page", `/Annots[${note}]`, []],
    ["in an array that is missing", "/Annots 99 0 R", []],
  ])("stay: %s", async (_, page, objects) => {
    const original = makeOnePage(PAGE, { page, objects: objects.map((dictionary) => ({ dictionary })) });
    const before = await findHighlights(original);
    const { copy } = await annotate(original);
    const after = await findHighlights(copy);
    expect(after.all).toBe(before.all + 1);
    expectFirst(after.highlights[0]);
  });

  test("stay when their object has a later generation", async () => {
    const plain = Buffer.from(makeOnePage(PAGE, { page: "/Annots[7 3 R]", objects: [{ dictionary: note }] }));
    const original = plain
      .toString("latin1")
      .replace("7 0 obj", "7 3 obj")
      .replace(/ 00000 n \ntrailer/, " 00003 n \ntrailer");
    const { copy, update } = await annotate(Buffer.from(original, "latin1"));
    expect(update).toContain("[7 3 R\n8 0 R]");
    expect((await findHighlights(copy)).all).toBe(2);
  });
});

describe("highlights", () => {
  test("on turned text keep their corners in the order of reading", async () => {
    const quads: readonly Quad[] = [[300, 400, 300, 460, 312, 400, 312, 460]];
    const { copy, update } = await annotate(makeOnePage("BT /F1 12 Tf 0 1 -1 0 312 400 Tm (turned) Tj ET"), [
      { ...FIRST, quads },
    ]);
    expect(update).toContain("/QuadPoints[300 400 300 460 312 400 312 460]");
    // pdf.js puts the corners in an order of its own.
    const [found] = (await findHighlights(copy)).highlights;
    expect(new Set(found?.quads)).toEqual(new Set(quads.flat()));
  });

  test("on several pages of one file", async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 3; page += 1) document.addPage([612, 792]).drawText(`page ${page + 1}`);
    const { copy } = await annotate(await document.save({ useObjectStreams: false }), [
      FIRST,
      { ...SECOND, page: 3 },
      { ...SECOND, page: 3, name: "third" },
    ]);
    const counts = await Promise.all(
      [1, 2, 3].map(async (page) => (await findHighlights(copy, page)).highlights.length),
    );
    expect(counts).toEqual([1, 0, 2]);
  });

  test("with text that a PDF cannot hold are written without it", async () => {
    const { copy } = await annotate(makeOnePage(PAGE), [{ ...FIRST, contents: "zero \0 and half \ud83d" }]);
    expect((await findHighlights(copy)).highlights[0]?.contents).toBe("zero  and half \ufffd");
  });

  test("with a note that could break out of a string stay text", async () => {
    const contents = ")>> endobj \\) <</S/JavaScript/JS(app.alert(1))>>";
    const { copy, update } = await annotate(makeOnePage(PAGE), [{ ...FIRST, contents }]);
    expect((await findHighlights(copy)).highlights[0]?.contents).toBe(contents);
    expect(update).not.toContain("JavaScript");
  });
});

describe("refusals", () => {
  test("an original that is gone", async () => {
    await expectFailure("document/original-missing", () => reader.annotate("/nowhere/at-all.pdf", [FIRST], []));
  });

  test("a file that does not open, and a page that it does not have", async () => {
    await expectFailure("export/annotation-failed", () =>
      reader.annotate(saveBytes(Buffer.from("no PDF")), [FIRST], []),
    );
    const { details } = await expectFailure("export/annotation-failed", () =>
      reader.annotate(saveBytes(makeOnePage(PAGE)), [{ ...FIRST, page: 2 }], []),
    );
    expect(details).toEqual({ page: 2 });
  });
});
