import { describe, expect, test } from "vitest";
import { formatPdfDate, parsePdfDate } from "#adapters/pdf/pdf-date.ts";
import { writeRawPdf } from "#fixtures/kit/raw-pdf.ts";
import { makeOnePage, openReader, readPath, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();

/** A file of some empty pages; further objects begin at the number after the last page. */
function makePages(count: number, catalog: string, objects: readonly string[] = []): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(" ");
  const page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>";
  return writeRawPdf(
    [
      { dictionary: `<</Type/Catalog/Pages 2 0 R${catalog}>>` },
      { dictionary: `<</Type/Pages/Kids[${kids}]/Count ${count}>>` },
      ...Array.from({ length: count }, () => ({ dictionary: page })),
      ...objects.map((dictionary) => ({ dictionary })),
    ],
    1,
  );
}

describe("page labels", () => {
  test("as declared: roman, then arabic, then with a prefix", async () => {
    const labels = "/PageLabels<</Nums[0<</S/r>>2<</S/D>>4<</P(CV-)/S/D/St 300>>]>>";
    const { pages } = await readPath(reader, saveBytes(makePages(6, labels)));
    expect(pages.map((page) => page.label)).toEqual(["i", "ii", "1", "2", "CV-300", "CV-301"]);
  });

  test("none when none are declared", async () => {
    const { pages } = await readPath(reader, saveBytes(makePages(3, "")));
    expect(pages.map((page) => [page.page, page.label])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });
});

describe("outline", () => {
  test("titles with their pages, level by level", async () => {
    const bytes = makePages(3, "/Outlines 6 0 R", [
      "<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>",
      "<</Title(Part I)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/Fit]/First 9 0 R/Last 9 0 R/Count 1>>",
      "<</Title<FEFF0041006E0065006A006F00200032>/Parent 6 0 R/Prev 7 0 R/A<</S/GoTo/D[5 0 R/XYZ 0 700 0]>>>>",
      "<</Title(A web page)/Parent 7 0 R/A<</S/URI/URI(http://example.invalid/)>>>>",
    ]);
    const { outline } = await readPath(reader, saveBytes(bytes));
    expect(outline).toEqual([
      { title: "Part I", page: 1, children: [{ title: "A web page", page: null, children: [] }] },
      { title: "Anejo 2", page: 3, children: [] },
    ]);
  });

  test("one that leads back into itself ends", async () => {
    const bytes = makePages(1, "/Outlines 4 0 R", [
      "<</Type/Outlines/First 5 0 R/Last 6 0 R/Count 2>>",
      "<</Title(One)/Parent 4 0 R/Next 6 0 R/First 6 0 R/Last 6 0 R>>",
      "<</Title(Two)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Last 5 0 R>>",
    ]);
    const { outline } = await readPath(reader, saveBytes(bytes));
    expect(JSON.stringify(outline).match(/"One"|"Two"/g)).toHaveLength(2);
  });
});

describe("metadata", () => {
  test("as found, dates in ISO 8601; absent and blank values are null", async () => {
    const { metadata } = await readPath(
      reader,
      saveBytes(withInfo("/Title(Note Verbale)/Author( )/CreationDate(D:20250317142233-05'00')")),
    );
    expect(metadata).toEqual({
      title: "Note Verbale",
      author: null,
      subject: null,
      keywords: null,
      creator: null,
      producer: null,
      created: "2025-03-17T14:22:33-05:00",
      modified: null,
    });
  });
});

/** A file with an information dictionary, which takes the place of its trailer's own. */
function withInfo(entries: string): Uint8Array {
  const bytes = makeOnePage(setLines([[72, 700, "text"]]), { objects: [{ dictionary: `<<${entries}>>` }] });
  return Buffer.from(Buffer.from(bytes).toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R/Info 7 0 R"), "latin1");
}

describe("dates", () => {
  test.each([
    ["D:20250317142233-05'00'", "2025-03-17T14:22:33-05:00"],
    ["D:20250317142233+0530", "2025-03-17T14:22:33+05:30"],
    ["D:20250317142233Z", "2025-03-17T14:22:33Z"],
    ["D:20250317142233Z00'00'", "2025-03-17T14:22:33Z"],
    ["D:20250317142233", "2025-03-17T14:22:33"],
    ["D:202503171422", "2025-03-17T14:22:00"],
    ["20250317", "2025-03-17"],
    ["D:2025", "2025"],
    ["D:20251317", "D:20251317"],
    ["17 March 2025", "17 March 2025"],
  ])("%s is %s", (written, expected) => {
    expect(parsePdfDate(written)).toBe(expected);
  });

  test("are written in UTC and read back as the same moment", () => {
    expect(formatPdfDate("2026-01-02T03:04:05.678+02:00")).toBe("D:20260102010405Z");
    expect(parsePdfDate(formatPdfDate("2026-01-02T03:04:05.000Z"))).toBe("2026-01-02T03:04:05Z");
  });
});
