import { describe, expect, it } from "vitest";
import { neighboursOf } from "../../../renderer/passages/use-result-neighbours.ts";
import { documentId } from "../search/support.ts";

const A = { documentId: documentId("a"), rank: 4 };
const B = { documentId: documentId("b"), rank: 5 };
const C = { documentId: documentId("c"), rank: 6 };

describe("neighboursOf", () => {
  it("finds what stands before and after", () => {
    expect(neighboursOf([A, B, C], B.documentId, 5)).toEqual({ previous: A, next: C, rank: 5 });
  });

  it("has none at the ends of the result", () => {
    expect(neighboursOf([A, B], A.documentId, 4).previous).toBeNull();
    expect(neighboursOf([A, B], B.documentId, 5).next).toBeNull();
  });

  it("follows a document that has moved since the result was opened", () => {
    expect(neighboursOf([A, B, C], C.documentId, 5)).toEqual({ previous: B, next: null, rank: 6 });
  });

  it("goes by the old place when the document is not there any more", () => {
    expect(neighboursOf([A, B, C], documentId("x"), 5)).toEqual({ previous: A, next: C, rank: 5 });
  });
});
