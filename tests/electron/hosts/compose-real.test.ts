import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { makeDepartmentLetter } from "#fixtures/agency/department-letter.ts";
import { makeNotaVerbal } from "#fixtures/diplomatic/nota-verbal.ts";
import { makeNoteVerbale } from "#fixtures/diplomatic/note-verbale.ts";
import { generateHostileFiles } from "#fixtures/hostile.ts";
import { KNOWN_DOCUMENTS } from "#fixtures/known-answers.ts";
import { expectFailure } from "../../support/expect-failure.ts";
import { setUpBackend } from "../../support/test-backend.ts";
import { type GivenFiles, writeFiles } from "../../support/test-case.ts";

// Much is done here, and continuous integration is slow.
vi.setConfig({ testTimeout: 60_000 });

/** A case with real documents in it. */
async function setUpRealCase(files: GivenFiles) {
  const test = setUpBackend();
  const { backend, root } = test;
  const given = join(root, "given");
  await writeFiles(given, files);
  await backend.call("case.create", { directory: join(root, "case"), title: "Real" });
  const { jobId } = await backend.call("documents.import", { paths: [given] });
  return { ...test, given, account: await test.finished(jobId) };
}

describe("the main job on real documents", () => {
  it("imports, finds, tags, quotes and exports", async () => {
    const note = await makeNoteVerbale();
    const { backend, root, account } = await setUpRealCase({
      "note.pdf": note,
      "nota.pdf": await makeNotaVerbal(),
      "letter.pdf": await makeDepartmentLetter(),
      "again/note.pdf": note,
    });
    expect(account).toMatchObject({ given: 4, imported: 3, duplicate: 1, failed: 0, skipped: 0, pending: 0 });
    const { documents } = await backend.call("documents.list", {});
    const document = documents.find(({ bytes }) => bytes === note.length);
    if (document === undefined) throw new Error("the note is not there");
    const served = await backend.documentFile(document.documentId);
    expect(readFileSync(served.path).equals(note)).toBe(true);

    const answer = await backend.call("search.query", { query: "specimen" });
    expect(answer.documents).toBe(3);
    for (const { hits, documentId, page } of answer.groups.flatMap((group) => group.pages)) {
      const { text } = await backend.call("documents.page", { document: documentId, page });
      for (const { start, end, quads } of hits) {
        expect(text.slice(start, end).toLowerCase()).toBe("specimen");
        expect(quads.length).toBeGreaterThan(0);
      }
    }

    const { text } = await backend.call("documents.page", { document: document.documentId, page: 1 });
    const paragraph = text.split("\n\n").toSorted((one, other) => other.length - one.length)[0] ?? "";
    const quote = paragraph.replaceAll("\n", " ");
    const passage = await backend.call("passages.create", {
      document: document.documentId,
      quote,
      page: 1,
      tag: ["Key"],
    });
    expect(passage.ranges[0]?.quads.length).toBe(paragraph.split("\n").length);
    const { briefId } = await backend.call("briefs.create", { title: "Brief" });
    const brief = await backend.call("briefs.add", { brief: briefId, passage: passage.passageId, section: "Facts" });
    expect(brief.checks).toEqual({ verified: 1, altered: 0, orphaned: 0, missing: 0 });

    const annotated = await backend.call("export.annotated", { document: document.documentId });
    const copy = readFileSync(annotated.path);
    expect(annotated).toMatchObject({ annotations: 1, bytes: copy.length });
    expect(copy.subarray(0, note.length).equals(note)).toBe(true);
    expect(copy.subarray(note.length).includes("/Highlight")).toBe(true);
    const out = join(root, "brief.pdf");
    await backend.call("export.brief", { brief: briefId, format: "pdf", out });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe("%PDF-");
    await expectFailure("export/exists", () => backend.call("export.brief", { brief: briefId, format: "pdf", out }));

    expect(await backend.call("case.verify", {})).toMatchObject({ ok: true, originalsChecked: 3, passagesChecked: 1 });
    await backend.call("case.rebuild-index", {});
    await expectFailure("case/busy", () => backend.call("case.close", {}));
    await expectFailure("case/busy", () => backend.call("case.open", { directory: join(root, "other") }));
  });

  it("refuses each hostile file with its reason, and takes the harmless ones", async () => {
    const hostile = await generateHostileFiles();
    const { backend, account, root } = await setUpRealCase(
      Object.fromEntries(hostile.map(({ path, bytes }) => [path, bytes])),
    );
    const fates = account.files.map(({ path, outcome, reason }) => [path, outcome === "imported" ? "imports" : reason]);
    expect(Object.fromEntries(fates)).toEqual(
      Object.fromEntries(
        hostile.map(({ path, expectedReason }) => [
          join(root, "given", path),
          // What is named as a PDF and is a text or an archive is read as what it is.
          expectedReason === "imports" || expectedReason === "not-a-pdf" ? "imports" : `import/${expectedReason}`,
        ]),
      ),
    );
    expect(account.imported + account.failed).toBe(hostile.length);
    expect(readdirSync(join(root, "case/staging"))).toEqual([]);
    expect(await backend.call("case.verify", {})).toMatchObject({ ok: true });
  });

  it("leaves no word of a document in the log or in the settings", async () => {
    const { backend, home } = await setUpRealCase({
      "note.pdf": await makeNoteVerbale(),
      "canary-nonsense.pdf": new TextEncoder().encode("%PDF-1.7\ncanary canary canary"),
    });
    const [document] = (await backend.call("documents.list", {})).documents;
    if (document === undefined) throw new Error("nothing was imported");
    const { text } = await backend.call("documents.page", { document: document.documentId, page: 1 });
    await expect(
      backend.call("passages.create", { document: document.documentId, quote: "canary in the quote" }),
    ).rejects.toThrow();
    await expect(backend.call("search.query", { query: "canary AND (" })).rejects.toThrow();
    backend.reportUnknown(new Error(`canary ${text}`));
    const kept = readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
      .join("\n");
    expect(kept).toContain("request failed");
    expect(kept).not.toContain("canary");
    for (const word of text.match(/\p{L}{12,}/gu) ?? []) expect(kept).not.toContain(word);
  });
});

describe("the sample case", () => {
  it("is made once, filled by an import, and opened again", async () => {
    const { backend, home, finished } = setUpBackend();
    const made = await backend.call("case.create-sample", {});
    expect(made.case.directory).toBe(join(home, "Cases/Sample matter.probative"));
    if (made.jobId === null) throw new Error("no import was started");
    const account = await finished(made.jobId);
    // Two attachments of its mail stand in the matter twice, byte for byte.
    expect(account).toMatchObject({ failed: 0, skipped: 0, duplicate: 2, pending: 0 });
    expect(account.imported + account.duplicate).toBe(account.given);
    const papers = account.files.filter(({ path }) => /^[a-z]+\/[^/]+\.pdf$/.test(path));
    expect(papers.length).toBeGreaterThanOrEqual(KNOWN_DOCUMENTS.length);
    expect(account.files.every(({ path }) => !path.startsWith("/"))).toBe(true);
    expect(readdirSync(join(made.case.directory, "incoming"))).toEqual([]);
    expect(await backend.call("case.create-sample", {})).toMatchObject({ jobId: null });
    await backend.call("case.close", {});
    const again = await backend.call("case.create-sample", {});
    expect(again).toMatchObject({ jobId: null, case: { documents: account.imported, pages: account.pages } });
  });

  it("that was made and never filled is filled at the next try", async () => {
    const { backend, root, finished } = setUpBackend();
    const directory = join(root, "sample");
    await backend.call("case.create", { directory, title: "Empty sample" });
    const { jobId } = await backend.call("case.create-sample", { directory });
    if (jobId === null) throw new Error("no import was started");
    expect((await finished(jobId)).imported).toBeGreaterThanOrEqual(12);
  });
});
