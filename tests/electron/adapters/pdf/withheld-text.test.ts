import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { writeRawPdf } from "#fixtures/kit/raw-pdf.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { makeOnePage, openReader, readPath, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();

const HIGHLIGHT: HighlightAnnotation = {
  name: "probative-pas_000000000001",
  page: 2,
  quads: [[72, 712, 200, 712, 72, 697, 200, 697]],
  color: [163, 196, 245],
  author: "Ana Müller",
  subject: "Transfer",
  contents: "",
  createdAt: "2026-01-02T03:04:05.000Z",
  modifiedAt: "2026-02-03T04:05:06.000Z",
};

const SECRET = "Maren Vogt";
const LIMITS = { lowest: 72, highest: 72, usual: 72, pixelsAtMost: 1_000_000 };
const never = new AbortController().signal;

/** Three pages: the first and the last are plain and link to the second, whose name is under a box; it stands in the outline too. */
function makeThreePages(): Uint8Array {
  const resources = "/Resources<</Font<</F1 9 0 R>>>>";
  const link = "/Annots[<</Type/Annot/Subtype/Link/Rect[72 690 200 710]/Dest[4 0 R/Fit]>>]";
  const page = (content: number, more = ""): string =>
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${content} 0 R${resources}${more}>>`;
  const plain = (text: string): string => setLines([[72, 700, text]]);
  const redacted = `${setLines([
    [72, 700, "SPECIMEN page two"],
    [72, 660, `The name is ${SECRET} today.`],
  ])} 0 g 140 655 64 16 re f`;
  return writeRawPdf(
    [
      { dictionary: "<</Type/Catalog/Pages 2 0 R/Outlines 10 0 R>>" },
      { dictionary: "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>" },
      { dictionary: page(6, link) },
      { dictionary: page(7, "/Rotate 90") },
      { dictionary: page(8, link) },
      { dictionary: "<<>>", stream: plain("SPECIMEN page one") },
      { dictionary: "<<>>", stream: redacted },
      { dictionary: "<<>>", stream: plain("SPECIMEN page three") },
      { dictionary: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
      { dictionary: "<</Type/Outlines/First 11 0 R/Last 11 0 R/Count 1>>" },
      { dictionary: `<</Title(${SECRET})/Parent 10 0 R/Dest[4 0 R/Fit]>>` },
    ],
    1,
  );
}

/** All bytes of a file, with its compressed streams laid open. */
function layOpen(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const parts = [file.toString("latin1")];
  for (let at = file.indexOf("stream\r\n"); at >= 0; at = file.indexOf("stream\r\n", at + 1)) {
    try {
      parts.push(inflateSync(file.subarray(at + 8)).toString("latin1"));
    } catch {
      // Not every stream is compressed.
    }
  }
  return parts.join("\n");
}

describe("a copy without the hidden text", () => {
  test("has the page as a picture, the others as they were, and the secret nowhere", async () => {
    const path = saveBytes(makeThreePages());
    const before = await readPath(reader, path);
    expect(before.pages.map((page) => page.hidden.length)).toEqual([0, 1, 0]);
    const withheld = before.pages.flatMap(({ page, hidden }) => hidden.map(({ box }) => ({ page, box })));
    const copy = await reader.annotate(path, [HIGHLIGHT], withheld);
    const after = await readPath(reader, saveBytes(copy));
    expect(after.pages.map((page) => page.text)).toEqual(["SPECIMEN page one", "", "SPECIMEN page three"]);
    expect(after.pages.map(({ box, rotation }) => ({ box, rotation }))).toEqual(
      before.pages.map(({ box, rotation }) => ({ box, rotation })),
    );
    expect(after.pages[1]).toMatchObject({ pictured: 1, hidden: [] });
    expect(after.outline).toEqual([]);
    const everything = layOpen(copy);
    expect(everything).toContain("SPECIMEN page one");
    for (const trace of [SECRET, "page two"]) expect(everything).not.toContain(trace);
    expect(everything).toContain("/Highlight");
  });

  test("keeps what can be seen, where it was", async () => {
    const visible = makeOnePage(
      `0.2 0.4 0.6 rg 100 200 50 40 re f ${setLines([[72, 660, "Maren"]])} 0 g 70 655 64 16 re f`,
      {
        page: "/Rotate 270/CropBox[50 100 400 700]",
      },
    );
    const path = saveBytes(visible);
    const [page] = (await readPath(reader, path)).pages;
    const box = page?.hidden[0]?.box ?? [0, 0, 0, 0];
    const copy = await reader.annotate(path, [], [{ page: 1, box }]);
    const raster = await reader.renderPage(saveBytes(copy), 1, LIMITS, never);
    const original = await reader.renderPage(path, 1, LIMITS, never);
    expect([raster.width, raster.height]).toEqual([original.width, original.height]);
    const differing = raster.pixels.filter((value, index) => Math.abs(value - (original.pixels[index] ?? 0)) > 64);
    // Edges are drawn anew.
    expect(differing.length).toBeLessThan(raster.pixels.length * 0.005);
    expect(raster.pixels.filter((value) => value < 40).length).toBeGreaterThan(600);
  });

  test("of a page that does not exist is refused", async () => {
    const path = saveBytes(makeThreePages());
    await expectFailure("export/annotation-failed", () =>
      reader.annotate(path, [], [{ page: 4, box: [0, 0, 10, 10] }]),
    );
  });
});
