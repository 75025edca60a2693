import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { jobIdSchema } from "#shared/base/ids.ts";
import type { ImportAccount, Job } from "#shared/model/job.ts";
import {
  accountBalances,
  accountParts,
  failedFiles,
  isResumable,
  jobDone,
  jobDoneOf,
  jobEnding,
  jobHeadline,
  jobShare,
  pageRate,
  timeLeft,
} from "../../../renderer/jobs/job-figures.ts";
import { noneWith, outcomeCount, outcomeLabel } from "../../../renderer/jobs/outcome-words.ts";
import { sayRich } from "../../../renderer/messages/say.ts";
import { inSpanish } from "../passages/support.ts";

const jobId = jobIdSchema.parse("job_000000000001");

function job(fields: Partial<Job>): Job {
  return {
    jobId,
    kind: "import",
    status: "running",
    title: "Import",
    done: 0,
    total: 0,
    pages: 0,
    failed: 0,
    current: null,
    startedAt: "2026-01-01T00:00:00Z",
    finishedAt: null,
    error: null,
    ...fields,
  };
}

function account(fields: Partial<ImportAccount>): ImportAccount {
  return {
    jobId,
    given: 214,
    imported: 198,
    duplicate: 9,
    failed: 4,
    skipped: 3,
    pending: 0,
    pages: 0,
    pagesWithoutText: 0,
    files: [],
    ...fields,
  };
}

describe("the account", () => {
  test("is a sum of its parts, each in words", () => {
    const parts = accountParts(account({})).map(({ outcome, count }) => `${count} ${outcomeLabel("import", outcome)}`);
    expect(parts).toEqual(["198 imported", "9 duplicate", "4 failed", "3 skipped"]);
    expect(accountBalances(account({}))).toBe(true);
  });

  test("names what is pending while there is any", () => {
    const running = account({ imported: 100, pending: 98 });
    expect(accountParts(running).at(-1)).toEqual({ outcome: "pending", count: 98 });
    expect(accountBalances(running)).toBe(true);
  });

  test("that does not add up is never shown as if it did", () => {
    const wrong = account({ imported: 197 });
    expect(accountBalances(wrong)).toBe(false);
  });
});

describe("progress", () => {
  test("is unknown until files are listed", () => {
    expect(jobShare(job({}))).toBeNull();
    expect(jobHeadline(job({}))).toBe("Reading…");
  });

  test("is a share of the files", () => {
    expect(jobHeadline(job({ done: 64, total: 100 }))).toMatch(/^Reading 64/);
    expect(jobHeadline(job({ kind: "rebuild-index", done: 1, total: 4 }))).toMatch(/^Rebuilding 25/);
  });

  test("has a rate once a second has passed, and keeps its last rate when it has ended", () => {
    const start = Date.parse("2026-01-01T00:00:00Z");
    const running = job({ pages: 300 });
    expect(pageRate(running, start + 500)).toBeNull();
    expect(pageRate(running, start + 3000)).toBe(100);
    const ended = job({ pages: 300, finishedAt: "2026-01-01T00:00:02Z" });
    expect(pageRate(ended, start + 60_000)).toBe(150);
  });
});

describe("the end of a job", () => {
  test("a running one has none", () => {
    expect(jobEnding(job({}))).toBeNull();
  });

  test("says files, pages and failures", () => {
    expect(jobEnding(job({ status: "done", done: 13, pages: 190 }))).toBe("Import finished: 13 files, 190 pages read.");
    expect(jobEnding(job({ status: "done", done: 13, pages: 190, failed: 1 }))).toContain("1 file failed");
  });

  test("a failed one says why", () => {
    expect(jobEnding(job({ status: "failed", error: "The disk is full." }))).toBe("The disk is full.");
  });

  test("cancelled and interrupted ones can go on", () => {
    const resumable = (["running", "interrupted", "cancelled", "done", "failed"] as const).filter((status) =>
      isResumable(job({ status })),
    );
    expect(resumable).toEqual(["interrupted", "cancelled"]);
  });
});

test("failures of all jobs are counted", () => {
  expect(failedFiles([job({ failed: 4 }), job({ failed: 1 }), job({})])).toBe(5);
});

describe("timeLeft", () => {
  const now = Date.parse("2026-01-01T00:01:00Z");

  test("goes by the share of files that are done", () => {
    expect(timeLeft(job({ done: 25, total: 100 }), now)).toBe(180_000);
  });

  test.each([
    ["nothing is listed", job({}), now],
    ["less than a twentieth is done", job({ done: 4, total: 100 }), now],
    ["it has only begun", job({ done: 50, total: 100 }), Date.parse("2026-01-01T00:00:02Z")],
    ["all is done", job({ done: 100, total: 100 }), now],
  ])("is not guessed when %s", (_, running, at) => {
    expect(timeLeft(running, at)).toBeNull();
  });
});

test("OCR counts documents, and says what became of them in its own words", () => {
  expect(jobDone(job({ done: 1 }))).toBe("1 file");
  expect(jobDone(job({ kind: "ocr", done: 4 }))).toBe("4 documents");
  expect(jobDoneOf(job({ done: 3, total: 1200 }))).toBe("3 of 1,200 files");
  expect(outcomeLabel("import", "imported")).toBe("imported");
  expect(outcomeLabel("ocr", "imported")).toBe("recognised");
  expect(noneWith("ocr", "imported")).toBe("No document was recognised.");
});

test("in Spanish, numbers choose their nouns and their figures", () =>
  inSpanish(() => {
    expect(jobEnding(job({ status: "done", done: 13, pages: 1, failed: 1 }))).toBe(
      "Importación terminada: 13 archivos, 1 página leída. 1 archivo falló: vea el informe.",
    );
    expect(jobDoneOf(job({ kind: "ocr", done: 3, total: 12_000 }))).toBe("3 de 12.000 documentos");
    const drawn = (count: number) =>
      renderToStaticMarkup(
        sayRich(outcomeCount("import", "duplicate"), { count, b: (words) => createElement("b", { key: "b" }, words) }),
      );
    expect([drawn(1), drawn(2)]).toEqual(["<b>1</b> duplicado", "<b>2</b> duplicados"]);
  }));
