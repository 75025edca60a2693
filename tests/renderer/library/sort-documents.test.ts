import { describe, expect, test } from "vitest";
import { documentIdSchema } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import {
  filterDocuments,
  type LibraryColumn,
  sortDocuments,
  toggleSort,
} from "../../../renderer/library/sort-documents.ts";

let made = 0;
function document(fields: Partial<DocumentSummary>): DocumentSummary {
  made += 1;
  return {
    documentId: documentIdSchema.parse(`doc_${String(made).padStart(12, "0")}`),
    title: "Title",
    shortName: "Short",
    fileName: "file.pdf",
    sourcePath: "/in/file.pdf",
    sha256: "00",
    bytes: 1,
    pages: 1,
    pagesWithoutText: 0,
    importedAt: "2026-01-01T00:00:00Z",
    author: null,
    created: null,
    passages: 0,
    ...fields,
  };
}

function titles(documents: readonly DocumentSummary[], column: LibraryColumn, descending: boolean): readonly string[] {
  return sortDocuments(documents, { column, descending }).map(({ title }) => title);
}

describe("sortDocuments", () => {
  test("numbers in titles count by value, letter case and accents come after", () => {
    const documents = ["Ex. 10", "ex. 2", "Éxhibit", "Exhibit 1"].map((title) => document({ title }));
    expect(titles(documents, "title", false)).toEqual(["ex. 2", "Ex. 10", "Éxhibit", "Exhibit 1"]);
  });

  test("documents without a value stand last in both directions", () => {
    const documents = [
      document({ title: "none", author: null }),
      document({ title: "b", author: "B" }),
      document({ title: "a", author: "A" }),
      document({ title: "empty", author: "" }),
    ];
    expect(titles(documents, "author", false)).toEqual(["a", "b", "none", "empty"]);
    expect(titles(documents, "author", true)).toEqual(["b", "a", "none", "empty"]);
  });

  test("dates count by time, not by how they are written; what is no date stands last", () => {
    const documents = [
      document({ title: "noon in UTC", created: "2025-03-13T12:00:00Z" }),
      document({ title: "later, west of it", created: "2025-03-13T11:00:00-04:00" }),
      document({ title: "garbage", created: "D:2025" }),
    ];
    expect(titles(documents, "created", true)).toEqual(["later, west of it", "noon in UTC", "garbage"]);
  });

  test("equal ones keep the order of import", () => {
    const documents = ["c", "a", "b"].map((title) => document({ title, pages: 4 }));
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
  const note = document({ title: "Nota verbal 44/2025 de la Nación", author: "Embajada" });
  const scan = document({ title: "Voucher 7", pagesWithoutText: 2, sourcePath: "/in/Payments/v7.pdf" });

  test.each([
    ["nacion", [note]],
    ["NOTA embajada", [note]],
    ["payments", [scan]],
    ["nota voucher", []],
    ["  ", [note, scan]],
  ])("%j finds what has all the words", (text, found) => {
    expect(filterDocuments([note, scan], { text, onlyNeedsOcr: false })).toEqual(found);
  });

  test("can be narrowed to what needs OCR", () => {
    expect(filterDocuments([note, scan], { text: "", onlyNeedsOcr: true })).toEqual([scan]);
  });
});
