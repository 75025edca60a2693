import { expect, test } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import { type PlacedBates, summariseBates } from "#shared/text/bates-series.ts";

const [one, two] = ["1", "2"].map((digit) => documentIdSchema.parse(`doc_${digit.padStart(12, "0")}`));
if (one === undefined || two === undefined) throw new Error("two identifiers");

function numbers(documentId: typeof one, prefix: string, ...values: readonly number[]): readonly PlacedBates[] {
  return values.map((number, index) => ({
    documentId: documentId ?? ("" as never),
    page: index + 1,
    value: { kind: "bates", prefix, digits: String(number).padStart(4, "0"), number },
  }));
}

test("ranges, gaps and duplicates are found over all documents of a series", () => {
  const [series, ...others] = summariseBates([...numbers(two, "V-", 7, 8, 12), ...numbers(one, "V-", 1, 2, 3, 7)]);
  expect(others).toEqual([]);
  expect(series).toEqual({
    prefix: "V-",
    begin: "V-0001",
    end: "V-0012",
    pages: 7,
    documents: [
      { documentId: one, begin: "V-0001", end: "V-0007", pages: 4, outOfOrder: [] },
      { documentId: two, begin: "V-0007", end: "V-0012", pages: 3, outOfOrder: [] },
    ],
    gaps: [
      { after: "V-0003", before: "V-0007", missing: 3 },
      { after: "V-0008", before: "V-0012", missing: 3 },
    ],
    duplicates: [
      {
        number: "V-0007",
        places: [
          { documentId: two, page: 1 },
          { documentId: one, page: 4 },
        ],
      },
    ],
  });
});

test("prefixes are series of their own, the largest first; pages out of order are named", () => {
  const series = summariseBates([...numbers(one, "A", 5), ...numbers(two, "B", 3, 2, 4)]);
  expect(series.map(({ prefix, gaps }) => [prefix, gaps.length])).toEqual([
    ["B", 0],
    ["A", 0],
  ]);
  expect(series[0]?.documents[0]?.outOfOrder).toEqual([2]);
});

test("a case without numbers has no series", () => {
  expect(summariseBates([])).toEqual([]);
});
