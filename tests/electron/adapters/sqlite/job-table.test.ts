import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sql } from "#adapters/sqlite/connection.ts";
import { openJobTable } from "#adapters/sqlite/job-table.ts";
import type { FileResult, FoundChild, JobRequest } from "#core/ports/job-store.ts";
import { newDocumentId, setUpCaseDatabase } from "../../../support/test-database.ts";
import { createTestIds } from "../../../support/test-program.ts";

const AT = "2026-03-01T09:30:00.000Z";
const ids = createTestIds();
const REQUEST: JobRequest = { paths: ["/matter"], incomingFolder: null, documents: null };
const encoder = new TextEncoder();

function result(change: Partial<FileResult>): FileResult {
  return {
    outcome: "failed",
    reason: "import/corrupt",
    message: "Damaged.",
    documentId: null,
    pages: 0,
    pagesWithoutText: 0,
    ...change,
  };
}

function setUpJobs() {
  const jobs = openJobTable(setUpCaseDatabase());
  const jobId = ids.next("job");
  jobs.create(jobId, "import", "Import", REQUEST, AT);
  const add = (...names: readonly string[]) => {
    jobs.addFiles(
      jobId,
      names.map((name) => ({ path: encoder.encode(name), shownPath: name, result: null })),
    );
  };
  return { jobs, jobId, add };
}

describe("jobs", () => {
  it("remember what they were asked and are listed latest first", () => {
    const { jobs, jobId } = setUpJobs();
    const second = ids.next("job");
    const request = { ...REQUEST, documents: [newDocumentId()], incomingFolder: "/case/incoming/x" };
    jobs.create(second, "rebuild-index", "Rebuild", request, AT);
    expect(jobs.request(second)).toEqual(request);
    expect(jobs.list().map((job) => job.jobId)).toEqual([second, jobId]);
    expect(jobs.find(ids.next("job"))).toBeNull();
    expect(jobs.account(ids.next("job"))).toBeNull();
    expect(jobs.isListed(jobId)).toBe(false);
    jobs.markListed(jobId);
    expect(jobs.isListed(jobId)).toBe(true);
  });

  it("take each path once, by its bytes", () => {
    const { jobs, jobId, add } = setUpJobs();
    add("a", "b");
    add("b", "c");
    const bad = (byte: number) => ({ path: Uint8Array.of(0x66, byte), shownPath: "f\ufffd", result: null });
    jobs.addFiles(jobId, [bad(0xff), bad(0xfe)]);
    const files = jobs.pendingFiles(jobId, -1, 10);
    expect(files.map(({ position, shownPath }) => [position, shownPath])).toEqual([
      [0, "a"],
      [1, "b"],
      [2, "c"],
      [3, "f\ufffd"],
      [4, "f\ufffd"],
    ]);
    expect(files.slice(3).map(({ path }) => [...path])).toEqual([
      [0x66, 0xff],
      [0x66, 0xfe],
    ]);
    expect(jobs.pendingFiles(jobId, 1, 2).map(({ position }) => position)).toEqual([2, 3]);
  });

  it("count what became of their files", () => {
    const { jobs, jobId, add } = setUpJobs();
    add("a", "b", "c", "d");
    const documentId = newDocumentId();
    jobs.addFiles(jobId, [{ path: encoder.encode("link"), shownPath: "link", result: result({ outcome: "skipped" }) }]);
    const imported = { outcome: "imported", reason: null, message: null, documentId } as const;
    jobs.record(jobId, 0, result({ ...imported, pages: 3, pagesWithoutText: 1 }));
    jobs.record(jobId, 1, result({ outcome: "duplicate", reason: "import/duplicate", documentId }));
    jobs.record(jobId, 2, result({}));
    const account = jobs.account(jobId);
    expect(account).toMatchObject({
      given: 5,
      imported: 1,
      duplicate: 1,
      failed: 1,
      skipped: 1,
      pending: 1,
      pages: 3,
      pagesWithoutText: 1,
    });
    expect(account?.files[0]).toEqual({ path: "a", outcome: "imported", documentId });
    expect(account?.files[3]).toEqual({ path: "d", outcome: "pending" });
    expect(jobs.find(jobId)).toMatchObject({ done: 4, total: 5, pages: 3, failed: 1, status: "running" });
    expect(jobs.list()).toEqual([jobs.find(jobId)]);
  });

  it("that were cancelled can be reopened: only what the cancellation skipped is pending again", () => {
    const { jobs, jobId, add } = setUpJobs();
    add("a", "b", "c");
    jobs.record(jobId, 1, result({}));
    const cancelled = result({ outcome: "skipped", reason: "import/cancelled", message: "Cancelled." });
    expect(jobs.recordPending(jobId, cancelled)).toBe(2);
    expect(jobs.account(jobId)).toMatchObject({ given: 3, failed: 1, skipped: 2, pending: 0 });
    jobs.reopenCancelled(jobId);
    expect(jobs.pendingFiles(jobId, -1, 10).map(({ position }) => position)).toEqual([0, 2]);
    expect(jobs.account(jobId)?.files[0]).toEqual({ path: "a", outcome: "pending" });
  });

  it("that were running are interrupted when the case is opened again; others are not", () => {
    const { jobs, jobId } = setUpJobs();
    const done = ids.next("job");
    jobs.create(done, "import", "Import", REQUEST, AT);
    jobs.setStatus(done, "done", AT, null);
    jobs.markInterrupted();
    expect(jobs.find(jobId)?.status).toBe("interrupted");
    expect(jobs.find(done)).toMatchObject({ status: "done", finishedAt: AT });
  });
});

function child(parentPosition: number, childPosition: number, change: Partial<FoundChild> = {}): FoundChild {
  const name = `${parentPosition}-${childPosition}`;
  const inside = { parentPosition, childPosition, name, depth: 1, sha256: `hash of ${name}` };
  return { shownPath: `inside/${name}`, inside, result: null, ...change };
}

describe("files inside of files", () => {
  it("join the account once, after all that were there, and are read like any other", () => {
    const { jobs, jobId, add } = setUpJobs();
    add("a.zip", "b.pdf");
    const refused = child(0, 1, { result: result({ reason: "import/corrupt" }) });
    jobs.addChildren(jobId, [child(0, 0), refused]);
    jobs.addChildren(jobId, [child(0, 0), refused, child(0, 2)]);
    expect(
      jobs.pendingFiles(jobId, 1, 10).map(({ position, shownPath, inside }) => [position, shownPath, inside]),
    ).toEqual([
      [2, "inside/0-0", child(0, 0).inside],
      [4, "inside/0-2", child(0, 2).inside],
    ]);
    expect(jobs.pendingFiles(jobId, -1, 1)[0]?.inside).toBeNull();
    expect(jobs.find(jobId)).toMatchObject({ done: 1, total: 5, failed: 1 });
    const documentId = newDocumentId();
    jobs.record(jobId, 2, result({ outcome: "imported", reason: null, message: null, documentId, pages: 2 }));
    expect(jobs.documentOf(jobId, 2)).toBe(documentId);
    expect(jobs.documentOf(jobId, 4)).toBeNull();
    expect(jobs.documentOf(jobId, 99)).toBeNull();
    expect(jobs.positionOf(jobId, encoder.encode("b.pdf"))).toBe(1);
    expect(() => jobs.positionOf(jobId, encoder.encode("c.pdf"))).toThrow("no such file");
  });

  it("stand in the account after the file that held them, and name it", () => {
    const { jobs, jobId, add } = setUpJobs();
    add("a.zip", "b.zip");
    jobs.addChildren(jobId, [child(1, 1), child(1, 0)]);
    jobs.addChildren(jobId, [child(0, 0)]);
    jobs.addChildren(jobId, [child(3, 0), child(4, 0), child(4, 1)]);
    expect(jobs.account(jobId)?.files.map(({ path, within }) => [path, within])).toEqual([
      ["a.zip", undefined],
      ["inside/0-0", 0],
      ["inside/4-0", 1],
      ["inside/4-1", 1],
      ["b.zip", undefined],
      ["inside/1-0", 4],
      ["inside/3-0", 5],
      ["inside/1-1", 4],
    ]);
    expect(jobs.account(jobId)).toMatchObject({ given: 8, pending: 8 });
  });
});

describe("the counts of a job", () => {
  it("are those of its lines after any steps", () => {
    const connection = setUpCaseDatabase();
    const jobs = openJobTable(connection);
    const jobId = ids.next("job");
    jobs.create(jobId, "import", "Import", REQUEST, AT);
    jobs.addFiles(jobId, [{ path: encoder.encode("a.zip"), shownPath: "a.zip", result: null }]);
    const step = fc.record({
      kind: fc.constantFrom("add", "children", "record", "cancel", "reopen"),
      position: fc.nat({ max: 12 }),
      outcome: fc.constantFrom("imported", "duplicate", "failed", "skipped"),
      pages: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        for (const { kind, position, outcome, pages } of steps) {
          const outcomeOf = result({ outcome, pages });
          if (kind === "add") {
            const path = encoder.encode(String(position));
            jobs.addFiles(jobId, [{ path, shownPath: "x", result: pages > 4 ? outcomeOf : null }]);
          } else if (kind === "children") {
            jobs.addChildren(jobId, [child(0, position, { result: pages > 4 ? outcomeOf : null })]);
          } else if (kind === "record") jobs.record(jobId, position, outcomeOf);
          else if (kind === "cancel") jobs.recordPending(jobId, result({ reason: "import/cancelled" }));
          else jobs.reopenCancelled(jobId);
        }
        const lines = jobs.account(jobId)?.files ?? [];
        const [pages] = connection.pluck<number>(sql`SELECT coalesce(sum(pages), 0) FROM job_file`);
        expect(jobs.find(jobId)).toMatchObject({
          total: lines.length,
          done: lines.filter((line) => line.outcome !== "pending").length,
          failed: lines.filter((line) => line.outcome === "failed").length,
          pages,
        });
      }),
      { numRuns: 60 },
    );
  });
});
