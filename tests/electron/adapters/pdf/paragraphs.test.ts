import { describe, expect, test } from "vitest";
import { makeOnePage, openReader, readOnlyPage, setLines } from "./reading-kit.ts";

const reader = openReader();

/** Lines at a left edge, each with the distance from the one before it. */
type Line = readonly [indent: number, leading: number, text: string];

async function textOfLines(lines: readonly Line[], size = 12): Promise<string> {
  let y = 740;
  const placed = lines.map(([indent, leading, text]) => {
    y -= leading;
    return [72 + indent, y, text] as const;
  });
  return (await readOnlyPage(reader, makeOnePage(setLines(placed, size)))).text;
}

const WORDS = "the sending State shall inform the receiving State of every";

describe("paragraphs", () => {
  test("a gap larger than the leading around it", async () => {
    const text = await textOfLines([
      [0, 0, `First ${WORDS}`],
      [0, 14, `second ${WORDS}`],
      [0, 14, "third line."],
      [0, 22, `Fourth ${WORDS}`],
      [0, 14, "fifth line."],
    ]);
    expect(text.split("\n\n").map((paragraph) => paragraph.split("\n").length)).toEqual([3, 2]);
  });

  test("double spacing alone parts nothing", async () => {
    const text = await textOfLines([
      [0, 0, `First ${WORDS}`],
      [0, 28, `second ${WORDS}`],
      [0, 28, `third ${WORDS}`],
      [0, 28, "fourth line."],
    ]);
    expect(text).not.toContain("\n\n");
    expect(text.split("\n")).toHaveLength(4);
  });

  test("first lines that are indented, in double-spaced pleading", async () => {
    const text = await textOfLines([
      [36, 0, `1. First ${WORDS}`],
      [0, 28, `second ${WORDS} and`],
      [0, 28, "third line."],
      [36, 28, `2. Fourth ${WORDS}`],
      [0, 28, "fifth line."],
    ]);
    expect(text.split("\n\n").map((paragraph) => paragraph.slice(0, 2))).toEqual(["1.", "2."]);
  });

  test("a heading that is indented as the paragraph after it is", async () => {
    const text = await textOfLines([
      [0, 0, `First ${WORDS}`],
      [0, 28, `second ${WORDS} and`],
      [36, 32, "B. The organizational plaintiff"],
      [36, 32, `18. Fourth ${WORDS}`],
      [0, 28, `fifth ${WORDS} and`],
      [0, 28, "sixth line."],
    ]);
    expect(text.split("\n\n").map((paragraph) => paragraph.split("\n").length)).toEqual([2, 1, 3]);
  });

  test("items whose first line stands out", async () => {
    const text = await textOfLines([
      [0, 0, `(a) First ${WORDS}`],
      [18, 14, `second ${WORDS}`],
      [18, 14, "third line."],
      [0, 14, `(b) Fourth ${WORDS}`],
      [18, 14, `fifth ${WORDS}`],
    ]);
    expect(text.split("\n\n").map((paragraph) => paragraph.slice(0, 3))).toEqual(["(a)", "(b)"]);
  });

  test("a single-spaced quotation inside double-spaced text", async () => {
    const text = await textOfLines([
      [0, 0, `First ${WORDS}`],
      [0, 28, `second ${WORDS}`],
      [36, 28, `Quoted ${WORDS}`],
      [36, 14, `quoted on ${WORDS}`],
      [36, 14, "quoted end."],
      [0, 28, `After it ${WORDS}`],
      [0, 28, "the text goes on."],
    ]);
    expect(text.split("\n\n").map((paragraph) => paragraph.split("\n").length)).toEqual([2, 3, 2]);
  });

  test("the second column of a page", async () => {
    const left = [0, 14, 28].map((down) => [72, 700 - down, "left column words"] as const);
    const right = [0, 14, 28].map((down) => [330, 700 - down, "right column words"] as const);
    const page = await readOnlyPage(reader, makeOnePage(setLines([...left, ...right])));
    expect(page.text.split("\n\n").map((paragraph) => paragraph.split("\n").length)).toEqual([3, 3]);
  });

  test("centred lines stay together", async () => {
    const text = await textOfLines([
      [120, 0, "UNITED PROVINCES OF MONTESOL"],
      [150, 14, "MINISTRY OF FOREIGN"],
      [180, 14, "AFFAIRS"],
    ]);
    expect(text).not.toContain("\n\n");
  });
});
