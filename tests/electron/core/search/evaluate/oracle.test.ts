import fc from "fast-check";
import { describe, test } from "vitest";
import { openDatabaseIndex, openMemoryIndex } from "./open-indexes.ts";
import { Oracle } from "./oracle.ts";
import { documentsArbitrary } from "./random-documents.ts";
import { queryArbitrary } from "./random-queries.ts";

const SEARCHES = 10;

const oneIn = (count: number): fc.Arbitrary<boolean> => fc.nat(count - 1).map((drawn) => drawn === 0);

const search = fc.record({ query: queryArbitrary, isConfident: oneIn(10), isNarrow: oneIn(5) });

const cases = fc.record({
  documents: documentsArbitrary,
  searches: fc.array(search, { minLength: SEARCHES, maxLength: SEARCHES }),
});

describe("the evaluator", () => {
  test.each([
    { name: "memory", open: openMemoryIndex, dataSets: 200 },
    { name: "a database", open: openDatabaseIndex, dataSets: 100 },
  ])(
    "agrees with the plain reading of the texts, on documents, pages and places of hits, over an index in $name",
    async ({ open, dataSets }) => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ documents, searches }) => {
          const oracle = new Oracle(documents, open(documents));
          for (const { query, isNarrow, ...options } of searches) {
            const within = isNarrow ? [0, 2].filter((index) => index < documents.length) : null;
            await oracle.check(query, { ...options, within });
          }
        }),
        { numRuns: dataSets },
      );
    },
    180_000,
  );
});
