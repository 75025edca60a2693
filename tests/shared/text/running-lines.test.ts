import { describe, expect, test } from "vitest";
import type { Detection } from "#shared/model/detection.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";

const BODY = [
  "It was so ordered",
  "He went on board",
  "No one was told",
  "They left at dawn",
  "Six men were held",
  "All was quiet",
];

function bodies(pages: readonly string[], detections: readonly (readonly Detection[])[] = []) {
  const found = findRunningLines(pages.map((text, page) => readPageEdges(text, detections[page] ?? [])));
  return pages.map((text, page) => text.slice(found[page]?.start, found[page]?.end).trim());
}

describe("running lines", () => {
  test("are those that recur at the edges, whatever their numbers", () => {
    const pages = BODY.map(
      (line, at) => `Doe v. Carrow, No. ${at}\nOrder, page ${at + 1}\n\n${line}\n\nSPECIMEN\nPage ${at + 1} of 6`,
    );
    expect(bodies(pages)).toEqual(BODY);
  });

  test("may alternate from page to page", () => {
    const pages = BODY.map((line, at) => `${at % 2 === 0 ? "THE AGENCY" : "ANNUAL REPORT"}\n${line}`);
    expect(bodies(pages)).toEqual(BODY);
  });

  test("lie outside of everything else", () => {
    const pages = BODY.map((line) => `${line}\nSPECIMEN\nthe rest of ${line}\nand more of ${line}`);
    expect(bodies(pages)).toEqual(pages);
  });

  test("stand on three pages at least, one of them near", () => {
    const twice = BODY.slice(0, 2).map((line) => `SPECIMEN\n${line}`);
    expect(bodies(twice)).toEqual(twice);
    const apart = BODY.map((line, at) => (at % 3 === 0 ? `Yes.\n${line}` : line)).concat(
      BODY.map((line) => `${line}!`),
    );
    expect(bodies([...apart, "Yes.\nThe end"])).toEqual([...apart, "Yes.\nThe end"]);
  });

  test("are four at most", () => {
    const pages = BODY.map((line) => `a\nb\nc\nd\ne\n${line}`);
    expect(bodies(pages)).toEqual(BODY.map((line) => `e\n${line}`));
  });

  test("are passed over by stamps, which count for none", () => {
    const pages = BODY.map((line, at) => `PageID.${at}\nSPECIMEN\n${line}`);
    const detections = pages.map((_, at) => [
      { start: 0, end: 8, value: { kind: "page-id", number: at } } satisfies Detection,
    ]);
    expect(bodies(pages, detections)).toEqual(BODY);
  });

  test("do not make a page empty", () => {
    const pages = ["Blank", ...BODY.map((line) => `Blank\n${line}`)];
    expect(bodies(pages)).toEqual(["Blank", ...BODY]);
    expect(bodies(["", "", ""])).toEqual(["", "", ""]);
  });
});
