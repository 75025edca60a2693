import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { contentOf } from "../../../support/compare-cases.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import type { FakeDocument } from "../../../support/fake-files.ts";
import { fakePdf } from "../../../support/fake-files.ts";
import { searchText } from "../../../support/search-text.ts";
import { type GivenFiles, runImport, setUpTestCase } from "../../../support/test-case.ts";

const page = (number: number): FakeDocument => ({
  title: number === 7 ? "Held" : `Paper ${number} of the matter`,
  pages: [`SPECIMEN ${number}`, "", `last page of ${number}`],
});
const FILES: GivenFiles = {
  ...Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`${String(at).padStart(2, "0")}.pdf`, page(at)])),
  "copy.pdf": page(3),
  "bad.pdf": { pages: ["x"], fail: "import/corrupt" },
  "program.bin": Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe]),
};
const FIGURES = { given: 17, imported: 14, duplicate: 1, failed: 1, skipped: 1, pending: 0, pages: 42 };

async function importStoppedAtHeld(stop: "cancel" | "interrupt") {
  const test = await setUpTestCase();
  await test.give(FILES);
  const gate = test.program.reader.holdAt("Held");
  const { jobs } = test.session();
  const request = { paths: [test.given], incomingFolder: null, documents: null };
  const jobId = jobs.start("import", "Import", request);
  await gate.reached;
  if (stop === "cancel") await jobs.cancel(jobId);
  else await jobs.interrupt();
  gate.release();
  return { test, jobId };
}

async function uninterrupted() {
  const test = await setUpTestCase();
  await test.give(FILES);
  expect(await runImport(test.session().jobs, test.ports(), [test.given])).toMatchObject(FIGURES);
  return contentOf(test.ports());
}

describe("an import that was cancelled", () => {
  it("keeps what was finished, and resumed gives what an uninterrupted one gives", async () => {
    const { test, jobId } = await importStoppedAtHeld("cancel");
    const { jobs } = test.session();
    expect(jobs.show(jobId).status).toBe("cancelled");
    const account = test.ports().jobs.account(jobId);
    expect(account).toMatchObject({ given: 17, pending: 0 });
    const cancelled = account?.files.filter((file) => file.reason === "import/cancelled") ?? [];
    expect(cancelled.length).toBeGreaterThan(5);
    // Those before the one that was held: nothing had committed them when the import was cancelled.
    expect(account?.imported).toBeGreaterThan(4);
    expect(account?.imported).toBe(test.ports().documents.list().length);
    expect(test.ports().index.documentIds().size).toBe(account?.imported);
    expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
    const found = await searchText(test.ports(), "specimen");
    expect(found.documents).toBe(account?.imported);

    jobs.resume(jobId);
    await jobs.settled();
    expect(jobs.show(jobId)).toMatchObject({ status: "done", done: 17, total: 17 });
    expect(test.ports().jobs.account(jobId)).toMatchObject(FIGURES);
    expect(contentOf(test.ports())).toEqual(await uninterrupted());
    expect(test.ports().index.check()).toEqual([]);
    expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
  });

  it("can be resumed after a restart, as one that was interrupted by it", async () => {
    for (const stop of ["cancel", "interrupt"] as const) {
      const { test, jobId } = await importStoppedAtHeld(stop);
      const session = await test.reopen();
      expect(session.jobs.show(jobId).status).toBe(stop === "cancel" ? "cancelled" : "interrupted");
      session.jobs.resume(jobId);
      await session.jobs.settled();
      expect(test.ports().jobs.account(jobId)).toMatchObject(FIGURES);
      expect(contentOf(test.ports())).toEqual(await uninterrupted());
      await expectFailure("job/not-resumable", () => session.jobs.resume(jobId));
    }
  });

  it("while folders were still listed goes on listing, and sees what is new there", async () => {
    const test = await setUpTestCase();
    await test.give(FILES);
    const { jobs } = test.session();
    const jobId = jobs.start("import", "Import", { paths: [test.given], incomingFolder: null, documents: null });
    expect(await jobs.cancel(jobId)).toMatchObject({ status: "cancelled", done: 0 });
    expect(test.ports().jobs.isListed(jobId)).toBe(false);
    writeFileSync(join(test.given, "new.pdf"), fakePdf({ pages: ["came later"] }));
    jobs.resume(jobId);
    await jobs.settled();
    expect(test.ports().jobs.account(jobId)).toMatchObject({ ...FIGURES, given: 18, imported: 15, pages: 43 });
  });
});

describe("closing a case", () => {
  it("interrupts its import without losing what is finished", async () => {
    const test = await setUpTestCase();
    await test.give(FILES);
    const gate = test.program.reader.holdAt("Held");
    const { jobs } = test.session();
    const jobId = jobs.start("import", "Import", { paths: [test.given], incomingFolder: null, documents: null });
    await gate.reached;
    await test.close();
    gate.release();
    const session = await test.reopen();
    expect(session.jobs.show(jobId).status).toBe("interrupted");
    const account = test.ports().jobs.account(jobId);
    expect(account?.imported).toBe(test.ports().documents.list().length);
    expect(account?.pending).toBeGreaterThan(5);
    expect(session.jobs.isBusy()).toBe(false);
  });
});
