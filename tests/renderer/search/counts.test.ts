import { describe, expect, it } from "vitest";
import { countLine, durationOf, pageName } from "../../../renderer/search/counts.ts";
import { answer } from "./support.ts";

describe("countLine", () => {
  it("counts hits, pages and documents", () => {
    const counted = { ...answer([]), hits: 65, pages: 48, documents: 21 };
    expect(countLine(counted)).toBe("65 hits on 48 pages in 21 documents");
    expect(countLine({ ...counted, hits: 1, pages: 1, documents: 1 })).toBe("1 hit on 1 page in 1 document");
  });

  it("does not say that documents found by their fields have no hits", () => {
    expect(countLine({ ...answer([]), documents: 21 })).toBe("21 documents by their fields");
    expect(countLine({ ...answer([]), documents: 1 })).toBe("1 document by its fields");
    expect(countLine(answer([]))).toBe("0 hits on 0 pages in 0 documents");
  });
});

describe("durationOf", () => {
  it.each([
    [0.4, "under 1 ms"],
    [18.3, "18 ms"],
    [1240, "1.2 s"],
  ])("says %d as %s", (milliseconds, words) => {
    expect(durationOf(milliseconds)).toBe(words);
  });
});

describe("pageName", () => {
  it("never shows a position in the file as if it were printed", () => {
    expect(pageName(4, "iv")).toBe("p. iv");
    expect(pageName(4, null)).toBe("page 4");
  });
});
