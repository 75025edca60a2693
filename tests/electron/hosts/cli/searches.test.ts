import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readText } from "#hosts/cli/read-text.ts";
import type { SynonymId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { TermReport } from "#shared/model/search-report.ts";
import { createFakeBackend } from "../../../contract/support/fake-backend.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTempFolder } from "../../../support/temp-folder.ts";
import { makeCertificate } from "../../core/search/make-certificate.ts";
import { runInProcess } from "./run-in-process.ts";

const OPTIONS = { stemming: true, synonyms: true, confident: false, without: [], filters: [] };

const REPORT: TermReport = {
  options: OPTIONS,
  lines: [
    {
      line: 1,
      query: "=refund",
      problem: null,
      ...{ documents: 2, pages: 3, hits: 1204, uniqueDocuments: 1, uniqueHits: 4, withFamilies: 5 },
    },
    {
      line: 2,
      query: "a AND",
      problem: { message: "Here a word is missing.", offset: 5 },
      ...{ documents: 0, pages: 0, hits: 0, uniqueDocuments: 0, uniqueHits: 0, withFamilies: 0 },
    },
  ],
  documents: 2,
  withFamilies: 5,
  allDocuments: 9,
  madeAt: "2026-03-01T09:30:00.000Z",
};

const FILE = { path: "/x/t.csv", name: "t.csv", bytes: 1, sha256: "00", annotations: 0 };

/** A backend that answers searches, and what it was asked. */
function setUp() {
  const asked: (readonly [string, unknown])[] = [];
  const backend = createFakeBackend({
    handlers: {
      "case.open": () => ({
        directory: "m",
        title: "",
        createdAt: "",
        documents: 0,
        pages: 0,
        pagesWithoutText: 0,
        passages: 0,
        briefs: 0,
      }),
      "search.terms": (input) => {
        asked.push(["search.terms", input]);
        return REPORT;
      },
      "search.export-terms": (input) => {
        asked.push(["search.export-terms", input]);
        return FILE;
      },
      "search.recertify": (input) => {
        asked.push(["search.recertify", input]);
        const certificate = makeCertificate();
        const isKnown = input.certificate === "known";
        const differences = isKnown ? [] : ["Hits: 0 before, 2 now."];
        return { before: certificate, now: certificate, differences, journaled: isKnown };
      },
      "search.explain": () => {
        throw new ProbativeError("search/syntax", "Here a word is missing.", { offset: 7 });
      },
      "synonyms.add": (input) => {
        asked.push(["synonyms.add", input]);
        return { synonymId: "syn_000000000001" as SynonymId, names: input.names };
      },
    },
  });
  const run = (...words: readonly string[]) =>
    runInProcess([...words, "--case", "m"], backend, {
      readText: async (path) => (path === "known.json" ? "known" : `text of ${path}`),
    });
  return { asked, run };
}

describe("search terms", () => {
  it("reads the list from the file that is named and prints a table, with what is wrong below it", async () => {
    const { asked, run } = setUp();
    const { exitCode, stdout } = await run("search", "terms", "list.txt", "--no-stemming");
    expect(asked).toEqual([["search.terms", { ...OPTIONS, stemming: false, text: "text of list.txt" }]]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/line\s+search\s+documents\s+pages\s+hits/);
    expect(stdout).toMatch(/1\s+=refund\s+2\s+3\s+1,204\s+1\s+4\s+5/);
    expect(stdout).toContain("2 documents of 9 in all, 5 with families");
    expect(stdout).toContain("! line 2, character 6: Here a word is missing.");
  });

  it("prints CSV and JSON when they are asked for and no file is to be written", async () => {
    const { asked, run } = setUp();
    const csv = await run("search", "terms", "-", "--format", "csv");
    expect(asked).toEqual([["search.terms", { ...OPTIONS, text: "text of -" }]]);
    expect(csv.stdout.split(/\r?\n/)[1]).toBe("1,'=refund,2,3,1204,1,4,5,,");
    expect(JSON.parse((await run("search", "terms", "-", "--format", "json")).stdout)).toEqual(REPORT);
    expect(JSON.parse((await run("search", "terms", "-", "--format", "csv", "--json")).stdout)).toEqual(REPORT);
  });

  it("writes a file with --out, which XLSX needs", async () => {
    const { asked, run } = setUp();
    expect((await run("search", "terms", "l.txt", "--format", "xlsx", "--out", "t.xlsx")).exitCode).toBe(0);
    const input = { ...OPTIONS, text: "text of l.txt", format: "xlsx", out: "t.xlsx", overwrite: false };
    expect(asked).toEqual([["search.export-terms", input]]);
    await run("search", "terms", "l.txt", "--out", "t.XLSX");
    expect(asked[1]).toEqual(["search.export-terms", { ...input, out: "t.XLSX" }]);
    const failed = await run("search", "terms", "l.txt", "--format", "xlsx");
    expect(failed.exitCode).toBe(2);
    expect(failed.stderr).toContain("xlsx is written to a file; give its name with --out");
  });
});

it("search recertify exits with 7 for a certificate that differs or is not known", async () => {
  const { run } = setUp();
  const known = await run("search", "recertify", "known.json");
  expect([known.exitCode, known.stdout.includes("Nothing differs.")]).toEqual([0, true]);
  const other = await run("search", "recertify", "other.json");
  expect(other.exitCode).toBe(7);
  expect(other.stdout).toContain("Hits: 0 before, 2 now.");
  expect(other.stdout).toContain("does not know this certificate");
});

it("a search that cannot be read is shown with a mark at the character, and exits with 2", async () => {
  const { run } = setUp();
  const { exitCode, stderr, stdout } = await run("search", "explain", "año AND\u001b[2J");
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr.split("\n").slice(0, 2)).toEqual(["año AND\ufffd[2J", "       ^"]);
  expect(stderr).toContain("(search/syntax)");
});

it("synonyms are named one after the other, without a field that only windows have a use for", async () => {
  const { asked, run } = setUp();
  const { stdout } = await run("synonyms", "add", "CECOT", "Centro de Confinamiento");
  expect(asked).toEqual([["synonyms.add", { names: ["CECOT", "Centro de Confinamiento"] }]]);
  expect(stdout).toBe("syn_000000000001  CECOT = Centro de Confinamiento\n");
  expect((await run("search", "explain", "x", "--asker", "me")).stderr).toContain("unknown option");
});

describe("readText", () => {
  it("reads files in UTF-8 and UTF-16, and the standard input", async () => {
    const folder = setUpTempFolder();
    const write = async (name: string, bytes: Uint8Array) => {
      await writeFile(join(folder, name), bytes);
      return readText(join(folder, name), Readable.from([]));
    };
    expect(await write("8", Buffer.from("\ufeffnúñez\n"))).toBe("núñez\n");
    expect(await write("16", Buffer.from("\ufeffnúñez", "utf16le"))).toBe("núñez");
    expect(await write("16be", Buffer.from("\ufeffnúñez", "utf16le").swap16())).toBe("núñez");
    expect(await readText("-", Readable.from([Buffer.from("a\n"), Buffer.from("b")]))).toBe("a\nb");
  });

  it("names the file that cannot be read", async () => {
    const folder = setUpTempFolder();
    for (const path of [join(folder, "none.txt"), folder]) {
      const failure = await expectFailure("input/invalid", () => readText(path, Readable.from([])));
      expect(failure.message).toContain(path);
    }
  });
});
