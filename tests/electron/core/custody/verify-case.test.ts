import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyCase } from "#core/custody/verify-case.ts";
import { readPageText } from "#core/library/page-text.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";
import { makePages } from "../../../support/test-database.ts";

async function setUpFilledCase() {
  const test = await setUpTestCase();
  const note = await test.importOne({ title: "Note", pages: ["SPECIMEN the cost of custody"] });
  await test.importOne({ title: "Reply", pages: ["SPECIMEN the reply"] });
  createPassage(test.ports(), { document: note, quote: "the cost", tag: [], note: "" });
  return { test, note };
}

function verify(test: TestCase) {
  return verifyCase(test.ports(), test.session().checkCatalogue);
}

function originalOf(test: TestCase, document: DocumentId): string {
  const { documents, vault } = test.ports();
  return vault.pathOf(documents.find(document)?.sha256 ?? "");
}

/** Exchanges the content of a read-only file, as only a deed can. */
function exchange(path: string, content: string): void {
  rmSync(path, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

describe("verifying a case", () => {
  it("finds nothing in a sound one, and changes nothing", async () => {
    const { test } = await setUpFilledCase();
    const before = readFileSync(join(test.folder, "case.db"));
    expect(await verify(test)).toMatchObject({
      ok: true,
      originalsChecked: 2,
      originals: [],
      databases: [
        { name: "case.db", ok: true, problems: [] },
        { name: "index.db", ok: true, problems: [] },
      ],
      passagesChecked: 1,
      passages: [],
    });
    expect(readFileSync(join(test.folder, "case.db")).equals(before)).toBe(true);
  });

  it("names an original that was altered, is missing, or cannot be read", async () => {
    const { test, note } = await setUpFilledCase();
    const path = originalOf(test, note);
    exchange(path, "altered by one byte");
    const altered = await verify(test);
    expect(altered).toMatchObject({ ok: false, originals: [{ documentId: note, problem: "altered" }] });
    expect(altered.originals[0]?.message).toContain("Note.pdf: recorded ");
    rmSync(path);
    expect((await verify(test)).originals).toMatchObject([{ documentId: note, problem: "missing" }]);
    mkdirSync(path);
    expect((await verify(test)).originals).toMatchObject([{ documentId: note, problem: "unreadable" }]);
  });

  it("names a passage whose words are not at its place, or that is lost", async () => {
    const { test, note } = await setUpFilledCase();
    const { index, passages } = test.ports();
    index.beginDocument(note);
    index.addPages(note, makePages("SPECIMEN a price of custody"), "waiting");
    index.finishDocument(note);
    index.commit();
    expect((await verify(test)).passages).toMatchObject([{ message: "The text at its place is not its quote." }]);
    const [passage] = passages.list({ documentId: null, tagIds: [], text: null });
    if (passage === undefined) throw new Error("no passage");
    passages.setAnchor(passage.passageId, { ...passage, state: "orphaned" });
    const report = await verify(test);
    expect(report.ok).toBe(false);
    expect(report.passages).toMatchObject([
      { passageId: passage.passageId, message: expect.stringContaining("again") },
    ]);
  });

  it("names a document that the index does not hold", async () => {
    const { test, note } = await setUpFilledCase();
    test.ports().index.discardDocument(note);
    test.ports().index.commit();
    const report = await verify(test);
    expect(report.ok).toBe(false);
    expect(report.databases[1]?.problems).toEqual(["Note.pdf is not in the index; rebuild it"]);
  });

  it("reports a database that is damaged under it", async () => {
    const { test, note } = await setUpFilledCase();
    await test.close();
    const path = join(test.folder, "index.db");
    const session = await test.reopen();
    // Pages beyond the first, while it is open: as a failing disk would.
    const size = readFileSync(path).length;
    execFileSync(
      "dd",
      ["if=/dev/urandom", `of=${path}`, "bs=4096", "seek=2", `count=${size / 4096 - 2}`, "conv=notrunc"],
      {
        stdio: "ignore",
      },
    );
    const report = await verifyCase(session.ports, session.checkCatalogue);
    expect(report.ok).toBe(false);
    expect(report.databases[0]?.ok).toBe(true);
    expect(report.databases[1]?.ok).toBe(false);
    expect(report.passages).toMatchObject([{ message: "Its page cannot be read." }]);
    const failure = await expectFailure("case/damaged", () => readPageText(session.ports, note, 1));
    expect(failure.message).toBe("A database of this case cannot be read.");
  });
});
