import { describe, expect, test } from "vitest";
import { boxOf, makeOnePage, openReader, readOnlyPage, setLines } from "./reading-kit.ts";

const reader = openReader();

describe("characters", () => {
  test("a code beyond the basic plane is two code units with halves of its place", async () => {
    const page = await readOnlyPage(
      reader,
      makeOnePage(setLines([[72, 700, "aXb"]]), { toUnicode: { X: "D83DDE00" } }),
    );
    expect(page.text).toBe("a\u{1f600}b");
    const [run] = page.runs;
    expect(run?.edges).toHaveLength(5);
    const [first = 0, second = 0, third = 0, fourth = 0] = run?.edges ?? [];
    expect(second).toBeGreaterThan(first);
    expect(third - second).toBeCloseTo(fourth - third, 1);
  });

  test("a letter and its combining mark become one character over the place of both", async () => {
    const bytes = makeOnePage(setLines([[72, 700, "caXe Yz"]]), { toUnicode: { X: "0301", Y: "0041030A" } });
    const page = await readOnlyPage(reader, bytes);
    expect(page.text).toBe("c\u00e1e \u00c5z");
    expect(page.text).toBe(page.text.normalize("NFC"));
    const [left, , right] = boxOf(page, "\u00e1");
    const next = boxOf(page, "e");
    expect(right).toBeCloseTo(next[0], 0);
    expect(right - left).toBeGreaterThan(8);
  });

  test("a ligature's letters share its place", async () => {
    const bytes = makeOnePage(setLines([[72, 700, "oXce"]]), { toUnicode: { X: "006600660069" } });
    const page = await readOnlyPage(reader, bytes);
    expect(page.text).toBe("office");
    const widths = ["ff", "fi"].map((pair) => {
      const [left, , right] = boxOf(page, pair);
      return right - left;
    });
    expect(widths[0]).toBeCloseTo(widths[1] ?? 0, 1);
    expect(boxOf(page, "ffi")[2]).toBeLessThanOrEqual(boxOf(page, "c")[0] + 0.1);
  });

  test("what cannot be read stays visible as U+FFFD, what reorders or hides is dropped", async () => {
    const bytes = makeOnePage(setLines([[72, 700, "aXbYcZd"]]), { toUnicode: { X: "F0B7", Y: "202E", Z: "0007" } });
    expect((await readOnlyPage(reader, bytes)).text).toBe("a\ufffdbcd");
  });

  test("every kind of space is one plain space, and none stands at the end of a line", async () => {
    const bytes = makeOnePage(setLines([[72, 700, "  oneXtwo  three  "]]), { toUnicode: { X: "00A0" } });
    expect((await readOnlyPage(reader, bytes)).text).toBe("one two three");
  });
});

describe("lines", () => {
  test("a hyphen at the end of a line stands before the line break, however it is coded", async () => {
    const lines = [
      [72, 700, "received at the deten-"],
      [72, 686, "tion center of the obli"],
    ] as const;
    expect((await readOnlyPage(reader, makeOnePage(setLines(lines)))).text).toBe(
      "received at the deten-\ntion center of the obli",
    );
    const soft = makeOnePage(setLines(lines).replace("deten-", "detenX"), { toUnicode: { X: "00AD" } });
    expect((await readOnlyPage(reader, soft)).text).toBe("received at the deten-\ntion center of the obli");
  });

  test("words set apart without a space get one, over the gap between them", async () => {
    const page = await readOnlyPage(
      reader,
      makeOnePage(
        setLines([
          [72, 700, "left"],
          [100, 700, "right"],
        ]),
      ),
    );
    expect(page.text).toBe("left right");
    expect(page.runs).toHaveLength(1);
    expect(boxOf(page, " ")[0]).toBeCloseTo(boxOf(page, "left")[2], 1);
    expect(boxOf(page, " ")[2]).toBeCloseTo(boxOf(page, "right")[0], 1);
  });

  test("a wide gap divides runs, and its space has no place", async () => {
    const page = await readOnlyPage(
      reader,
      makeOnePage(
        setLines([
          [72, 700, "Item"],
          [400, 700, "1,000"],
        ]),
      ),
    );
    expect(page.text).toBe("Item 1,000");
    expect(page.runs.map((run) => page.text.slice(run.start, run.end))).toEqual(["Item", "1,000"]);
  });

  test("boxes hold the ink: a word of Helvetica 12 stands where its widths say", async () => {
    const page = await readOnlyPage(reader, makeOnePage(setLines([[72, 700, "Hamburg"]])));
    const [left, bottom, right, top] = boxOf(page, "Hamburg");
    // Widths of Helvetica in thousandths: H 722, a 556, m 833, b 556, u 556, r 333, g 556.
    expect(left).toBeCloseTo(72, 1);
    expect(right).toBeCloseTo(72 + 4.112 * 12, 1);
    expect(bottom).toBeLessThan(700 - 2);
    expect(top).toBeGreaterThan(700 + 8.6);
    expect(top - bottom).toBeLessThan(18);
  });

  test("neighbouring lines do not overlap, so that their highlights do not darken", async () => {
    const page = await readOnlyPage(
      reader,
      makeOnePage(
        setLines([
          [72, 700, "upper line"],
          [72, 689, "lower line"],
        ]),
      ),
    );
    expect(boxOf(page, "upper")[1]).toBeGreaterThanOrEqual(boxOf(page, "lower")[3]);
  });
});

describe("directions", () => {
  const turned = [
    ["right", "1 0 0 1 300 400"],
    ["up", "0 1 -1 0 300 400"],
    ["left", "-1 0 0 -1 300 400"],
    ["down", "0 -1 1 0 300 400"],
  ] as const;

  test.each(turned)("text that runs %s", async (direction, matrix) => {
    const page = await readOnlyPage(reader, makeOnePage(`BT /F1 12 Tf ${matrix} Tm (turned text) Tj ET`));
    expect(page.text).toBe("turned text");
    expect(page.runs.map((run) => run.direction)).toEqual([direction]);
    const [left, bottom, right, top] = boxOf(page, "turned text");
    const length = 58.7;
    const along = { right: right - 300, left: 300 - left, up: top - 400, down: 400 - bottom }[direction];
    expect(along).toBeGreaterThan(length - 4);
    expect(along).toBeLessThan(length + 4);
    const edges = page.runs[0]?.edges ?? [];
    const first = edges[0] ?? 0;
    expect(first).toBeCloseTo(direction === "right" || direction === "left" ? 300 : 400, 0);
  });

  test("Hebrew runs to the left, in the order in which it is read", async () => {
    // The glyphs of shin, lamed, vav, mem stand from right to left.
    const bytes = makeOnePage(
      setLines([
        [72, 700, "D"],
        [84, 700, "C"],
        [96, 700, "B"],
        [108, 700, "A"],
      ]),
      { toUnicode: { A: "05E9", B: "05DC", C: "05D5", D: "05DD" } },
    );
    const page = await readOnlyPage(reader, bytes);
    expect(page.text.replaceAll(" ", "")).toBe("\u05e9\u05dc\u05d5\u05dd");
    expect(new Set(page.runs.map((run) => run.direction))).toEqual(new Set(["left"]));
  });

  test("coordinates do not know of the page's rotation", async () => {
    const upright = await readOnlyPage(reader, makeOnePage(setLines([[72, 700, "a page"]])));
    const rotated = await readOnlyPage(reader, makeOnePage(setLines([[72, 700, "a page"]]), { page: "/Rotate 270" }));
    expect(rotated.rotation).toBe(270);
    expect(rotated.runs).toEqual(upright.runs);
  });
});

describe("what is on the page", () => {
  test("words outside of the crop box are left out", async () => {
    const content = setLines([
      [72, 700, "inside"],
      [72, 40, "outside"],
    ]);
    const page = await readOnlyPage(reader, makeOnePage(content, { page: "/CropBox[50 100 562 742]" }));
    expect(page.text).toBe("inside");
    expect(page.box).toEqual([50, 100, 562, 742]);
  });

  test("what a form field shows belongs to the text", async () => {
    const bytes = makeOnePage(setLines([[72, 700, "Name of the detainee:"]]), {
      catalog: "/AcroForm<</Fields[7 0 R]>>",
      page: "/Annots[7 0 R]",
      objects: [
        {
          dictionary:
            "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ruben)/F 4/Rect[72 660 272 680]/AP<</N 8 0 R>>/P 3 0 R>>",
        },
        {
          dictionary: "<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 5 0 R>>>>>>",
          stream: "BT /F1 12 Tf 2 5 Td (Ruben Tavares) Tj ET",
        },
      ],
    });
    const page = await readOnlyPage(reader, bytes);
    expect(page.text).toContain("Ruben Tavares");
    const [left, bottom] = boxOf(page, "Ruben");
    expect(left).toBeCloseTo(74, 0);
    expect(bottom).toBeGreaterThan(658);
  });

  test("a page without text is empty", async () => {
    const page = await readOnlyPage(reader, makeOnePage("0 0 100 100 re f"));
    expect(page.text).toBe("");
    expect(page.runs).toEqual([]);
  });
});
