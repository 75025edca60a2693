import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { contentOf } from "../../../support/compare-cases.ts";
import { type FakeChild, type FakeFile, fakeContainer, fakeFile } from "../../../support/fake-files.ts";
import { searchText } from "../../../support/search-text.ts";
import { type GivenFiles, runImport, runnerWith, setUpTestCase, type TestCase } from "../../../support/test-case.ts";

const pdf = (name: string): FakeFile => ({
  pdf: { title: `Title of ${name.replace(".pdf", "")}`, pages: [`SPECIMEN ${name}`] },
});
const child = (name: string, file: FakeFile = pdf(name)): FakeChild => ({ name, file });
const zip = (...children: readonly FakeChild[]): FakeFile => ({ container: { children } });
const REQUEST = { incomingFolder: null, documents: null };

/** Outcome and reason by path below the given folder. */
function fatesOf(test: TestCase, account: ImportAccount) {
  return Object.fromEntries(
    account.files.map(({ path, outcome, reason }) => [
      path.replace(`${test.given}/`, ""),
      reason === undefined ? outcome : `${outcome} ${reason}`,
    ]),
  );
}

/** Families by titles, in order: of copies, any may have given its name to the file. */
function familiesOf(ports: CasePorts) {
  const nameOf = new Map(ports.documents.list().map(({ documentId, title }) => [documentId, title]));
  return ports.documents
    .list()
    .flatMap(({ documentId }) =>
      ports.documents
        .family(documentId)
        .filter((link) => link.parent === documentId)
        .map((link) => `${nameOf.get(link.parent)} > ${link.position} ${nameOf.get(link.child)}`),
    )
    .toSorted();
}

function expectBalance({ given, imported, duplicate, failed, skipped, pending }: ImportAccount): void {
  expect(imported + duplicate + failed + skipped + pending).toBe(given);
}

/** A trove that holds everything: nesting, copies, damage, a message in a thread. */
const TROVE: GivenFiles = {
  "box.zip": fakeFile(
    zip(
      child("one.pdf"),
      child(
        "inner.zip",
        zip(
          child("two.pdf"),
          child("deep.zip", zip(child("three.pdf"))),
          child("folder/copy of one.pdf", pdf("one.pdf")),
        ),
      ),
      { name: "broken.pdf", damaged: "%PDF-1.7 half" },
      { name: "locked.pdf", refused: "import/encrypted" },
      child("empty.txt", { text: "" }),
      child("bad.pdf", { pdf: { pages: ["x"], fail: "import/corrupt" } }),
    ),
  ),
  "mail.eml": fakeFile({ container: { format: "eml", headers: { messageId: "m1" }, children: [child("one.pdf")] } }),
  "portfolio.pdf": { title: "Title of portfolio", pages: ["SPECIMEN cover"], attachments: [child("annex.pdf")] },
  "plain.pdf": { title: "Plain", pages: ["SPECIMEN plain"] },
};
const FIGURES = { given: 16, imported: 10, duplicate: 2, failed: 4, skipped: 0, pending: 0 };
const FAMILIES = [
  "Title of portfolio > 0 Title of annex",
  "box > 0 Title of one",
  "box > 1 inner",
  "deep > 0 Title of three",
  "inner > 0 Title of two",
  "inner > 1 deep",
  "inner > 2 Title of one",
  "mail > 0 Title of one",
];

describe("files inside of files", () => {
  it("become documents of their own, linked to what held them, each with its line in the account", async () => {
    const test = await setUpTestCase();
    await test.give(TROVE);
    const account = await runImport(test.session().jobs, test.ports(), [test.given]);
    const fates = fatesOf(test, account);
    const copies = ["box.zip › one.pdf", "box.zip › inner.zip › folder/copy of one.pdf", "mail.eml › one.pdf"];
    expect(copies.map((path) => fates[path]).toSorted()).toEqual([
      "duplicate import/duplicate",
      "duplicate import/duplicate",
      "imported",
    ]);
    expect(fates).toMatchObject({
      "box.zip": "imported",
      "box.zip › inner.zip": "imported",
      "box.zip › inner.zip › two.pdf": "imported",
      "box.zip › inner.zip › deep.zip": "imported",
      "box.zip › inner.zip › deep.zip › three.pdf": "imported",
      "box.zip › broken.pdf": "failed import/corrupt",
      "box.zip › locked.pdf": "failed import/encrypted",
      "box.zip › empty.txt": "failed import/empty",
      "box.zip › bad.pdf": "failed import/corrupt",
      "portfolio.pdf › annex.pdf": "imported",
    });
    expectBalance(account);
    for (const file of account.files) {
      const parent = file.within === undefined ? undefined : account.files[file.within];
      expect(file.path.includes(" › ")).toBe(parent !== undefined);
      if (parent !== undefined) expect(file.path.startsWith(`${parent.path} › `)).toBe(true);
    }
    const found = await searchText(test.ports(), '"three pdf"');
    expect(found.documents).toBeGreaterThan(0);
    expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
    expect(test.ports().index.check()).toEqual([]);
  });

  it("are linked to every file that holds them, whichever came first", async () => {
    const test = await setUpTestCase();
    await test.give(TROVE);
    await runImport(test.session().jobs, test.ports(), [test.given]);
    expect(familiesOf(test.ports())).toEqual(FAMILIES);
  });

  it("that are in the case already are duplicates, and get their link all the same", async () => {
    const test = await setUpTestCase();
    const known = await test.importOne({ title: "Known", pages: ["SPECIMEN known"] }, "known.pdf");
    const file: FakeFile = { pdf: { title: "Known", pages: ["SPECIMEN known"] } };
    const account = await test.importAll({ "later.zip": fakeFile(zip(child("copy.pdf", file))) });
    expect(account).toMatchObject({ given: 2, imported: 1, duplicate: 1 });
    const [link, ...others] = test.ports().documents.family(known);
    expect(others).toEqual([]);
    expect(link).toMatchObject({ child: known, name: "copy.pdf", position: 0 });
  });

  it("are not listed again when what holds them is imported again, which its line says", async () => {
    const test = await setUpTestCase();
    await test.importAll({ "box.zip": fakeFile(zip(child("one.pdf"))) });
    const again = await test.importAll({ "again.zip": fakeFile(zip(child("one.pdf"))) });
    expect(again).toMatchObject({ given: 1, duplicate: 1 });
    expect(again.files[0]?.message).toContain("not listed again");
    const plain = await test.importAll({ "one again.pdf": fakeFile(pdf("one.pdf")) });
    expect(plain.files[0]?.message).toBe("The same file is in the case already.");
  });

  it("are refused below the third container, and counted", async () => {
    const test = await setUpTestCase();
    const nested = zip(child("2.zip", zip(child("3.zip", zip(child("4.zip", zip(child("never.pdf"))))))));
    const account = await test.importAll({ "1.zip": fakeFile(nested) });
    expect(fatesOf(test, account)).toEqual({
      "1.zip": "imported",
      "1.zip › 2.zip": "imported",
      "1.zip › 2.zip › 3.zip": "imported",
      "1.zip › 2.zip › 3.zip › 4.zip": "imported",
      "1.zip › 2.zip › 3.zip › 4.zip › never.pdf": "failed import/nested-too-deep",
    });
    expectBalance(account);
  });

  it("that cannot be taken out of a PDF do not touch it, and the account says that they are missing", async () => {
    const test = await setUpTestCase();
    const account = await test.importAll({
      "portfolio.pdf": { pages: ["SPECIMEN"], attachments: [child("annex.pdf")], attachmentsFail: "import/timeout" },
    });
    expect(fatesOf(test, account)).toEqual({
      "portfolio.pdf": "imported",
      "portfolio.pdf › annex.pdf": "imported",
      "portfolio.pdf › (attachments)": "failed import/timeout",
    });
  });

  it("of a file that could not be converted are not in the case", async () => {
    const test = await setUpTestCase();
    const account = await test.importAll({
      "bad.zip": fakeContainer({ children: [child("one.pdf")], fail: "import/unsafe-archive" }),
      "crash.zip": fakeContainer({ children: [child("two.pdf")], fail: "import/worker-crashed" }),
    });
    expect(account).toMatchObject({ given: 2, failed: 2, imported: 0 });
    expect(test.ports().documents.list()).toEqual([]);
    expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
    const originals = readdirSync(join(test.folder, "originals"), { recursive: true, withFileTypes: true });
    expect(originals.filter((entry) => entry.isFile())).toEqual([]);
  });

  it("keep names that could be taken for paths of their own apart", async () => {
    const test = await setUpTestCase();
    const account = await test.importAll({ "box.zip": fakeFile(zip(child("a › b.pdf"))) });
    expect(fatesOf(test, account)["box.zip › a > b.pdf"]).toBe("imported");
  });
});

describe("messages", () => {
  it("end in one thread in whatever order they come", async () => {
    const test = await setUpTestCase();
    const message = (text: string, headers: object): FakeChild =>
      child(`${text}.eml`, { container: { format: "eml", pages: [`SPECIMEN ${text}`], headers } });
    await test.importAll({
      "box.zip": fakeFile(
        zip(
          message("third", { messageId: "c", inReplyTo: "b", references: ["a", "b"] }),
          message("first", { messageId: "a" }),
          message("second", { messageId: "b", inReplyTo: "a" }),
          message("other", { messageId: "x" }),
        ),
      ),
    });
    const threads = test
      .ports()
      .documents.list()
      .map(({ fileName, thread }) => [fileName, thread] as const);
    expect(Object.fromEntries(threads)).toEqual({
      "box.zip": null,
      "first.eml": "a",
      "second.eml": "a",
      "third.eml": "a",
      "other.eml": "x",
    });
  });
});

describe("an import of families that was stopped", () => {
  async function uninterrupted() {
    const test = await setUpTestCase();
    await test.give(TROVE);
    const account = await runImport(test.session().jobs, test.ports(), [test.given]);
    expect(account).toMatchObject(FIGURES);
    return contentOf(test.ports());
  }

  it.each(["cancel", "interrupt"] as const)(
    "by %s keeps what is done, and resumed is as one that ran through",
    async (stop) => {
      for (const title of ["Title of one", "Title of three", "Title of annex", "Plain"]) {
        const test = await setUpTestCase();
        await test.give(TROVE);
        const gate = test.program.reader.holdAt(title);
        const { jobs } = test.session();
        const jobId = jobs.start("import", "Import", { ...REQUEST, paths: [test.given] });
        await gate.reached;
        if (stop === "cancel") await jobs.cancel(jobId);
        else await jobs.interrupt();
        gate.release();
        const stopped = test.ports().jobs.account(jobId);
        if (stopped === null) throw new Error("the job has no account");
        expectBalance(stopped);
        expect(test.ports().index.documentIds().size).toBe(stopped.imported);
        const session = await test.reopen();
        session.jobs.resume(jobId);
        await session.jobs.settled();
        expect(test.ports().jobs.account(jobId)).toMatchObject(FIGURES);
        expect(contentOf(test.ports())).toEqual(await uninterrupted());
        expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
      }
    },
  );

  it("by a full disk while the files inside are taken out ends with a plain message, and can be resumed", async () => {
    for (const after of [0, 2, 5]) {
      const test = await setUpTestCase();
      await test.give(TROVE);
      const ports = test.ports();
      let writes = 0;
      const full: CasePorts = {
        ...ports,
        vault: {
          ...ports.vault,
          stageBytes: () => {
            const writer = ports.vault.stageBytes();
            return {
              ...writer,
              write: (bytes) => {
                writes += 1;
                if (writes > after) throw new ProbativeError("export/no-space");
                writer.write(bytes);
              },
            };
          },
        },
      };
      const jobs = runnerWith(full);
      const account = await runImport(jobs, full, [test.given]);
      expect(jobs.show(account.jobId)).toMatchObject({
        status: "failed",
        error: "The disk is full. Free some space and try again; nothing was changed.",
      });
      expectBalance(account);
      expect(readdirSync(join(test.folder, "staging"))).toEqual([]);
      test.session().jobs.resume(account.jobId);
      await test.session().jobs.settled();
      expect(test.ports().jobs.account(account.jobId)).toMatchObject(FIGURES);
      expect(contentOf(test.ports())).toEqual(await uninterrupted());
    }
  });

  it("by a failed write of the catalogue loses nothing when it is resumed", async () => {
    for (const after of [0, 1, 2]) {
      const test = await setUpTestCase();
      await test.give(TROVE);
      const ports = test.ports();
      let calls = 0;
      const full: CasePorts = {
        ...ports,
        jobs: {
          ...ports.jobs,
          transact: (work) => {
            calls += 1;
            if (calls > after) throw new ProbativeError("export/no-space");
            return ports.jobs.transact(work);
          },
        },
      };
      const jobs = runnerWith(full);
      const { jobId } = await runImport(jobs, full, [test.given]);
      const known = new Set(ports.documents.list().map(({ documentId }) => documentId));
      expect(ports.index.documentIds()).toEqual(known);
      test.session().jobs.resume(jobId);
      await test.session().jobs.settled();
      expect(ports.jobs.account(jobId)).toMatchObject(FIGURES);
      expect(contentOf(ports)).toEqual(await uninterrupted());
    }
  });
});

it("the journal has a line for each document and each duplicate, without the names of files inside", async () => {
  const test = await setUpTestCase();
  const before = test.ports().journal.head().entries;
  await test.importAll({
    "box.zip": fakeFile(zip(child("0001 Secret subject.eml", pdf("x")), child("again.pdf", pdf("x")))),
  });
  const lines = test.ports().journal.entries(before, 10);
  expect(lines.map((line) => line.action)).toEqual(["document-imported", "document-imported", "duplicate-met"]);
  expect(lines[0]?.detail).toMatchObject({ source: join(test.given, "box.zip"), format: "zip" });
  const [container] = test.ports().documents.list();
  expect(lines.slice(1).map((line) => line.detail["parent"])).toEqual([container?.documentId, container?.documentId]);
  expect(new Set(lines.slice(1).map((line) => line.detail["place"]))).toEqual(new Set([1, 2]));
  expect(JSON.stringify(lines)).not.toContain("Secret");
  expect(test.ports().journal.verify()).toEqual([]);
});
