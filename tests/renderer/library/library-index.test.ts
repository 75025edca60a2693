import { describe, expect, test } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { DocumentTags } from "../../../renderer/library/document-values.ts";
import { type LibraryColumn, type LibrarySort, toggleSort } from "../../../renderer/library/library-column.ts";
import { indexLibrary, matchPlaces, orderPlaces } from "../../../renderer/library/library-index.ts";
import { inSpanish } from "../passages/support.ts";
import { summaryOf } from "../support/document-summary.ts";

const NO_TAGS: DocumentTags = new Map();
const by = (title: string, author: string) => summaryOf({ title, fields: { ...NO_FIELDS, author } });

function ordered(documents: readonly DocumentSummary[], sorts: readonly LibrarySort[]): readonly string[] {
  const index = indexLibrary(documents, NO_TAGS);
  const places = documents.map((_, place) => place);
  return orderPlaces(index, places, sorts).map((place) => documents[place]?.title ?? "");
}

function titles(documents: readonly DocumentSummary[], column: LibraryColumn, descending: boolean): readonly string[] {
  return ordered(documents, [{ column, descending }]);
}

describe("orderPlaces", () => {
  test("numbers in titles count by value, letter case and accents come after", () => {
    const documents = ["Ex. 10", "ex. 2", "Éxhibit", "Exhibit 1"].map((title) => summaryOf({ title }));
    expect(titles(documents, "title", false)).toEqual(["ex. 2", "Ex. 10", "Éxhibit", "Exhibit 1"]);
  });

  test("documents without a value stand last in both directions", () => {
    const documents = [summaryOf({ title: "none" }), by("b", "B"), by("a", "A")];
    expect(titles(documents, "author", false)).toEqual(["a", "b", "none"]);
    expect(titles(documents, "author", true)).toEqual(["b", "a", "none"]);
  });

  test("dates count at the precision that they have", () => {
    const dated = (date: string | null) => summaryOf({ title: String(date), fields: { ...NO_FIELDS, date } });
    const documents = [dated("2025-03-15"), dated("2025"), dated(null), dated("2024-12"), dated("2025-03")];
    expect(titles(documents, "date", false)).toEqual(["2024-12", "2025", "2025-03", "2025-03-15", "null"]);
  });

  test("the language of the interface orders words and names what codes stand for", () => {
    const named = ["Nz", "Ña"].map((title) => summaryOf({ title }));
    expect(titles(named, "title", false)).toEqual(["Ña", "Nz"]);
    const kinds = (["complaint", "table", "letter"] as const).map((kind) =>
      summaryOf({ title: kind, fields: { ...NO_FIELDS, kind } }),
    );
    expect(titles(kinds, "kind", false)).toEqual(["complaint", "letter", "table"]);
    const languages = ["deu", "eng", "spa"].map((language) =>
      summaryOf({ title: language, fields: { ...NO_FIELDS, language } }),
    );
    expect(titles(languages, "language", false)).toEqual(["eng", "deu", "spa"]);
    inSpanish(() => {
      expect(titles(named, "title", false)).toEqual(["Nz", "Ña"]);
      // Carta, Demanda, Tabla
      expect(titles(kinds, "kind", false)).toEqual(["letter", "complaint", "table"]);
      // Alemán, Español, Inglés
      expect(titles(languages, "language", false)).toEqual(["deu", "spa", "eng"]);
    });
  });

  test("equal ones are told apart by the next column, and keep the order of import at last", () => {
    const documents = ["c", "a", "b"].map((title) => summaryOf({ title, pages: 4 }));
    expect(titles(documents, "pages", true)).toEqual(["c", "a", "b"]);
    const more = [summaryOf({ title: "d", pages: 9 }), ...documents];
    const byPagesThenTitle = [
      { column: "pages", descending: false },
      { column: "title", descending: true },
    ] as const;
    expect(ordered(more, byPagesThenTitle)).toEqual(["c", "b", "a", "d"]);
  });
});

describe("toggleSort", () => {
  const byTitle = [{ column: "title", descending: false }] as const;

  test("turns the order of the same column, and begins with the large end of figures", () => {
    expect(toggleSort(byTitle, "title", false)).toEqual([{ column: "title", descending: true }]);
    expect(toggleSort(byTitle, "pages", false)).toEqual([{ column: "pages", descending: true }]);
    expect(toggleSort(byTitle, "author", false)).toEqual([{ column: "author", descending: false }]);
  });

  test("with Shift a column is added, turned, and taken away again", () => {
    const two = toggleSort(byTitle, "pages", true);
    expect(two).toEqual([...byTitle, { column: "pages", descending: true }]);
    const turned = toggleSort(two, "pages", true);
    expect(turned).toEqual([...byTitle, { column: "pages", descending: false }]);
    expect(toggleSort(turned, "pages", true)).toEqual(byTitle);
  });
});

describe("matchPlaces", () => {
  const note = by("Nota verbal 44/2025 de la Nación", "Embajada");
  const scan = summaryOf({ title: "Voucher 7", pagesWithoutText: 2, sourcePath: "/in/Payments/v7.pdf" });
  const breach = { tagId: "tag_000000000001", name: "Breach › Notice" } as Tag;
  const index = indexLibrary([note, scan], new Map([[scan.documentId, [breach]]]));

  test.each([
    ["nacion", [0]],
    ["NOTA embajada", [0]],
    ["payments", [1]],
    ["nota voucher", []],
    ["  ", [0, 1]],
  ])("%j finds what has all the words", (text, found) => {
    expect(matchPlaces(index, { text, contains: {} })).toEqual(found);
  });

  test.each([
    [{ title: "nacion" }, [0]],
    [{ tags: "notice" }, [1]],
    [{ pagesWithoutText: "without" }, [1]],
    [{ folder: "payments", author: "embajada" }, []],
    [{ author: "" }, [0, 1]],
  ])("columns have to contain %j", (contains, found) => {
    expect(matchPlaces(index, { text: "", contains })).toEqual(found);
  });
});
