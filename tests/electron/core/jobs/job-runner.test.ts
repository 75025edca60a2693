import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { createJobRunner, type JobWork } from "#core/jobs/job-runner.ts";
import { runInParallel } from "#core/jobs/run-in-parallel.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const REQUEST = { paths: ["/x"], incomingFolder: null, documents: null };

async function setUpRunner(work: JobWork["import"]) {
  const test = await setUpTestCase();
  const ports: CasePorts = test.ports();
  return { test, ports, jobs: createJobRunner(ports, { import: work, "rebuild-index": work, ocr: work }) };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new ProbativeError("job/cancelled")), { once: true });
  });
}

describe("the runner", () => {
  it("runs one job at a time", async () => {
    const { jobs, ports } = await setUpRunner((_, run) => untilAborted(run.signal));
    const jobId = jobs.start("import", "First", REQUEST);
    const failure = await expectFailure("case/busy", () => jobs.start("import", "Second", REQUEST));
    expect(failure.details).toEqual({ job: jobId });
    await expectFailure("case/busy", () => jobs.resume(jobId));
    expect(ports.jobs.list()).toHaveLength(1);
    expect(jobs.isBusy()).toBe(true);
    expect(await jobs.cancel(jobId)).toMatchObject({ status: "cancelled", finishedAt: expect.any(String) });
    expect(jobs.isBusy()).toBe(false);
    expect(await jobs.cancel(jobId)).toMatchObject({ status: "cancelled" });
  });

  it("shows what a job reads now, while it runs only", async () => {
    const gate = Promise.withResolvers<void>();
    const { jobs, test } = await setUpRunner(async (_, run) => {
      run.progress("a.pdf");
      await gate.promise;
    });
    const jobId = jobs.start("import", "Import", REQUEST);
    expect(jobs.show(jobId)).toMatchObject({ status: "running", current: "a.pdf", title: "Import" });
    expect(jobs.list()).toMatchObject([{ current: "a.pdf" }]);
    gate.resolve();
    await jobs.settled();
    expect(jobs.show(jobId)).toMatchObject({ status: "done", current: null, error: null });
    expect(test.events.filter((event) => event.kind === "job").length).toBeGreaterThanOrEqual(2);
  });

  it("does not call a job cancelled that was done before it noticed", async () => {
    const gate = Promise.withResolvers<void>();
    const { jobs } = await setUpRunner(() => gate.promise);
    const jobId = jobs.start("import", "Import", REQUEST);
    const cancelling = jobs.cancel(jobId);
    gate.resolve();
    expect((await cancelling).status).toBe("done");
  });

  it("leaves an interrupted job pending and resumable", async () => {
    let runs = 0;
    const { jobs, ports } = await setUpRunner(async (_, run) => {
      runs += 1;
      if (runs === 1) await untilAborted(run.signal);
    });
    const jobId = jobs.start("import", "Import", REQUEST);
    ports.jobs.addFiles(jobId, [{ path: Uint8Array.of(1), shownPath: "a", result: null }]);
    await jobs.interrupt();
    await jobs.interrupt();
    expect(jobs.show(jobId)).toMatchObject({ status: "interrupted", done: 0 });
    jobs.resume(jobId);
    await jobs.settled();
    expect([jobs.show(jobId).status, runs]).toEqual(["done", 2]);
    await expectFailure("job/not-resumable", () => jobs.resume(jobId));
  });

  it("tells a job's failure in plain words, a defect by its number", async () => {
    const thrown = [new ProbativeError("export/no-space", "/disk"), new RangeError("secret words")];
    const { jobs, test } = await setUpRunner(async () => {
      throw thrown.shift();
    });
    const named = jobs.start("import", "Import", REQUEST);
    await jobs.settled();
    expect(jobs.show(named).error).toBe("The disk is full. /disk Free some space and try again; nothing was changed.");
    const defect = jobs.start("import", "Import", REQUEST);
    await jobs.settled();
    expect(jobs.show(defect).error).toMatch(/^Something went wrong inside Probative\. \(f1\) /);
    expect(jobs.show(defect).error).not.toContain("secret");
    expect(test.program.log.failures).toEqual([expect.any(RangeError)]);
  });

  it("knows no job that is not there", async () => {
    const { jobs } = await setUpRunner(async () => {});
    const unknown = createTestIds().next("job");
    await expectFailure("job/not-found", () => jobs.show(unknown));
    await expectFailure("job/not-found", () => jobs.resume(unknown));
    await expectFailure("job/not-found", () => jobs.cancel(unknown));
  });
});

describe("OCR", () => {
  it("runs beside another job, one at a time, and is no reason to keep a case open", async () => {
    const { jobs } = await setUpRunner((_, run) => untilAborted(run.signal));
    const recognising = jobs.start("ocr", "OCR", REQUEST);
    expect(jobs.isBusy()).toBe(false);
    const importing = jobs.start("import", "Import", REQUEST);
    expect(jobs.isBusy()).toBe(true);
    const failure = await expectFailure("case/busy", () => jobs.start("ocr", "OCR", REQUEST));
    expect(failure.details).toEqual({ job: recognising });
    await expectFailure("case/busy", () => jobs.start("rebuild-index", "Rebuild", REQUEST));
    expect(await jobs.cancel(importing)).toMatchObject({ status: "cancelled" });
    expect(jobs.show(recognising).status).toBe("running");
    jobs.start("rebuild-index", "Rebuild", REQUEST);
    await jobs.interrupt();
    expect(jobs.list().map(({ kind, status }) => [kind, status])).toEqual([
      ["rebuild-index", "interrupted"],
      ["import", "cancelled"],
      ["ocr", "interrupted"],
    ]);
    expect(jobs.isBusy()).toBe(false);
  });

  it("is told of the end of other jobs, and may start then", async () => {
    const test = await setUpTestCase();
    const ended: string[] = [];
    const nothing = async () => {};
    const jobs = createJobRunner(
      test.ports(),
      { import: nothing, "rebuild-index": nothing, ocr: nothing },
      ({ kind, status }) => {
        ended.push(`${kind} ${status}`);
        if (kind === "import") jobs.start("ocr", "OCR", REQUEST);
      },
    );
    jobs.start("import", "Import", REQUEST);
    await jobs.settled();
    expect(ended).toEqual(["import done", "ocr done"]);
  });
});

describe("working in parallel", () => {
  it("keeps to its number of workers and takes everything once", async () => {
    let running = 0;
    let most = 0;
    const taken: number[] = [];
    await runInParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      taken.push(item);
      running -= 1;
    });
    expect(most).toBe(3);
    expect(taken.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("ends what runs before it fails with the first failure", async () => {
    const gate = Promise.withResolvers<void>();
    const ended: number[] = [];
    async function* items() {
      yield 1;
      yield 2;
      yield 3;
    }
    const working = runInParallel(items(), 2, async (item) => {
      if (item === 2) {
        gate.resolve();
        throw new Error("second");
      }
      await gate.promise;
      ended.push(item);
    });
    await expect(working).rejects.toThrow("second");
    expect(ended).toEqual([1]);
  });

  it("ends what runs before it fails because its source does", async () => {
    const gate = Promise.withResolvers<void>();
    const ended: number[] = [];
    async function* items() {
      yield 1;
      gate.resolve();
      throw new Error("source");
    }
    const working = runInParallel(items(), 2, async (item) => {
      await gate.promise;
      await Promise.resolve();
      ended.push(item);
    });
    await expect(working).rejects.toThrow("source");
    expect(ended).toEqual([1]);
  });
});
