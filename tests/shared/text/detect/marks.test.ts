import { describe, expect, test } from "vitest";
import { slicesOf, valuesOf } from "../../../support/understand-text.ts";

const codes = (text: string) => valuesOf("exemption", text).map((value) => ("code" in value ? value.code : null));
const marks = (text: string) => valuesOf("classification", text).map((value) => ("mark" in value ? value.mark : null));

describe("exemption codes as marks", () => {
  test.each([
    ["He said that (b)(6) called.", ["(b)(6)"]],
    ["(b)(6), (b)(7)(C)", ["(b)(6)", "(b)(7)(C)"]],
    ["(b)(6);(7)(C)", ["(b)(6)", "(b)(7)(C)"]],
    ["b(7)c", ["(b)(7)(C)"]],
    ["(b) (7) (E)", ["(b)(7)(E)"]],
    ["b6\nb7C", ["(b)(6)", "(b)(7)(C)"]],
    ["(b)(5) §1.4(d)", ["(b)(5)", "1.4(d)"]],
    ["Classified by: records officer\nReasons: 1.4 (c)", ["1.4(c)"]],
    ["(j)(2), (k)(2)", ["(j)(2)", "(k)(2)"]],
    ["(b)(3)-50 USC 3507", ["(b)(3)"]],
    ["Withheld in full\n(b)(5)", ["Withheld in full", "(b)(5)"]],
    ["DENIED IN FULL", ["Denied in full"]],
    ["Non-responsive\n1 page: menu", ["Non-responsive"]],
    ["NR", ["Non-responsive"]],
    ["Referred to the Department of State.", ["Referred to the Department of State"]],
    ["RELEASED IN PART", ["Released in part"]],
  ])("%s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test.each([
    "under exemption (b)(5), deliberative process, and under (b)(6), privacy",
    "5 U.S.C. § 552(b)(6) protects privacy.",
    "dismissal under Rule 12(b)(6)",
    "section 465(b)(2)(A) and (b)(4)",
    "50 U.S.C. § 1881a(a), (b)(3), (g)(2)",
    "as paragraph (b)(1) says",
    "(a) In general.\n(b)(1) The Board shall\n(c) Other",
    "Vitamin b6 and b12",
    "1.4 (a) Terms of the contract",
    "Five pages are withheld in full, two were referred to another agency.",
    "GRANTED IN PART and DENIED IN PART",
    "also referred to as the Program",
  ])("%s speaks of the law", (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe("classification", () => {
  test.each([
    ["TOP SECRET//SI//NOFORN\n\nText of the page.", ["TOP SECRET//SI//NOFORN"]],
    ["SECRET", ["SECRET"]],
    ["~ SECRET .", ["SECRET"]],
    ["UNCLASSIFIED//FOUO", ["UNCLASSIFIED//FOUO"]],
    ["LAW ENFORCEMENT SENSITIVE", ["LAW ENFORCEMENT SENSITIVE"]],
    ["C-O-N-F-I-D-E-N-T-I-A-L NOFORN", ["CONFIDENTIAL NOFORN"]],
    ["CLASSIFICATION : Secret", ["SECRET"]],
    ["Classified By: the Board\nDeclassify On: 20441231", ["CLASSIFIED BY", "DECLASSIFY ON"]],
  ])("%s", (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });

  test.each([
    "The meeting was secret.",
    "SECRET PRISONS FOUND",
    "It is CONFIDENTIAL and SECRET to us.",
    "Confidential",
  ])("%s is no mark", (text) => {
    expect(marks(text)).toEqual([]);
  });
});

describe("numbered paragraphs", () => {
  const numbers = (text: string) => slicesOf("paragraph", text);

  test("numbers at the start of paragraphs, increasing", () => {
    expect(numbers("14. The first.\n\n15. The second says\n2. of nothing.\n\n16. The third.")).toEqual([
      "14.",
      "15.",
      "16.",
    ]);
    expect(numbers("¶ 14 The first.")).toEqual(["¶ 14"]);
  });

  test("entries of a table of contents are none", () => {
    expect(numbers("1. Introduction .......... 3\n2. Facts .......... 5")).toEqual([]);
  });
});
