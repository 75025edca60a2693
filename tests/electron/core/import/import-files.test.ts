import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakePdf } from "../../../support/fake-files.ts";
import { searchText } from "../../../support/search-text.ts";
import { runImport, setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { withoutPrivileges } from "../../../support/unprivileged.ts";

/** The beginning of a program: nothing that is read. */
const PROGRAM = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff, 0xfe, 0x80, 0x81]);

const text = (words: string) => new TextEncoder().encode(words);

/** Outcome and reason by path below the given folder. */
function fatesOf(test: TestCase, account: Awaited<ReturnType<TestCase["importAll"]>>) {
  return Object.fromEntries(
    account.files.map(({ path, outcome, reason }) => [
      path.replace(`${test.given}/`, ""),
      reason === undefined ? outcome : `${outcome} ${reason}`,
    ]),
  );
}

function stagingOf(test: TestCase): readonly string[] {
  return readdirSync(join(test.folder, "staging"));
}

describe("an import", () => {
  it("accounts for every file with its reason", async () => {
    const test = await setUpTestCase();
    const account = await test.importAll({
      "good.pdf": { title: "Good", pages: ["SPECIMEN one", "", "SPECIMEN three"] },
      "copy.pdf": { title: "Good", pages: ["SPECIMEN one", "", "SPECIMEN three"] },
      "empty.pdf": text(""),
      "program.pdf": PROGRAM,
      "program.bin": PROGRAM,
      "letter.txt": text("Dear Sir"),
      "late-header.bin": text(`${" ".repeat(1000)}%PDF-1.4 fake`),
      "encrypted.pdf": { pages: ["x"], fail: "import/encrypted" },
      "crash.pdf": { pages: ["SPECIMEN crash"], fail: "import/worker-crashed" },
      "slow.pdf": { pages: [], fail: "import/timeout" },
      "odd.pdf": { title: "Odd", pages: ["SPECIMEN odd", ""], damagedPages: [2] },
    });
    expect(fatesOf(test, account)).toEqual({
      "good.pdf": expect.stringMatching(/^(imported|duplicate import\/duplicate)$/),
      "copy.pdf": expect.stringMatching(/^(imported|duplicate import\/duplicate)$/),
      "empty.pdf": "failed import/empty",
      "program.pdf": "failed import/not-a-pdf",
      "program.bin": "skipped import/unsupported-kind",
      "letter.txt": "imported",
      "late-header.bin": "failed import/corrupt",
      "encrypted.pdf": "failed import/encrypted",
      "crash.pdf": "failed import/worker-crashed",
      "slow.pdf": "failed import/timeout",
      "odd.pdf": "imported",
    });
    expect(account).toMatchObject({
      given: 11,
      imported: 3,
      duplicate: 1,
      failed: 6,
      skipped: 1,
      pending: 0,
      pages: 6,
      pagesWithoutText: 2,
    });
    expect(account.files.find(({ path }) => path.endsWith("odd.pdf"))?.message).toBe("Page 2 could not be read.");
    const found = await searchText(test.ports(), "specimen");
    expect(found).toMatchObject({ documents: 2, pages: 3 });
    expect(test.ports().index.check()).toEqual([]);
    expect(stagingOf(test)).toEqual([]);
  });

  it("keeps originals byte for byte and read-only", async () => {
    const test = await setUpTestCase();
    const bytes = fakePdf({ title: "Note", pages: ["SPECIMEN"] });
    await test.importAll({ "note.pdf": bytes, "bad.pdf": { pages: [], fail: "import/corrupt" } });
    const { vault, documents } = test.ports();
    const [document, ...others] = documents.list();
    expect(others).toEqual([]);
    const path = vault.pathOf(document?.sha256 ?? "");
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o222).toBe(0);
    expect(document).toMatchObject({
      title: "Note",
      fileName: "note.pdf",
      bytes: bytes.length,
      sourcePath: join(test.given, "note.pdf"),
    });
    const originals = readdirSync(join(test.folder, "originals"), { recursive: true, withFileTypes: true });
    expect(originals.filter((entry) => entry.isFile())).toHaveLength(1);
  });

  it("keeps no page of a file that could not be read to its end", async () => {
    const test = await setUpTestCase();
    const account = await test.importAll({
      "half.pdf": { pages: ["SPECIMEN one", "two"], fail: "import/worker-crashed" },
    });
    expect(account).toMatchObject({ failed: 1, pages: 0 });
    const { index, documents } = test.ports();
    expect([index.documentIds().size, documents.list().length]).toEqual([0, 0]);
    expect((await searchText(test.ports(), "specimen")).pages).toBe(0);
    expect(index.check()).toEqual([]);
  });

  it("done twice adds nothing", async () => {
    const test = await setUpTestCase();
    const folder = await test.give({ "a/one.pdf": { pages: ["one"] }, "a/two.pdf": { pages: ["two"] } });
    await runImport(test.session().jobs, test.ports(), [folder]);
    const before = [test.ports().documents.list(), [...test.ports().index.documentIds()]];
    const account = await runImport(test.session().jobs, test.ports(), [folder, join(folder, "a")]);
    expect(account).toMatchObject({ given: 2, imported: 0, duplicate: 2 });
    expect([test.ports().documents.list(), [...test.ports().index.documentIds()]]).toEqual(before);
    const known = new Set(
      test
        .ports()
        .documents.list()
        .map(({ documentId }) => documentId),
    );
    for (const file of account.files) expect(known).toContain(file.documentId);
  });

  it("knows two copies that are read at the same moment", async () => {
    const test = await setUpTestCase();
    const gate = test.program.reader.holdAt("Twin");
    const folder = await test.give({
      "1.pdf": { title: "Twin", pages: ["SPECIMEN"] },
      "2.pdf": { title: "Twin", pages: ["SPECIMEN"] },
      "3.pdf": { title: "Twin", pages: ["SPECIMEN"] },
    });
    const importing = runImport(test.session().jobs, test.ports(), [folder]);
    await gate.reached;
    gate.release();
    const account = await importing;
    expect(account).toMatchObject({ imported: 1, duplicate: 2 });
    expect(new Set(account.files.map(({ documentId }) => documentId)).size).toBe(1);
    expect(test.program.reader.begun).toEqual(["Twin"]);
  });

  it("gives the copies of a file that cannot be read its reason", async () => {
    const test = await setUpTestCase();
    const bad = { title: "Bad", pages: ["x"], fail: "import/memory" } as const;
    const account = await test.importAll({ "1.pdf": bad, "2.pdf": bad, "3.pdf": bad });
    expect(account).toMatchObject({ failed: 3, imported: 0, duplicate: 0 });
    expect(new Set(account.files.map(({ reason }) => reason))).toEqual(new Set(["import/memory"]));
    expect(stagingOf(test)).toEqual([]);
  });

  it("brings back an original that is gone from the case", async () => {
    const test = await setUpTestCase();
    await test.importOne({ title: "Note", pages: ["SPECIMEN"] });
    const { vault, documents } = test.ports();
    const sha256 = documents.list()[0]?.sha256 ?? "";
    execFileSync("rm", ["-f", vault.pathOf(sha256)]);
    expect(await vault.exists(sha256)).toBe(false);
    expect(await test.importAll({ "again.pdf": { title: "Note", pages: ["SPECIMEN"] } })).toMatchObject({
      duplicate: 1,
    });
    expect(await vault.hash(sha256)).toBe(sha256);
    expect(stagingOf(test)).toEqual([]);
  });

  it("takes names of any bytes and follows no link", async () => {
    const test = await setUpTestCase();
    const folder = await test.give({ "real.pdf": { pages: ["real"] } });
    const odd = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x6e, 0xe9, 0xff]), Buffer.from(".pdf")]);
    writeFileSync(odd, fakePdf({ pages: ["odd name"] }));
    symlinkSync("real.pdf", join(folder, "link.pdf"));
    symlinkSync(".", join(folder, "loop"));
    execFileSync("mkfifo", [join(folder, "pipe.pdf")]);
    const account = await runImport(test.session().jobs, test.ports(), [folder]);
    expect(fatesOf(test, account)).toEqual({
      "link.pdf": "skipped import/not-a-regular-file",
      loop: "skipped import/not-a-regular-file",
      "n\ufffd\ufffd.pdf": "imported",
      "pipe.pdf": "skipped import/not-a-regular-file",
      "real.pdf": "imported",
    });
    expect(account.files.find(({ path }) => path.endsWith("pipe.pdf"))?.message).toContain("named pipe");
  });

  it("reports what it may not read and goes on", async () => {
    const test = await setUpTestCase();
    const folder = await test.give({
      "closed/inside.pdf": { pages: ["never seen"] },
      "open.pdf": { pages: ["open"] },
      "secret.pdf": { pages: ["secret"] },
    });
    chmodSync(join(folder, "closed"), 0);
    chmodSync(join(folder, "secret.pdf"), 0);
    execFileSync("chmod", ["-R", "a+rwX", join(test.folder, "..")]);
    chmodSync(join(folder, "closed"), 0);
    chmodSync(join(folder, "secret.pdf"), 0);
    mkdirSync(join(test.folder, "staging"), { recursive: true });
    chmodSync(join(test.folder, "staging"), 0o777);
    const account = await withoutPrivileges(() => runImport(test.session().jobs, test.ports(), [folder]));
    chmodSync(join(folder, "closed"), 0o700);
    expect(fatesOf(test, account)).toEqual({
      closed: "failed import/unreadable",
      "open.pdf": "imported",
      "secret.pdf": "failed import/unreadable",
    });
  });

  it("shows files that came as bytes under their own paths and removes their folder", async () => {
    const test = await setUpTestCase();
    const incoming = join(test.folder, "incoming/abc");
    mkdirSync(join(incoming, "court"), { recursive: true });
    writeFileSync(join(incoming, "court/note.pdf"), fakePdf({ pages: ["SPECIMEN"] }));
    const { jobs } = test.session();
    const jobId = jobs.start("import", "Import", { paths: [incoming], incomingFolder: incoming, documents: null });
    await jobs.settled();
    expect(
      test
        .ports()
        .jobs.account(jobId)
        ?.files.map(({ path }) => path),
    ).toEqual(["court/note.pdf"]);
    expect(readdirSync(join(test.folder, "incoming"))).toEqual([]);
    expect(test.ports().documents.list()[0]).toMatchObject({ fileName: "note.pdf", sourcePath: "court/note.pdf" });
  });

  it("tells what it does: progress, documents, and the end", async () => {
    const test = await setUpTestCase();
    await test.importAll({ "one.pdf": { pages: ["one"] }, "two.pdf": { pages: ["two"] } });
    const jobs = test.events.flatMap((event) => (event.kind === "job" ? [event.job] : []));
    expect(jobs[0]).toMatchObject({ status: "running", done: 0 });
    expect(jobs.at(-1)).toMatchObject({ status: "done", done: 2, total: 2, pages: 2, current: null });
    expect(test.events.at(-1)).toMatchObject({ kind: "changed" });
    const changed = test.events.filter((event) => event.kind === "changed" && event.areas.includes("documents"));
    expect(changed).toMatchObject(changed.map(() => ({ areas: ["documents", "case", "journal"] })));
    const rows = changed.flatMap((event) => (event.kind === "changed" ? (event.rows ?? []) : []));
    expect(new Set(rows)).toEqual(
      new Set(
        test
          .ports()
          .documents.list()
          .map(({ documentId }) => documentId),
      ),
    );
  });

  it("gives documents names of their own", async () => {
    const test = await setUpTestCase();
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, at) => [`${at}/Complaint.pdf`, { title: "Complaint", pages: [`page of ${at}`] }]),
    );
    expect(await test.importAll(files)).toMatchObject({ imported: 70 });
    expect(test.ports().documents.shortNames().size).toBe(70);
  });
});
