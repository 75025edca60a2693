import { describe, expect, it } from "vitest";
import { whileUnchanged } from "#core/search/match-search.ts";
import { createSearchCatalogue } from "#core/search/search-catalogue.ts";
import { searchContextOf } from "#core/search/search-context.ts";
import { NO_FIELDS } from "#shared/model/detection.ts";
import { BREATHLESS, searchText } from "../../../support/search-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { makeDocument } from "../../../support/test-database.ts";

/** Counts what the catalogue reads of the case. */
function watch(test: TestCase) {
  const { documents, passages, tags, index } = test.ports();
  const reads = { rows: 0, marks: 0, tags: 0, figures: 0 };
  const ports = {
    documents: {
      ...documents,
      searchedAfter: (...given: Parameters<typeof documents.searchedAfter>) => {
        const found = documents.searchedAfter(...given);
        reads.rows += found.length;
        return found;
      },
      searched: (documentId: Parameters<typeof documents.searched>[0]) => {
        reads.rows += 1;
        return documents.searched(documentId);
      },
    },
    passages: {
      ...passages,
      marks: (documentId: Parameters<typeof passages.marks>[0]) => {
        reads.marks += 1;
        return passages.marks(documentId);
      },
    },
    tags: {
      ...tags,
      list: () => {
        reads.tags += 1;
        return tags.list();
      },
    },
    index: Object.create(index, {
      figures: {
        value: () => {
          reads.figures += 1;
          return index.figures();
        },
      },
    }) as typeof index,
  };
  return { ports, reads };
}

describe("the catalogue of a search", () => {
  it("is read once, and then only what changed of it", async () => {
    const test = await setUpTestCase();
    for (const title of ["One", "Two", "Three"]) await test.importOne({ title, pages: [`custody ${title}`] });
    const { ports, reads } = watch(test);
    let now = 0;
    const catalogue = createSearchCatalogue(ports, () => now);
    await catalogue.refresh(BREATHLESS);
    expect(catalogue.rows().map(({ title }) => title)).toEqual(["One", "Two", "Three"]);
    expect(reads).toEqual({ rows: 3, marks: 1, tags: 1, figures: 1 });
    await catalogue.refresh(BREATHLESS);
    expect(reads).toEqual({ rows: 3, marks: 1, tags: 1, figures: 1 });

    const [first] = test.ports().documents.list();
    if (first === undefined) throw new Error("no document");
    test.ports().documents.rename(first.documentId, "Renamed", "Renamed");
    await catalogue.refresh(BREATHLESS);
    expect(catalogue.rows()[0]?.title).toBe("Renamed");
    expect(reads).toEqual({ rows: 4, marks: 2, tags: 1, figures: 1 });

    await test.importOne({ title: "Four", pages: ["custody four"] });
    await catalogue.refresh(BREATHLESS);
    expect(catalogue.rows().map(({ title }) => title)).toEqual(["Renamed", "Two", "Three", "Four"]);
    // The index changed; its figures of all documents are looked at again after two seconds, not at every key.
    expect(reads.figures).toBe(1);
    now = 2000;
    await catalogue.refresh(BREATHLESS);
    await catalogue.refresh(BREATHLESS);
    expect(reads.figures).toBe(2);
  });

  it("knows documents by their numbers, whatever becomes of the numbers", async () => {
    const test = await setUpTestCase();
    await test.importOne({ title: "One", pages: ["custody"] });
    const { catalogue, ports } = searchContextOf(test.ports());
    await catalogue.refresh(BREATHLESS);
    // A document that the index does not hold has a row and no number.
    test.ports().documents.insert(makeDocument({ title: "Not indexed" }));
    await catalogue.refresh(BREATHLESS);
    expect(catalogue.rows()).toHaveLength(2);
    expect(catalogue.numbersByRow()[1]).toBe(-1);
    await test.importOne({ title: "Two", pages: ["custody"] });
    await catalogue.refresh(BREATHLESS);
    for (const [row, { documentId }] of catalogue.rows().entries()) {
      const number = catalogue.numbersByRow()[row] ?? -1;
      expect(number).toBe(ports.index.words.numberOf(documentId));
      if (number >= 0) expect(catalogue.rowsByNumber()[number]).toBe(row);
    }
  });

  it("goes on where it was stopped", async () => {
    const test = await setUpTestCase();
    for (let at = 0; at < 1200; at += 1) {
      test.ports().documents.insert(makeDocument({ title: `T ${at}`, detected: { ...NO_FIELDS, kind: "order" } }));
    }
    const { ports, reads } = watch(test);
    const catalogue = createSearchCatalogue(ports);
    const stop = () => {
      throw new Error("stopped");
    };
    await expect(catalogue.refresh({ breathe: stop })).rejects.toThrow("stopped");
    expect(reads.rows).toBe(500);
    await catalogue.refresh(BREATHLESS);
    expect([reads.rows, catalogue.rows().length]).toEqual([1200, 1200]);
  });
});

describe("work on an index that changes meanwhile", () => {
  it("is done again, at last without a break", async () => {
    const test = await setUpTestCase();
    const context = searchContextOf(test.ports());
    let imported = 0;
    const result = await whileUnchanged(context, BREATHLESS, async (own) => {
      await own.breathe();
      imported += 1;
      if (imported < 3) await test.importOne({ title: `Doc ${imported}`, pages: [`words ${imported}`] });
      return imported;
    });
    expect(result).toBe(3);
    imported = 10;
    const last = await whileUnchanged(context, BREATHLESS, async (own) => {
      imported += 1;
      await own.breathe();
      await test.importOne({ title: `Doc ${imported}`, pages: [`words ${imported}`] });
      return imported;
    });
    expect(last).toBe(15);
    expect((await searchText(test.ports(), "words")).documents).toBe(7);
  });
});
