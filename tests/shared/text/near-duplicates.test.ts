import { describe, expect, test } from "vitest";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import { signatureSimilarity } from "#shared/text/compare-page-signatures.ts";
import { findNearDuplicates, type SignedDocument } from "#shared/text/near-duplicates.ts";
import { pageSignature, SIGNATURE_BYTES } from "#shared/text/page-signature.ts";
import { understandText } from "../../support/understand-text.ts";

const documentId = (letter: string): DocumentId => documentIdSchema.parse(`doc_${letter.repeat(12)}`);

const WORDS =
  "ministry embassy flight manifest court order judge note prison transfer agreement payment voucher witness guard door night".split(
    " ",
  );

/** A page of made-up words, the same for the same seed. */
function pageText(seed: number, length = 300): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `${WORDS[(state >>> 8) % WORDS.length] ?? ""}${(state >>> 16) % 50}`;
  }).join(" ");
}

function signed(letter: string, texts: readonly string[], date: string | null = null): SignedDocument {
  return { documentId: documentId(letter), date, pages: texts.map((text) => understandText(text).signature) };
}

const stamp = (document: number, page: number) =>
  `Case 1:25-cv-00766-JEB Document ${document} Filed 03/28/25 Page ${page} of 3`;

describe("signatures of pages", () => {
  test("are of one size, and null for a few words", () => {
    expect(pageSignature(pageText(1), [])).toHaveLength(SIGNATURE_BYTES);
    expect(pageSignature("Three little words", [])).toBeNull();
  });

  test("do not see stamps, case, accents and punctuation", () => {
    const plain = understandText(pageText(1)).signature;
    const other = understandText(`${pageText(1).toUpperCase().replaceAll(" ", ", ")}\n\n${stamp(8, 1)}`).signature;
    expect(other).toEqual(plain);
  });

  test("estimate the share of phrases that pages have in common", () => {
    const one = pageSignature(pageText(1), []);
    const half = pageSignature(`${pageText(1, 150)} ${pageText(2, 150)}`, []);
    const none = pageSignature(pageText(3), []);
    if (one === null || half === null || none === null) throw new Error("the pages have too few words");
    expect(signatureSimilarity(one, half)).toBeGreaterThan(0.15);
    expect(signatureSimilarity(one, half)).toBeLessThan(0.55);
    expect(signatureSimilarity(one, none)).toBeLessThan(0.1);
  });
});

describe("near-duplicates", () => {
  const texts = [1, 2, 3].map((seed) => pageText(seed));

  test("the same text under other stamps", () => {
    const clusters = findNearDuplicates([
      signed(
        "a",
        texts.map((text, index) => `${text}\n\n${stamp(1, index + 1)}`),
      ),
      signed("b", [pageText(9)]),
      signed(
        "c",
        texts.map((text, index) => `${text}\n\n${stamp(44, index + 1)}`),
      ),
    ]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.documents).toEqual([documentId("a"), documentId("c")]);
    expect(clusters[0]?.pairs).toMatchObject([{ relation: "same-text", shared: 1, differing: [] }]);
    expect(clusters[0]?.pairs[0]?.explanation).toMatch(/^Same text on all 3 pages/u);
  });

  test("a newer version, with the page that differs; the older one first", () => {
    const [cluster] = findNearDuplicates([
      signed("a", [texts[0] ?? "", pageText(7), texts[2] ?? ""], "2025-05-01"),
      signed("b", texts, "2025-03-01"),
    ]);
    expect(cluster?.pairs).toMatchObject([
      { first: documentId("b"), second: documentId("a"), relation: "newer-version", differing: [2] },
    ]);
    expect(cluster?.pairs[0]?.shared).toBeCloseTo(2 / 3);
    expect(cluster?.pairs[0]?.explanation).toMatch(/^2 of 3 pages agree; differing: 1 page /u);
  });

  test("a document that contains another, whichever is older", () => {
    const [cluster] = findNearDuplicates([
      signed("a", [texts[1] ?? ""], "2025-01-01"),
      signed("b", texts, "2025-03-01"),
    ]);
    expect(cluster?.pairs).toMatchObject([
      { first: documentId("b"), second: documentId("a"), relation: "contains", shared: 1, differing: [] },
    ]);
    expect(cluster?.pairs[0]?.explanation).toBe("All 1 page of the second stand in the first, which has 2 pages more.");
  });

  test("a page in common with other pages around it is no duplicate", () => {
    const cover = pageText(50);
    const documents = ["a", "b", "c"].map((letter, index) =>
      signed(letter, [cover, ...[1, 2, 3, 4].map((page) => pageText(100 + 10 * index + page))]),
    );
    expect(findNearDuplicates(documents)).toEqual([]);
  });

  test("documents without text are compared with none", () => {
    expect(findNearDuplicates([signed("a", ["", ""]), signed("b", ["", ""])])).toEqual([]);
  });

  test("many copies make one cluster without a pair for each two of them", () => {
    const copies = Array.from({ length: 200 }, (_, index) => ({
      ...signed("a", texts),
      documentId: documentIdSchema.parse(`doc_${String(index).padStart(12, "0")}`),
    }));
    const clusters = findNearDuplicates(copies);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.documents).toHaveLength(200);
    expect(clusters[0]?.pairs.length).toBeLessThan(1000);
  });
});
