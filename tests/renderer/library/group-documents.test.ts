import { describe, expect, test } from "vitest";
import { NO_FIELDS } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { LibraryGroup } from "#shared/model/library-view.ts";
import { gridLines, nextInGrid } from "../../../renderer/library/grid-lines.ts";
import { groupRows } from "../../../renderer/library/group-documents.ts";
import { indexLibrary } from "../../../renderer/library/library-index.ts";
import { summaryOf } from "../support/document-summary.ts";

const held = (title: string, custodian: string | null, more: Partial<DocumentSummary> = {}) =>
  summaryOf({ title, fields: { ...NO_FIELDS, custodian }, ...more });

const mail = held("mail", "Voss", { children: 1, sourcePath: "/in/a/mail.eml" });
const archive = held("archive", "Ada", { parents: [mail.documentId], children: 1, sourcePath: "/in/b/x.zip" });
const letter = held("letter", "Voss", { parents: [archive.documentId], sourcePath: "/in/b/letter.pdf" });
const scan = held("scan", null, { sourcePath: "/in/a/scan.pdf" });
const all = [mail, archive, letter, scan];
const clusters = [{ documents: [scan.documentId, mail.documentId], pairs: [] }];

function shown(by: LibraryGroup, folded: readonly string[] = []): readonly string[] {
  const index = indexLibrary(all, new Map());
  return groupRows(index, [3, 2, 1, 0], by, clusters, new Set(folded)).map((row) =>
    row.kind === "group" ? `${row.open ? "▾" : "▸"} ${row.label} (${row.documents.length})` : row.document.title,
  );
}

describe("groupRows", () => {
  test("no groups: the documents in their order", () => {
    expect(shown("none")).toEqual(["scan", "letter", "archive", "mail"]);
  });

  test("a family goes by the file that holds all of it, however deep", () => {
    expect(shown("family")).toEqual(["▾ mail (3)", "letter", "archive", "mail", "▾ Stands alone (1)", "scan"]);
  });

  test("custodians and folders come by name, documents without one at the end", () => {
    expect(shown("custodian")).toEqual([
      "▾ Ada (1)",
      "archive",
      "▾ Voss (2)",
      "letter",
      "mail",
      "▾ Custodian not known (1)",
      "scan",
    ]);
    expect(shown("source")).toEqual(["▾ /in/a (2)", "scan", "mail", "▾ /in/b (2)", "letter", "archive"]);
  });

  test("documents that repeat each other come together", () => {
    expect(shown("duplicates")).toEqual(["▾ scan (2)", "scan", "mail", "▾ Repeats nothing (2)", "letter", "archive"]);
  });

  test("a folded group shows how many it holds and none of them", () => {
    expect(shown("source", ["group:source:/in/a"])).toEqual(["▸ /in/a (2)", "▾ /in/b (2)", "letter", "archive"]);
  });

  test("a family that holds itself ends", () => {
    const one = held("one", null, { children: 1 });
    const two = held("two", null, { children: 1, parents: [one.documentId] });
    const loop = [{ ...one, parents: [two.documentId] }, two];
    const rows = groupRows(indexLibrary(loop, new Map()), [0, 1], "family", [], new Set());
    expect(rows.filter((row) => row.kind === "document")).toHaveLength(2);
  });
});

describe("the grid", () => {
  const index = indexLibrary(all, new Map());
  // Ada, archive | Voss, letter, mail | not known, scan
  const lines = gridLines(groupRows(index, [3, 2, 1, 0], "custodian", [], new Set()), 2);

  test("headings stand alone, documents side by side", () => {
    expect(lines.map(({ heading, from, count }) => [heading?.label ?? null, from, count])).toEqual([
      ["Ada", 0, 1],
      [null, 1, 1],
      ["Voss", 2, 1],
      [null, 3, 2],
      ["Custodian not known", 5, 1],
      [null, 6, 1],
    ]);
    const plain = groupRows(index, [0, 1, 2], "none", [], new Set());
    expect(gridLines(plain, 2).map(({ from, count }) => [from, count])).toEqual([
      [0, 2],
      [2, 1],
    ]);
  });

  test("keys go sideways over all, up and down by lines, and no further than the ends", () => {
    expect(nextInGrid("ArrowRight", 3, lines)).toBe(4);
    expect(nextInGrid("ArrowDown", 4, lines)).toBe(5);
    expect(nextInGrid("ArrowUp", 6, lines)).toBe(5);
    expect(nextInGrid("ArrowUp", 0, lines)).toBe(0);
    expect(nextInGrid("PageDown", 1, lines)).toBe(5);
    expect(nextInGrid("End", 0, lines)).toBe(6);
    expect(nextInGrid("ArrowDown", -1, lines)).toBe(0);
    expect(nextInGrid("x", 0, lines)).toBe(-1);
    expect(nextInGrid("End", 0, [])).toBe(-1);
  });
});
