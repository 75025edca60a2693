import { describe, expect, test } from "vitest";
import type { Box } from "#shared/model/geometry.ts";
import {
  makeOnePage,
  openReader,
  type PageOptions,
  readOnlyPage,
  readPath,
  saveBytes,
  setLines,
} from "./reading-kit.ts";

const reader = openReader();

const LINES = setLines([
  [72, 700, "SPECIMEN Public words"],
  [72, 660, "The name is Maren Vogt today."],
]);
/** Lies over “Maren Vogt” in the second line. */
const COVER = "140 655 64 16 re f";
const SECRET = "Maren Vogt";
const ALL = "SPECIMEN Public words\nThe name is Maren Vogt today.";
const WITHOUT = "SPECIMEN Public words\nThe name is today.";

async function readContent(content: string, options: PageOptions = {}) {
  const { text, hidden, runs } = await readOnlyPage(reader, makeOnePage(content, options));
  for (const run of runs) expect(run.end).toBeLessThanOrEqual(text.length);
  return { text, hidden };
}

describe("text under a cover is left out and reported", () => {
  test.each([
    ["a black box", `${LINES} 0 g ${COVER}`],
    ["a white box", `${LINES} 1 g ${COVER}`],
    ["a box with a pattern of lines on it", `${LINES} 0 g ${COVER} 1 G 140 655 m 204 671 l S 204 655 m 140 671 l S`],
    ["a box that was drawn before, in the colour of the text", `0 g ${COVER} ${LINES}`],
    ["one of many boxes of one path", `${LINES} 0 g 72 500 50 16 re 140 655 64 16 re f`],
  ])("%s", async (_name, content) => {
    const { text, hidden } = await readContent(content);
    expect(text).toBe(WITHOUT);
    expect(hidden).toMatchObject([{ cover: "box", characters: SECRET.length }]);
    const [left, bottom, right, top] = hidden[0]?.box ?? [0, 0, 0, 0];
    expect([left > 140 && right < 204, bottom > 655 && top < 671]).toEqual([true, true]);
  });

  test("a box inside of a form that is scaled and moved", async () => {
    const form = { dictionary: "<</Type/XObject/Subtype/Form/BBox[0 0 32 8]>>", stream: "0 g 0 0 32 8 re f" };
    const { text, hidden } = await readContent(`${LINES} q 2 0 0 2 140 655 cm /Fm Do Q`, {
      page: "/Resources<</Font<</F1 5 0 R>>/XObject<</Fm 7 0 R>>>>",
      objects: [form],
    });
    expect(text).toBe(WITHOUT);
    expect(hidden).toMatchObject([{ cover: "box", characters: SECRET.length }]);
  });

  test("a box of the page over text inside of a form, and a box inside of the form", async () => {
    for (const [inner, outer] of [
      [LINES, `0 g ${COVER}`],
      [`${LINES} 0 g ${COVER}`, ""],
    ]) {
      const form = {
        dictionary: "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>>>",
        stream: inner ?? "",
      };
      const { text, hidden } = await readContent(`q /Fm Do Q ${outer}`, {
        page: "/Resources<</XObject<</Fm 7 0 R>>>>",
        objects: [form],
      });
      expect(text).toBe(WITHOUT);
      expect(hidden).toMatchObject([{ cover: "box", characters: SECRET.length }]);
    }
  });

  test("a picture", async () => {
    const picture = "q 64 0 0 16 140 655 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x40 EI Q";
    const { text, hidden } = await readContent(`${LINES} ${picture}`);
    expect(text).toBe(WITHOUT);
    expect(hidden).toMatchObject([{ cover: "picture" }]);
  });

  test("a filled annotation", async () => {
    const appearance = { dictionary: "<</Type/XObject/Subtype/Form/BBox[140 655 204 671]>>", stream: `0 g ${COVER}` };
    const square = {
      dictionary: "<</Type/Annot/Subtype/Square/Rect[140 655 204 671]/F 4/IC[0 0 0]/AP<</N 7 0 R>>>>",
    };
    const { text, hidden } = await readContent(LINES, { page: "/Annots[8 0 R]", objects: [appearance, square] });
    expect(text).toBe(WITHOUT);
    expect(hidden).toMatchObject([{ cover: "annotation" }]);
  });

  test("text of a scan's text layer under a box that was drawn on the scan", async () => {
    const layer = setLines([[140, 660, "Maren Vogt"]]).replace("BT", "BT 3 Tr");
    const { text, hidden } = await readContent(`${layer} 0 g 133 655 80 16 re f`);
    expect(text).toBe("");
    expect(hidden).toMatchObject([{ cover: "box", characters: SECRET.length }]);
  });

  test.each([0, 90, 180, 270])("on a page that is turned by %i degrees, with its corner elsewhere", async (degrees) => {
    const { text, hidden } = await readContent(`${LINES} 0 g ${COVER}`, {
      page: `/Rotate ${degrees}/CropBox[50 600 400 780]`,
    });
    // Which of two turned lines comes first is PDFium's choice.
    expect(text.split(/\n+/u).sort()).toEqual(WITHOUT.split("\n").sort());
    expect(hidden).toHaveLength(1);
  });
});

describe("what can be seen gives no alarm", () => {
  test.each([
    ["a box that was drawn before the text", `0.8 g ${COVER} 0 g ${LINES}`],
    ["white text on a black box", `0 g 60 650 300 70 re f 1 g ${LINES}`],
    ["a box that is seen through", `${LINES} /Half gs 0 g ${COVER}`],
    ["a marker that multiplies", `${LINES} /Marker gs 1 1 0 rg ${COVER}`],
    ["a box that is clipped away", `${LINES} q 0 0 10 10 re W n 0 g ${COVER} Q`],
    ["a frame around the text", `${LINES} 0 g 60 650 300 30 re 62 652 296 26 re f*`],
    ["a box that touches the text from below", `${LINES} 0 g 72 652 200 6 re f`],
    ["a box over nothing but spaces", `${LINES} 0 g 300 655 62 16 re f`],
    ["text that is drawn again on the cover", `${LINES} 0.9 g 60 640 300 80 re f 0 g ${LINES}`],
  ])("%s", async (_name, content) => {
    const states = "/ExtGState<</Half<</ca 0.5>>/Marker<</BM/Multiply>>>>";
    const { text, hidden } = await readContent(content, { page: `/Resources<</Font<</F1 5 0 R>>${states}>>` });
    expect({ text, hidden }).toEqual({ text: ALL, hidden: [] });
  });

  test.each([
    ["invisible, over the scan", "picture layer", "BT 3 Tr"],
    ["visible, below the scan", "layer picture", "BT"],
  ])("the text layer of a scan: %s", async (_name, order, begin) => {
    const picture = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q";
    const layer = LINES.replace("BT", begin);
    const content = order === "picture layer" ? `${picture} ${layer}` : `${layer} ${picture}`;
    expect(await readContent(content)).toEqual({ text: ALL, hidden: [] });
  });

  test.each([90, 180, 270])("text below a box that is seen through, turned by %i degrees", async (degrees) => {
    const states = "/ExtGState<</Half<</ca 0.99/BM/Multiply>>>>";
    const { text, hidden } = await readContent(`${LINES} /Half gs 0.9 g ${COVER}`, {
      page: `/Rotate ${degrees}/CropBox[50 600 400 780]/Resources<</Font<</F1 5 0 R>>${states}>>`,
    });
    expect(text.split(/\n+/u).sort()).toEqual(ALL.split("\n").sort());
    expect(hidden).toEqual([]);
  });

  test("text inside of a form under a box that is seen through", async () => {
    const form = {
      dictionary: "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>>>",
      stream: LINES,
    };
    const page = "/Resources<</XObject<</Fm 7 0 R>>/ExtGState<</Marker<</BM/Multiply>>>>>>";
    const read = await readContent(`/Fm Do /Marker gs 1 1 0 rg ${COVER}`, { page, objects: [form] });
    expect(read).toEqual({ text: ALL, hidden: [] });
  });

  test("white text on the bare page, as printers set their marks", async () => {
    expect(await readContent(`1 g ${LINES}`)).toEqual({ text: ALL, hidden: [] });
  });
});

describe("a decision to reveal", () => {
  const content = `${LINES} 0 g ${COVER} 72 690 66 20 re f`;

  test("brings the text of that place back, and of no other", async () => {
    const path = saveBytes(makeOnePage(content));
    const [before] = (await readPath(reader, path)).pages;
    expect(before?.text).toBe("Public words\nThe name is today.");
    const place = before?.hidden.find(({ characters }) => characters === SECRET.length);
    const box: Box = place?.box ?? [0, 0, 0, 0];
    const [after] = (await readPath(reader, path, 10, [{ page: 1, box }])).pages;
    expect(after?.text).toBe("Public words\nThe name is Maren Vogt today.");
    expect(after?.hidden).toEqual(before?.hidden.filter((other) => other !== place));
  });

  test("on another page changes nothing", async () => {
    const path = saveBytes(makeOnePage(content));
    const [page] = (await readPath(reader, path, 10, [{ page: 2, box: [0, 0, 612, 792] }])).pages;
    expect(page?.hidden).toHaveLength(2);
  });
});

describe("pictures of a page", () => {
  const picture = (box: string): string => `q ${box} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x40 EI Q`;

  test.each([
    ["none", LINES, 0],
    ["one over a quarter of it", picture("306 0 0 396 0 0"), 0.25],
    ["two that are one over the other", `${picture("306 0 0 396 0 0")} ${picture("306 0 0 396 0 0")}`, 0.25],
    ["strips of a scan that reach over its edge", `${picture("700 0 0 400 0 0")} ${picture("700 0 0 400 0 396")}`, 1],
  ])("%s", async (_name, content, share) => {
    const { pictured } = await readOnlyPage(reader, makeOnePage(content));
    expect(pictured).toBeCloseTo(share, 2);
  });
});
