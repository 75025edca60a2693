import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { contentOf } from "../../../support/compare-cases.ts";
import { searchText } from "../../../support/search-text.ts";
import { type GivenFiles, runImport, runnerWith, setUpTestCase, type TestCase } from "../../../support/test-case.ts";

const OLD: GivenFiles = { "old.pdf": { title: "Old", pages: ["SPECIMEN old words"] } };
const NEW: GivenFiles = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [`new-${at}.pdf`, { title: `New ${at}`, pages: [`SPECIMEN new ${at}`, "two"] }]),
);

/** A full disk, from the `after`th call on. */
function fullAfter<Arguments extends readonly unknown[], Result>(
  after: number,
  work: (...values: Arguments) => Result,
): (...values: Arguments) => Result {
  let calls = 0;
  return (...values) => {
    calls += 1;
    if (calls > after) throw new ProbativeError("export/no-space");
    return work(...values);
  };
}

/** Where the disk may be full. Promises must fail as promises. */
const PLACES: Readonly<Record<string, (ports: CasePorts, after: number) => CasePorts>> = {
  "copying a file in": (ports, after) => {
    const stage = fullAfter(after, ports.vault.stage);
    return { ...ports, vault: { ...ports.vault, stage: async (path, signal) => stage(path, signal) } };
  },
  "making a file an original": (ports, after) => {
    const keep = fullAfter(after, ports.vault.keep);
    return { ...ports, vault: { ...ports.vault, keep: async (staged) => keep(staged) } };
  },
  "writing pages": (ports, after) => ({
    ...ports,
    index: { ...ports.index, addPages: fullAfter(after, ports.index.addPages) },
  }),
  "committing the index": (ports, after) => ({
    ...ports,
    index: { ...ports.index, commit: fullAfter(Math.min(after, 0), ports.index.commit) },
  }),
  "writing the catalogue": (ports, after) => ({
    ...ports,
    jobs: { ...ports.jobs, transact: fullAfter(Math.min(after, 0), ports.jobs.transact) },
  }),
};

async function documentsFound(test: TestCase, query: string): Promise<number> {
  return (await searchText(test.ports(), query)).documents;
}

describe.each(Object.keys(PLACES))("a disk that is full while %s", (place) => {
  it.each([0, 4])(
    "ends the import with a plain message, keeps what was there, and can be resumed (after %i)",
    async (after) => {
      const test = await setUpTestCase();
      await test.importAll(OLD);
      await test.give(NEW);
      const full = PLACES[place]?.(test.ports(), after);
      if (full === undefined) throw new Error("no such place");
      const jobs = runnerWith(full);
      const account = await runImport(jobs, full, [test.given]);
      const job = jobs.show(account.jobId);
      expect(job.status).toBe("failed");
      expect(job.error).toBe("The disk is full. Free some space and try again; nothing was changed.");
      expect(test.program.log.failures).toEqual([]);
      expect(account.pending).toBe(0);
      expect(account.imported + account.duplicate + account.failed + account.skipped).toBe(account.given);
      // What is in the catalogue is in the index, and the other way round.
      const known = new Set(
        test
          .ports()
          .documents.list()
          .map(({ documentId }) => documentId),
      );
      expect(test.ports().index.documentIds()).toEqual(known);
      expect(await documentsFound(test, "old")).toBe(1);
      expect(await documentsFound(test, "specimen")).toBe(known.size);
      expect(test.ports().index.check()).toEqual([]);
      expect(test.session().checkCatalogue()).toEqual([]);
      expect(readdirSync(join(test.folder, "staging"))).toEqual([]);

      test.session().jobs.resume(account.jobId);
      await test.session().jobs.settled();
      expect(test.ports().jobs.account(account.jobId)).toMatchObject({
        given: 10,
        imported: 9,
        duplicate: 1,
        pages: 18,
      });
      expect(contentOf(test.ports())).toHaveLength(10);
      expect(contentOf(test.ports()).every((document) => document.isIndexed)).toBe(true);
      expect(test.ports().index.check()).toEqual([]);
    },
  );
});

describe("a disk on which not even the end of a job can be written", () => {
  it("leaves a job that counts as interrupted and can be resumed in the same session", async () => {
    const test = await setUpTestCase();
    await test.give(NEW);
    let isFull = true;
    const refuse =
      <Arguments extends readonly unknown[], Result>(work: (...values: Arguments) => Result) =>
      (...values: Arguments): Result => {
        if (isFull) throw new ProbativeError("export/no-space");
        return work(...values);
      };
    const ports = test.ports();
    const { jobs: store } = ports;
    const jobs = runnerWith({
      ...ports,
      jobs: {
        ...store,
        transact: (work) => refuse(() => store.transact(work))(),
        recordPending: refuse(store.recordPending),
        setStatus: refuse(store.setStatus),
      },
    });
    const { jobId } = await runImport(jobs, ports, [test.given]);
    expect(jobs.show(jobId).status).toBe("interrupted");
    expect(jobs.list()).toMatchObject([{ jobId, status: "interrupted" }]);
    expect(jobs.isBusy()).toBe(false);
    expect(test.program.log.failures).toHaveLength(1);
    isFull = false;
    jobs.resume(jobId);
    await jobs.settled();
    expect(jobs.show(jobId).status).toBe("done");
    expect(ports.jobs.account(jobId)).toMatchObject({ imported: 9, pending: 0 });
    expect(ports.index.documentIds().size).toBe(9);
  });
});

it("a defect ends the import with a number, and the log has it", async () => {
  const test = await setUpTestCase();
  await test.give({ "defect.pdf": { pages: ["x"], fail: "defect" } });
  const account = await runImport(test.session().jobs, test.ports(), [test.given]);
  const job = test.session().jobs.show(account.jobId);
  expect(job).toMatchObject({ status: "failed", done: 1, failed: 0 });
  expect(job.error).toContain("(f1)");
  expect(test.program.log.failures).toEqual([expect.any(TypeError)]);
  expect(account.files[0]).toMatchObject({ outcome: "skipped", reason: "import/cancelled" });
});
