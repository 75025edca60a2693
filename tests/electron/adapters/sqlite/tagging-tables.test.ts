import { describe, expect, it } from "vitest";
import { openBookmarkTable, openReadingTable } from "#adapters/sqlite/bookmark-table.ts";
import { openLibraryViewTable } from "#adapters/sqlite/library-view-table.ts";
import { openPassageLinkTable } from "#adapters/sqlite/passage-link-table.ts";
import { openPassageTable } from "#adapters/sqlite/passage-table.ts";
import { openTagTable } from "#adapters/sqlite/tag-table.ts";
import type { LibraryLayout } from "#shared/model/library-view.ts";
import type { PassageLink } from "#shared/model/passage-link.ts";
import { PLAIN_READING } from "#shared/model/reading.ts";
import { insertDocument, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestIds } from "../../../support/test-program.ts";
import { makePassage } from "./make-passage.ts";

const ids = createTestIds();
const AT = "2026-03-01T09:30:00.000Z";

function setUpPassages() {
  const connection = setUpCaseDatabase();
  const passages = openPassageTable(connection);
  const documentId = insertDocument(connection);
  const made = [1, 2, 3].map((start) =>
    makePassage({ documentId, ranges: [{ page: 1, start, end: 9, label: null, addresses: [], quads: [] }] }),
  );
  for (const passage of made) passages.insert(passage);
  return { connection, passages, documentId, passageIds: made.map(({ passageId }) => passageId) };
}

describe("links between passages", () => {
  it("are one for each relation of a pair, whichever way it goes, and go with their passages", () => {
    const { connection, passages, passageIds } = setUpPassages();
    const [one, two, three] = passageIds;
    if (one === undefined || two === undefined || three === undefined) throw new Error("no passages");
    const links = openPassageLinkTable(connection);
    const link: PassageLink = {
      linkId: ids.next("passage-link"),
      ...{ from: two, to: one, relation: "supports", reason: "Both say so.", author: "A. Tester", createdAt: AT },
    };
    links.insert(link);
    expect(() => links.insert({ ...link, linkId: ids.next("passage-link"), from: one, to: two })).toThrow("UNIQUE");
    const other: PassageLink = { ...link, linkId: ids.next("passage-link"), relation: "contradicts", to: three };
    links.insert(other);
    expect([links.list(one), links.list(two), links.list(null)]).toEqual([[link], [link, other], [link, other]]);
    expect([links.findBetween(one, two, "supports"), links.findBetween(two, one, "same-event")]).toEqual([link, null]);
    expect(links.counts()).toEqual(
      new Map([
        [one, 1],
        [two, 2],
        [three, 1],
      ]),
    );
    links.update(link.linkId, { from: one, to: two, relation: "same-event", reason: "" });
    expect(links.find(link.linkId)).toEqual({ ...link, from: one, to: two, relation: "same-event", reason: "" });
    passages.delete(three);
    expect(links.find(other.linkId)).toBeNull();
    links.delete(link.linkId);
    expect(links.list(null)).toEqual([]);
  });
});

describe("the facts of passages", () => {
  it("follow what is written, and never hold what was rolled back", () => {
    const { connection, passages, passageIds } = setUpPassages();
    const [one, two, three] = passageIds;
    if (one === undefined || two === undefined || three === undefined) throw new Error("no passages");
    const tagId = ids.next("tag");
    const tags = openTagTable(connection);
    tags.insert({ tagId, name: "Cost", color: "teal", key: null });
    const order = () => passages.facts().map(({ passageId }) => passageId);
    const first = passages.facts();
    expect([order(), passages.facts() === first]).toEqual([[one, two, three], true]);
    passages.addTag(two, tagId);
    passages.setMarks(two, ["hot"], AT);
    expect(passages.facts()[1]).toMatchObject({ tagIds: [tagId], marks: ["hot"], links: 0 });
    const attempt = () =>
      connection.transact(() => {
        passages.delete(one);
        expect(order()).toEqual([two, three]);
        throw new Error("no");
      });
    expect(attempt).toThrow("no");
    expect(order()).toEqual([one, two, three]);
    const anchor = { quote: "q", prefix: "", suffix: "", region: null, state: "anchored" } as const;
    passages.setAnchor(one, {
      ...anchor,
      ranges: [{ page: 2, start: 0, end: 1, label: null, addresses: [], quads: [] }],
    });
    expect(order()).toEqual([two, three, one]);
    tags.delete(tagId);
    passages.delete(three);
    expect(passages.facts()).toMatchObject([{ passageId: two, tagIds: [] }, { passageId: one }]);
  });

  it("are read whole when much has changed", () => {
    const { connection, passages, documentId } = setUpPassages();
    passages.facts();
    connection.transact(() => {
      for (let at = 0; at < 5001; at += 1) passages.insert(makePassage({ documentId }));
    });
    expect(passages.facts()).toHaveLength(5004);
  });
});

describe("bookmarks and readings", () => {
  it("are kept by document, in the order of pages", () => {
    const connection = setUpCaseDatabase();
    const [early, late] = [insertDocument(connection), insertDocument(connection)];
    const bookmarks = openBookmarkTable(connection);
    const make = (documentId: typeof early, page: number) => {
      const bookmark = { bookmarkId: ids.next("bookmark"), documentId, page, label: "", createdAt: AT };
      bookmarks.insert(bookmark);
      return bookmark;
    };
    const [last, second, first] = [make(late, 1), make(early, 9), make(early, 2)];
    expect([bookmarks.list(null), bookmarks.list(late)]).toEqual([[first, second, last], [last]]);
    bookmarks.update(first.bookmarkId, { page: 3, label: "Signature" });
    expect(bookmarks.find(first.bookmarkId)).toEqual({ ...first, page: 3, label: "Signature" });
    bookmarks.delete(first.bookmarkId);
    expect(bookmarks.find(first.bookmarkId)).toBeNull();
    const readings = openReadingTable(connection);
    const reading = { labelScheme: "bates", turned: [{ page: 2, by: 90 }], cropsMargins: true } as const;
    readings.update(early, reading);
    expect([readings.find(early), readings.find(late)]).toEqual([reading, PLAIN_READING]);
  });
});

describe("views of the library", () => {
  it("have names that are unique without regard to case", () => {
    const views = openLibraryViewTable(setUpCaseDatabase());
    const view: LibraryLayout = { layout: "grid", columns: [], sort: [], group: "family", filters: [], contains: [] };
    const viewId = ids.next("library-view");
    views.insert({ viewId, name: "Überblick", view });
    expect(() => views.insert({ viewId: ids.next("library-view"), name: "überBLICK", view })).toThrow("UNIQUE");
    views.update(viewId, { name: "Mail", view: { ...view, layout: "table" } });
    expect(views.findByName("MAIL")).toEqual({ viewId, name: "Mail", view: { ...view, layout: "table" } });
    expect([views.list().length, views.find(viewId)?.name]).toEqual([1, "Mail"]);
    views.delete(viewId);
    expect(views.list()).toEqual([]);
  });
});
