import { describe, expect, it } from "vitest";
import { describeCondition, describeNode, describeQuery } from "#shared/text/query/describe-query.ts";
import { parsed } from "./compact-tree.ts";

describe("describeQuery", () => {
  it.each([
    ["detain", "have detain (and its other forms)"],
    ['"de la cruz"', "have “de la cruz”"],
    ["=Núñez", "have “Núñez” with its accents"],
    ["joh*", "have joh* (any word so spelt)"],
    ["smith~1", "have smith (or a word one letter different)"],
    ["smith~2", "have smith (or a word up to two letters different)"],
    ["/a.b/", "have text like /a.b/"],
    [
      'detain w/5 "de la cruz" kind:order NOT transfer',
      "have detain (and its other forms) within 5 words of “de la cruz”, and are orders, and do not have transfer (and its other forms) anywhere",
    ],
    ['"a" "b" ("c" OR "d")', "have “a”, “b” and any of “c” or “d”"],
    ['"a" OR "b" OR "c"', "have “a”, “b” or “c”"],
    ['"a" OR kind:order', "have “a”; or are orders"],
    ['"a" ("b" OR kind:order)', "have “a”, and (have “b”; or are orders)"],
    ['"a" pre/3 "b"', "have “a” followed within 3 words by “b”"],
    ['"a" pre/1 "b"', "have “a” followed directly by “b”"],
    ['"a" w/1 "b"', "have “a” next to “b”"],
    ['"a" not w/5 "b"', "have “a” without “b” within 5 words"],
    ['"a" not w/1 "b"', "have “a” without “b” next to it"],
    ['"a" not pre/5 "b"', "have “a” not followed within 5 words by “b”"],
    ['("a" w/2 "b") w/5 ("c" OR "d")', "have (“a” within 2 words of “b”) within 5 words of any of “c” or “d”"],
    ['"a" w/5 ("b" "c")', "have “a” within 5 words of both “b” and “c”"],
    ['"c" NOT ("a" "b")', "have “c”, and do not have both “a” and “b”"],
    ['"c" NOT ("a" kind:order)', "have “c”, and are not among those that (have “a”, and are orders)"],
    [
      'page:("a" NOT "b") NOT page:("c")',
      "have pages (that have “a”, and do not have “b” there), and have no pages that have “c”",
    ],
    ["kind:order NOT kind:other", "are orders, and are not of another kind"],
    ["has:ocr NOT has:text", "have pages read by OCR, and do not have pages with text"],
  ])("says %j in words", (source, words) => {
    expect(describeQuery(parsed(source).node)).toBe(`documents that ${words}`);
  });
});

describe("describeCondition", () => {
  it.each([
    ["format:pdf", "PDF files"],
    ['title:"of removal"', "“of removal” in the title"],
    ["author:*", "any author"],
    ["tag:hot", "the tag “hot”"],
    ["tag:*", "tags"],
    ["note:check", "notes with “check”"],
    ["note:*", "notes"],
    ["lang:es", "pages in Spanish"],
    ["date:2025", "dated in 2025"],
    ["date:2025-03", "dated in March 2025"],
    ["date:2025-03-05", "dated on 5 March 2025"],
    ["date:2025-03-13..2025-04", "dated from 13 March 2025 to April 2025"],
    ["date:>=2025", "dated 2025 or later"],
    ["filed:<2025", "pages stamped as filed 2024 or earlier"],
    ["pages:1", "one page"],
    ["pages:7", "7 pages"],
    ["pages:10..20", "10 to 20 pages"],
    ["pages:>100", "101 or more pages"],
    ["pages:<100", "at most 99 pages"],
    ["bates:DHS-000123", "Bates number DHS-123"],
    ["bates:DHS-1..DHS-9", "Bates numbers from DHS-1 to DHS-9"],
    ["bates:>=DHS-7", "Bates numbers from DHS-7 on"],
    ["bates:<=DHS-7", "Bates numbers up to DHS-7"],
    ["bates:DHS-*", "Bates numbers that begin with DHS-"],
    ["bates:*", "a Bates number"],
    ["bates:12", "Bates number 12 of any series"],
    ["exemption:b6", "pages with exemption (b)(6)"],
    ["exemption:*", "pages with an exemption or a withholding"],
    ['exemption:"withheld in full"', "pages marked “Withheld in full”"],
    ["amount:>1000000", "sums over 1,000,000"],
    ["amount:4760000.5USD", "sums of 4,760,000.5 USD"],
    ["amount:1000..5000EUR", "sums from 1,000 to 5,000 EUR"],
    ["amount:{1000 TO 5000]", "sums over 1,000 and of at most 5,000"],
    ["amount:<=5", "sums of at most 5"],
    ["confidence:<80", "pages that OCR read with a confidence under 80"],
    ["confidence:>=80", "pages that OCR read with a confidence of at least 80"],
  ])("says %j in a phrase", (source, words) => {
    const { node } = parsed(source);
    expect(node.kind === "field" ? describeCondition(node.condition) : "").toBe(words);
    expect(describeNode(node)).toBe(words);
  });
});

describe("describeNode", () => {
  it.each([
    ["detain", "detain (and its other forms)"],
    ['"a b"', "“a b”"],
    ["/x/", "text like /x/"],
    ["a b", "all of"],
    ["a OR b", "any of"],
    ["page:(a)", "on one page"],
    ["a w/5 b", "within 5 words of …"],
    ["a pre/5 b", "followed within 5 words by …"],
    ["a not w/5 b", "without … within 5 words"],
  ])("labels %j", (source, label) => {
    expect(describeNode(parsed(source).node)).toBe(label);
  });
});
