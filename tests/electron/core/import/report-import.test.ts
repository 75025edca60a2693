import { describe, expect, it } from "vitest";
import { reportImport } from "#core/import/report-import.ts";
import { reportToCsv, reportToJson } from "#core/import/report-text.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { fakeFile } from "../../../support/fake-files.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUpImported() {
  const test = await setUpTestCase();
  const first = await test.importAll({
    "note.pdf": {
      title: "Note",
      pages: [
        { text: "SPECIMEN note", label: "i", language: "eng" },
        { text: "", textState: "none", pictured: 1 },
        { text: "SPECIMEN\u0001\u0002", textState: "garbage" },
        { text: "open", hidden: [{ box: [0, 0, 9, 9], characters: 5, cover: "box" }] },
      ],
    },
    "box.zip": fakeFile({
      container: {
        children: [
          { name: "inner.pdf", file: { pdf: { pages: ["SPECIMEN inner"] } } },
          { name: "locked.pdf", refused: "import/encrypted" },
        ],
        notices: [{ kind: "damaged-part", detail: "One part was damaged." }],
      },
    }),
  });
  const second = await test.importAll({ "copy.pdf": { pages: ["SPECIMEN inner"] }, "empty.pdf": new Uint8Array(0) });
  return { test, ports: test.ports(), first, second };
}

describe("the report of imports", () => {
  it("has every file of every import, how it was read, and what was not and why", async () => {
    const { ports, test, first, second } = await setUpImported();
    const files = reportImport(ports, null, false);
    expect(files.map(({ jobId }) => jobId)).toEqual([
      ...first.files.map(() => first.jobId),
      ...second.files.map(() => second.jobId),
    ]);
    const byPath = new Map(files.map((file) => [file.path.replace(`${test.given}/`, ""), file]));
    expect(byPath.get("note.pdf")).toMatchObject({
      outcome: "imported",
      format: "pdf",
      how: ["text-layer"],
      pages: 4,
      pagesWaiting: 2,
      pagesWithoutText: 2,
      within: null,
      pageReports: [],
    });
    expect(byPath.get("box.zip")).toMatchObject({
      format: "zip",
      how: ["rendition"],
      notices: [{ detail: "One part was damaged." }],
    });
    expect(byPath.get("box.zip › inner.pdf")?.within).toMatch(/box\.zip$/u);
    expect(byPath.get("box.zip › locked.pdf")).toMatchObject({
      outcome: "failed",
      reason: "import/encrypted",
      how: [],
    });
    expect(byPath.get("copy.pdf")).toMatchObject({ outcome: "duplicate", format: "pdf", pages: 0 });
    expect(byPath.get("copy.pdf")?.sha256).toBe(byPath.get("box.zip › inner.pdf")?.sha256);
    expect(byPath.get("empty.pdf")).toMatchObject({ outcome: "failed", reason: "import/empty", sha256: null });
  });

  it("has a line for each page when asked, with what is missing of it", async () => {
    const { ports, first } = await setUpImported();
    const files = reportImport(ports, first.jobId, true);
    expect(files).toHaveLength(first.given);
    const pages = files.find((file) => file.path.endsWith("note.pdf"))?.pageReports ?? [];
    expect(pages.map(({ page, label, language, ocr }) => [page, label, language, ocr])).toEqual([
      [1, "i", "eng", "not-needed"],
      [2, null, null, "waiting"],
      [3, null, null, "waiting"],
      [4, null, null, "not-needed"],
    ]);
    expect(pages.map(({ problem }) => problem)).toEqual([
      null,
      "The page waits for OCR.",
      "The page waits for OCR. Its text layer is not readable.",
      "Text lies hidden under a cover in 1 place.",
    ]);
  });

  it("knows no import that is not there", async () => {
    const { ports } = await setUpImported();
    await expectFailure("job/not-found", () => reportImport(ports, createTestIds(900).next("job"), false));
  });
});

describe("the report as text", () => {
  const hostile = [
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\ufffd=1"],
    [" \u200b=1", "' \u200b=1"],
    ["＝1", "'＝1"],
    ['a "b", c', '"a ""b"", c"'],
    ["line\nbreak\u001b[2J\u202e", "line\ufffdbreak\ufffd[2J\ufffd"],
  ] as const;

  it.each(hostile)("makes the name %j harmless for spreadsheets and terminals", async (path, expected) => {
    const { ports } = await setUpImported();
    const [file] = reportImport(ports, null, false);
    if (file === undefined) throw new Error("nothing was imported");
    const csv = reportToCsv([{ ...file, path }], false);
    const line = csv.split("\r\n")[1] ?? "";
    expect(line.slice(file.jobId.length + 1).startsWith(`${expected},`)).toBe(true);
    const json = reportToJson([{ ...file, path }]);
    expect(JSON.parse(json)).toMatchObject([{ path }]);
    expect(json).not.toMatch(/[\u001b\u202e]/u);
  });

  it("has as many cells in each line as in the first, and a line for each page", async () => {
    const { ports, first } = await setUpImported();
    const files = reportImport(ports, first.jobId, true);
    const csv = reportToCsv(files, true);
    expect(csv.startsWith("\ufeffimport,path,")).toBe(true);
    const lines = csv.split("\r\n").slice(0, -1);
    expect(new Set(lines.map((line) => line.replaceAll(/"[^"]*"/gu, "").split(",").length)).size).toBe(1);
    const rows = files.reduce((sum, file) => sum + Math.max(1, file.pageReports.length), 0);
    expect(lines).toHaveLength(rows + 1);
  });
});
