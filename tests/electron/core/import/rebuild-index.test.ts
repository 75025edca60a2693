import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPassage } from "#core/passages/edit-passage.ts";
import { contentOf } from "../../../support/compare-cases.ts";
import { searchText } from "../../../support/search-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";

async function rebuild(test: TestCase) {
  const { jobs } = test.session();
  const jobId = jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
  await jobs.settled();
  return { job: jobs.show(jobId), account: test.ports().jobs.account(jobId) };
}

async function setUpFilledCase() {
  const test = await setUpTestCase();
  const note = await test.importOne({ title: "Note", pages: ["SPECIMEN the cost of custody", ""] });
  await test.importOne({ title: "Reply", pages: ["SPECIMEN the reply"] });
  const quote = "the cost of custody";
  const { passageId } = createPassage(test.ports(), { document: note, quote, tag: [], note: "" });
  return { test, note, passageId };
}

describe("rebuilding the index", () => {
  it("gives the same again and keeps passages where they are", async () => {
    const { test, passageId } = await setUpFilledCase();
    const before = [contentOf(test.ports()), test.ports().passages.find(passageId)];
    const { job, account } = await rebuild(test);
    expect(job).toMatchObject({ status: "done", done: 2, total: 2 });
    expect(account).toMatchObject({ given: 2, imported: 2, pages: 3, pagesWithoutText: 1 });
    expect([contentOf(test.ports()), test.ports().passages.find(passageId)]).toEqual(before);
    expect(test.ports().index.check()).toEqual([]);
  });

  it("follows a new reading: pages, text, and passages that are lost", async () => {
    const { test, note, passageId } = await setUpFilledCase();
    test.program.reader.revise((found) => ({ ...found, pages: ["nothing of it", "one", "two"], damagedPages: [3] }));
    const { account } = await rebuild(test);
    expect(account?.files.find((file) => file.documentId === note)?.message).toBe(
      "Page 3 could not be read. 1 of its passages could not be found again.",
    );
    expect(test.ports().documents.find(note)).toMatchObject({ pages: 3, pagesWithoutText: 0 });
    expect(test.ports().passages.find(passageId)).toMatchObject({ state: "orphaned", quote: "the cost of custody" });
    expect((await searchText(test.ports(), "custody")).pages).toBe(0);
  });

  it("names a document that cannot be read and goes on", async () => {
    const { test, note } = await setUpFilledCase();
    const sha256 = test.ports().documents.find(note)?.sha256 ?? "";
    execFileSync("rm", ["-f", test.ports().vault.pathOf(sha256)]);
    const { job, account } = await rebuild(test);
    expect(job.status).toBe("done");
    expect(account).toMatchObject({ imported: 1, failed: 1 });
    expect(account?.files[0]).toMatchObject({ outcome: "failed", reason: "document/original-missing" });
    expect(test.ports().documents.list()).toHaveLength(2);
  });

  it("can be cancelled and resumed, and leaves no document half in the index", async () => {
    const { test } = await setUpFilledCase();
    const before = contentOf(test.ports());
    const gate = test.program.reader.holdAt("Note");
    const { jobs } = test.session();
    const jobId = jobs.start("rebuild-index", "Rebuild", { paths: [], incomingFolder: null, documents: null });
    await gate.reached;
    expect((await jobs.cancel(jobId)).status).toBe("cancelled");
    gate.release();
    expect(test.ports().index.check()).toEqual([]);
    jobs.resume(jobId);
    await jobs.settled();
    expect(jobs.show(jobId).status).toBe("done");
    expect(contentOf(test.ports())).toEqual(before);
  });
});

describe("opening a case", () => {
  it("whose index is gone reads its documents anew", async () => {
    const { test, passageId } = await setUpFilledCase();
    const before = contentOf(test.ports());
    await test.close();
    rmSync(join(test.folder, "index.db"));
    const session = await test.reopen();
    expect(session.jobs.isBusy()).toBe(true);
    await session.jobs.settled();
    expect(contentOf(test.ports())).toEqual(before);
    expect(test.ports().passages.find(passageId)?.state).toBe("anchored");
    expect(test.ports().index.check()).toEqual([]);
  });

  it("whose index is damaged sets it aside, says so in the log, and reads its documents anew", async () => {
    const { test } = await setUpFilledCase();
    const before = contentOf(test.ports());
    await test.close();
    truncateSync(join(test.folder, "index.db"), 5000);
    const session = await test.reopen();
    await session.jobs.settled();
    const aside = readdirSync(test.folder).filter((name) => name.startsWith("index.db.damaged-"));
    expect(aside).toHaveLength(1);
    expect(test.program.log.failures).toMatchObject([{ code: "case/damaged" }]);
    expect(contentOf(test.ports())).toEqual(before);
  });

  it("whose index is whole reads nothing", async () => {
    const { test } = await setUpFilledCase();
    const session = await test.reopen();
    expect(session.jobs.isBusy()).toBe(false);
    expect(existsSync(join(test.folder, "index.db"))).toBe(true);
  });
});
