import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeOnePage, openReader, readPath, saveBytes, setLines } from "./reading-kit.ts";

const reader = openReader();

const PAGE = setLines([
  [72, 700, "SPECIMEN the cost of custody"],
  [72, 680, "for one year"],
]);

/** A page with annotations; objects 7 and on. */
function makeAnnotated(annotations: readonly string[]): Uint8Array {
  const list = annotations.map((_, index) => `${7 + index} 0 R`).join(" ");
  const objects = annotations.map((entries) => ({ dictionary: `<</Type/Annot${entries}>>` }));
  return makeOnePage(PAGE, { page: `/Annots[${list}]`, objects });
}

async function readRemarks(...annotations: readonly string[]) {
  const { annotations: found } = await readPath(reader, saveBytes(makeAnnotated(annotations)));
  return found;
}

const HIGHLIGHT =
  "/Subtype/Highlight/Rect[72 695 200 712]/QuadPoints[72 712 200 712 72 695 200 695]/C[1 0.92 0.23]" +
  "/Contents(Compare the note\\rof May.)/T(Ana Ruiz)/NM(h-1)/CreationDate(D:20260301093000Z)/M(D:20260302)";

describe("highlights and comments of a PDF", () => {
  test("are read with their words, author, dates, colour and place, and their answers", async () => {
    const found = await readRemarks(
      HIGHLIGHT,
      "/Subtype/Text/Rect[0 0 20 20]/IRT 7 0 R/Contents(Agreed.)/T(Ben)",
      "/Subtype/Text/Rect[0 0 20 20]/IRT 8 0 R/Contents(So do I.)/T(Carla)",
      "/Subtype/Text/Rect[0 0 20 20]/IRT 7 0 R/Contents(Accepted)/StateModel(Review)/State(Accepted)",
    );
    expect(found).toEqual([
      {
        page: 1,
        index: 0,
        name: "h-1",
        subtype: "Highlight",
        marked: [[72, 695, 200, 712]],
        box: [72, 695, 200, 712],
        contents: "Compare the note\nof May.",
        author: "Ana Ruiz",
        color: "#FFEA3A",
        createdAt: "2026-03-01T09:30:00Z",
        modifiedAt: "2026-03-02",
        replies: [
          { author: "Ben", contents: "Agreed." },
          { author: "Carla", contents: "So do I." },
        ],
      },
    ]);
  });

  test("are those that people make, not links, fields, windows or what nobody sees", async () => {
    const found = await readRemarks(
      "/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org)>>",
      "/Subtype/Popup/Rect[0 0 9 9]/Contents(window)",
      "/Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(field)",
      "/Subtype/Text/Rect[0 0 9 9]/F 2/Contents(hidden)",
      "/Subtype/Underline/Rect[72 675 150 690]/QuadPoints[72 690 150 690 72 675 150 675]",
      "/Subtype/Squiggly/Rect[72 675 150 690]",
      "/Subtype/StrikeOut/Rect[72 675 150 690]",
      "/Subtype/Square/Rect[72 675 150 690]/Contents(a box)",
      "/Subtype/FreeText/Rect[72 600 150 620]/DA(/Helv 10 Tf)/Contents(typed)",
      "/Subtype/Text/Rect[300 600 320 620]/Contents(a comment)",
    );
    expect(found.map(({ subtype, contents }) => [subtype, contents])).toEqual([
      ["Underline", ""],
      ["Squiggly", ""],
      ["StrikeOut", ""],
      ["Square", "a box"],
      ["FreeText", "typed"],
      ["Text", "a comment"],
    ]);
  });

  test("that mean harm are cut, cleaned or left out, and the file is not touched", async () => {
    const path = saveBytes(
      makeAnnotated([
        "/Subtype/Text/Rect[0 0 20 20]/IRT 8 0 R/Contents(one)",
        "/Subtype/Text/Rect[0 0 20 20]/IRT 7 0 R/Contents(two)",
        `/Subtype/Square/Rect[0 0 20 20]/T<FEFF00610007202E005B00330031006D${"0062".repeat(400)}>/Contents(${"x".repeat(30_000)})/M(tomorrow)`,
        "/Subtype/Square/Rect[1e30 0 nan 20]",
        "/Subtype/Highlight/Rect[0 0 20 20]/QuadPoints[1 2 3]/C[9 -4 1]",
        "/Subtype/Text/Contents<FEFF202E0061002020290062>/A<</S/JavaScript/JS(app.alert\\(1\\))>>",
      ]),
    );
    const before = readFileSync(path);
    const { annotations: found } = await readPath(reader, path);
    const [square] = found.filter(({ subtype }) => subtype === "Square");
    expect(square?.author).toMatch(/^a\[31mb+$/u);
    expect(square?.author.length).toBeLessThanOrEqual(200);
    expect(square?.contents).toHaveLength(20_000);
    expect(square?.modifiedAt).toBeNull();
    expect(found.find(({ subtype }) => subtype === "Text")?.contents).toBe("a \nb");
    for (const { box, marked } of found) expect([...box, ...marked.flat()].every(Number.isFinite)).toBe(true);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
