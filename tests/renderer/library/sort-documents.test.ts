import { describe, expect, test } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import {
  filterDocuments,
  type LibraryColumn,
  sortDocuments,
  toggleSort,
} from "../../../renderer/library/sort-documents.ts";
import { inSpanish } from "../passages/support.ts";
import { summaryOf } from "../support/document-summary.ts";

const by = (title: string, author: string) => summaryOf({ title, fields: { ...NO_FIELDS, author } });

function titles(documents: readonly DocumentSummary[], column: LibraryColumn, descending: boolean): readonly string[] {
  return sortDocuments(documents, { column, descending }).map(({ title }) => title);
}

describe("sortDocuments", () => {
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

  test("equal ones keep the order of import", () => {
    const documents = ["c", "a", "b"].map((title) => summaryOf({ title, pages: 4 }));
    expect(titles(documents, "pages", true)).toEqual(["c", "a", "b"]);
  });
});

describe("toggleSort", () => {
  test("turns the order of the same column, and begins with the large end of figures", () => {
    const byTitle = { column: "title", descending: false } as const;
    expect(toggleSort(byTitle, "title")).toEqual({ column: "title", descending: true });
    expect(toggleSort(byTitle, "pages")).toEqual({ column: "pages", descending: true });
    expect(toggleSort(byTitle, "author")).toEqual({ column: "author", descending: false });
  });
});

describe("filterDocuments", () => {
  const note = by("Nota verbal 44/2025 de la Nación", "Embajada");
  const scan = summaryOf({ title: "Voucher 7", pagesWithoutText: 2, sourcePath: "/in/Payments/v7.pdf" });

  test.each([
    ["nacion", [note]],
    ["NOTA embajada", [note]],
    ["payments", [scan]],
    ["nota voucher", []],
    ["  ", [note, scan]],
  ])("%j finds what has all the words", (text, found) => {
    expect(filterDocuments([note, scan], { text })).toEqual(found);
  });
});
