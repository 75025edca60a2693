import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportAnnotated } from "#core/export/export-annotated.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import { createTag } from "#core/passages/edit-tag.ts";
import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

async function setUpTaggedCase() {
  const test = await setUpTestCase();
  const ports = test.ports();
  const document = await test.importOne({ title: "Secret title", pages: ["SPECIMEN the cost", "of custody", "end"] });
  createTag(ports, { name: "Cost", color: "teal" });
  createTag(ports, { name: "Custody", color: "rust" });
  const tag = ["Custody", "Cost"];
  const passage = createPassage(ports, { document, quote: "the cost of custody", tag, note: "Compare." });
  const original = readFileSync(ports.vault.pathOf(ports.documents.find(document)?.sha256 ?? ""));
  return { test, ports, document, passage, original };
}

/** What the fake annotator was asked to write. */
function annotationsIn(bytes: Buffer, original: Buffer): readonly HighlightAnnotation[] {
  return JSON.parse(bytes.subarray(original.length).toString("utf8")) as readonly HighlightAnnotation[];
}

describe("an annotated copy", () => {
  it("begins with the original's bytes and has one annotation for each page of a passage", async () => {
    const { ports, document, passage, original, test } = await setUpTaggedCase();
    const out = join(test.given, "copy.pdf");
    const file = await exportAnnotated(ports, document, { out, overwrite: false });
    const bytes = readFileSync(out);
    expect(file).toEqual({
      path: out,
      name: "copy.pdf",
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      annotations: 2,
    });
    expect(bytes.subarray(0, original.length).equals(original)).toBe(true);
    const annotations = annotationsIn(bytes, original);
    expect(annotations.map(({ name, page, quads }) => [name, page, quads])).toEqual([
      [`${passage.passageId}-1`, 1, passage.ranges[0]?.quads],
      [`${passage.passageId}-2`, 2, passage.ranges[1]?.quads],
    ]);
    // The first tag of the codebook gives the colour.
    expect(annotations[0]).toMatchObject({
      author: "A. Tester",
      subject: "Cost, Custody",
      contents: "Cost, Custody\n\nCompare.",
      createdAt: passage.createdAt,
      modifiedAt: passage.updatedAt,
    });
    expect(annotations[0]?.color).toEqual(annotations[1]?.color);
  });

  it("leaves out what is orphaned, and is made without passages too", async () => {
    const { ports, document, passage, original } = await setUpTaggedCase();
    ports.passages.setAnchor(passage.passageId, { ...passage, state: "orphaned" });
    const file = await exportAnnotated(ports, document, { overwrite: false });
    expect(file.annotations).toBe(0);
    expect(annotationsIn(readFileSync(file.path), original)).toEqual([]);
  });

  it("without a target stands in the case under a name that tells nothing", async () => {
    const { ports, document, test } = await setUpTaggedCase();
    const file = await exportAnnotated(ports, document, { overwrite: false });
    expect(file.path).toBe(join(test.folder, "exports", `annotated-${document}.pdf`));
    expect((await exportAnnotated(ports, document, { overwrite: false })).name).toBe(`annotated-${document} (2).pdf`);
  });

  it("replaces nothing unless told to, and leaves the original as it is", async () => {
    const { ports, document, original, test } = await setUpTaggedCase();
    const out = join(test.given, "copy.pdf");
    writeFileSync(out, "mine");
    await expectFailure("export/exists", () => exportAnnotated(ports, document, { out, overwrite: false }));
    expect(readFileSync(out, "utf8")).toBe("mine");
    await exportAnnotated(ports, document, { out, overwrite: true });
    expect(readFileSync(out).subarray(0, original.length).equals(original)).toBe(true);
    const { vault, documents } = ports;
    const sha256 = documents.find(document)?.sha256 ?? "";
    expect(await vault.hash(sha256)).toBe(sha256);
  });

  it("that cannot be made leaves nothing under its name", async () => {
    const { ports, document, test } = await setUpTaggedCase();
    const out = join(test.given, "copy.pdf");
    const annotator = {
      annotate: async () => {
        throw new ProbativeError("export/annotation-failed");
      },
    };
    const failing = { ...ports, annotator };
    await expectFailure("export/annotation-failed", () =>
      exportAnnotated(failing, document, { out, overwrite: false }),
    );
    execFileSync("rm", ["-f", ports.vault.pathOf(ports.documents.find(document)?.sha256 ?? "")]);
    await expectFailure("document/original-missing", () => exportAnnotated(ports, document, { out, overwrite: false }));
    const unknown = createTestIds().next("document");
    await expectFailure("document/not-found", () => exportAnnotated(ports, unknown, { out, overwrite: false }));
    expect(readdirSync(test.given)).toEqual(["Secret title.pdf"]);
  });
});
