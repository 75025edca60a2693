import { describe, expect, it } from "vitest";
import { formatProgress } from "#hosts/cli/progress-line.ts";
import type { Job } from "#shared/model/job.ts";
import { createFakeBackend, type FakeBackend } from "../../../contract/support/fake-backend.ts";
import { createTestStop, runInProcess } from "./run-in-process.ts";
import { ACCOUNT, CASE_INFO, JOB_ID, RUNNING_JOB } from "./sample-answers.ts";

const IMPORT = ["documents", "import", "a.pdf", "b.pdf", "c.pdf", "--case", "m"];

interface Scene {
  readonly backend: FakeBackend;
  readonly cancelled: string[];
}

/** A backend whose one job is as told: `now` when it is asked for, then `later` as an event. */
function importing(now: Job, later: Job | null, onShown: (backend: FakeBackend) => void = () => undefined): Scene {
  const cancelled: string[] = [];
  const backend = createFakeBackend({
    handlers: {
      "case.open": () => CASE_INFO,
      "case.current": () => ({ case: CASE_INFO }),
      "case.create-sample": () => ({ case: { ...CASE_INFO, documents: 0 }, jobId: JOB_ID }),
      "documents.import": () => ({ jobId: JOB_ID }),
      "jobs.show": () => {
        queueMicrotask(() => {
          onShown(backend);
          if (later !== null) backend.emit({ kind: "job", job: later });
        });
        return now;
      },
      "jobs.account": () => ACCOUNT,
      "jobs.cancel": ({ job }) => {
        cancelled.push(job);
        backend.emit({ kind: "job", job: { ...RUNNING_JOB, status: "cancelled" } });
        return { ...RUNNING_JOB, status: "cancelled" };
      },
    },
  });
  return { backend, cancelled };
}

describe("a job", () => {
  it("is followed to its end, and its account printed", async () => {
    const { backend } = importing(RUNNING_JOB, { ...RUNNING_JOB, status: "done" });
    const run = await runInProcess([...IMPORT, "--json"], backend);
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe("");
    const account = JSON.parse(run.stdout);
    expect(account).toEqual(ACCOUNT);
    expect(Object.keys(account)).toEqual(
      expect.arrayContaining([
        "given",
        "imported",
        "duplicate",
        "failed",
        "skipped",
        "pages",
        "pagesWithoutText",
        "files",
      ]),
    );
    expect(backend.listeners.size).toBe(0);
  });

  it("may have ended before anyone looked", async () => {
    const { backend } = importing({ ...RUNNING_JOB, status: "done" }, null);
    expect((await runInProcess([...IMPORT, "--json"], backend)).exitCode).toBe(0);
  });

  it("tells in text what became of each file that is not in the case now", async () => {
    const { backend } = importing({ ...RUNNING_JOB, status: "done" }, null);
    const { stdout } = await runInProcess(IMPORT, backend);
    expect(stdout).toBe(
      "3 files given: 1 imported, 1 duplicate, 1 failed, 0 skipped\n3 pages, 1 of them without text\n" +
        "  duplicate  b.pdf  The same file is in the case already.\n  failed     c\ufffd[2J.pdf  The PDF is encrypted.\n",
    );
  });

  it("is cancelled by a request to stop, exits with 8 and can be resumed", async () => {
    const stop = createTestStop();
    const { backend, cancelled } = importing(RUNNING_JOB, null, () => stop.ask());
    const run = await runInProcess([...IMPORT, "--json"], backend, { stop });
    expect(cancelled).toEqual([JOB_ID]);
    expect(run.exitCode).toBe(8);
    expect(JSON.parse(run.stdout).error).toMatchObject({ code: "job/cancelled", details: { job: JOB_ID } });
    expect(backend.isClosed).toBe(true);
  });

  it("that fails as a whole says why", async () => {
    const failed: Job = { ...RUNNING_JOB, status: "failed", error: "The disk is full." };
    const { backend } = importing(RUNNING_JOB, failed);
    const run = await runInProcess(IMPORT, backend);
    expect(run.exitCode).toBe(70);
    expect(run.stderr).toContain("The disk is full.");
  });

  it("that a command starts besides is followed too, and the figures read again", async () => {
    const { backend } = importing(RUNNING_JOB, { ...RUNNING_JOB, status: "done" });
    const run = await runInProcess(["case", "create-sample", "m", "--json"], backend);
    expect(JSON.parse(run.stdout)).toEqual({ case: CASE_INFO, jobId: JOB_ID, account: ACCOUNT });
    const asText = await runInProcess(["case", "create-sample", "m"], backend);
    expect(asText.stdout).toContain("Doe v. Roe");
    expect(asText.stdout).toContain("3 files given: 1 imported");
  });

  it("is not started by asking for one", async () => {
    const { backend } = importing(RUNNING_JOB, null);
    const run = await runInProcess(["jobs", "show", JOB_ID, "--case", "m", "--json"], backend);
    expect(JSON.parse(run.stdout)).toEqual(RUNNING_JOB);
  });
});

describe("progress", () => {
  it("is shown on stderr where a person looks, and nowhere else", async () => {
    const done: Job = { ...RUNNING_JOB, status: "done" };
    const seen = await runInProcess(IMPORT, importing(RUNNING_JOB, done).backend, { isTerminal: true });
    expect(seen.stderr).toContain("1 of 3 files · 1,200 pages · 1 failed · a.pdf");
    expect(seen.stderr.endsWith("\r\u001b[K")).toBe(true);
    expect(seen.stdout).not.toContain("\r");
    const unseen = await runInProcess(IMPORT, importing(RUNNING_JOB, done).backend);
    expect(unseen.stderr).toBe("");
  });

  it("makes a file name harmless", () => {
    expect(formatProgress({ ...RUNNING_JOB, current: "a\u001b[2J.pdf" })).not.toContain("\u001b");
  });
});
