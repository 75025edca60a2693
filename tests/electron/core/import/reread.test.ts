import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { ensurePages } from "#core/import/ensure-rendition.ts";
import { rereadDocument } from "#core/import/reread-document.ts";
import { requireDocument } from "#core/library/require-document.ts";
import { setDocuments } from "#core/library/set-documents.ts";
import type { RecognisedLayer } from "#core/ports/search-index.ts";
import type { DocumentId } from "#shared/base/ids.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { fakeContainer } from "../../../support/fake-files.ts";
import { layOutText } from "../../../support/lay-out-text.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";

const NEVER = new AbortController().signal;

function layer(text: string): RecognisedLayer {
  return {
    text,
    geometry: layOutText(text),
    confidences: [[0, text.length, 90]],
    confidence: 90,
    madeBy: "fake 1",
    understanding: { textState: "good", detections: [], language: "eng", signature: null },
  };
}

const SCAN = { title: "Scan", pages: [{ text: "", textState: "none" as const, pictured: 1 }, "SPECIMEN two"] };

/** A scan whose first page was recognised. */
async function setUpScan() {
  const test = await setUpTestCase();
  const scan = await test.importOne(SCAN);
  const ports = test.ports();
  ports.index.setRecognised(scan, 1, layer("SPECIMEN recognised"));
  ports.index.commit();
  return { test, ports, scan };
}

/** A document that is no PDF. */
async function setUpRendition(): Promise<{ readonly test: TestCase; readonly box: DocumentId }> {
  const test = await setUpTestCase();
  await test.importAll({
    "box.zip": fakeContainer({
      title: "Box",
      pages: ["SPECIMEN list"],
      headers: { messageId: "m" },
      notices: [{ kind: "encoding", detail: "Guessed." }],
      children: [{ name: "in.pdf", file: { pdf: { pages: ["SPECIMEN in"] } } }],
    }),
  });
  const box = test
    .ports()
    .documents.list()
    .find(({ fileName }) => fileName === "box.zip");
  if (box === undefined) throw new Error("not imported");
  return { test, box: box.documentId };
}

describe("reading a document anew", () => {
  it("keeps what was recognised on pages whose own text is the same, in use or not", async () => {
    const { ports, scan } = await setUpScan();
    await rereadDocument(ports, scan, NEVER);
    expect(ports.index.pageText(scan, 1)).toBe("SPECIMEN recognised");
    expect(ports.index.pageInfo(scan, 1)).toMatchObject({ layer: "ocr", ocr: "done", confidence: 90 });
    expect(ports.documents.find(scan)).toMatchObject({ pages: 2, pagesWithoutText: 0 });
    ports.index.useLayer(scan, 1, "text-layer", () => layer("").understanding);
    ports.index.commit();
    await rereadDocument(ports, scan, NEVER);
    expect(ports.index.pageText(scan, 1)).toBe("");
    expect(ports.index.recognisedPages(scan)).toMatchObject([{ page: 1, inUse: false }]);
    expect(ports.index.check()).toEqual([]);
  });

  it("forgets what was recognised where the page now has another text of its own", async () => {
    const { test, ports, scan } = await setUpScan();
    test.program.reader.revise((document) => ({ ...document, pages: ["SPECIMEN of its own", "SPECIMEN two"] }));
    await rereadDocument(ports, scan, NEVER);
    expect(ports.index.pageText(scan, 1)).toBe("SPECIMEN of its own");
    expect(ports.index.recognisedPages(scan)).toEqual([]);
  });

  it("that fails leaves the old text in use", async () => {
    const { test, ports, scan } = await setUpScan();
    test.program.reader.revise((document) => ({ ...document, fail: "import/worker-crashed" }));
    await expectFailure("import/worker-crashed", () => rereadDocument(ports, scan, NEVER));
    expect(ports.index.pageText(scan, 1)).toBe("SPECIMEN recognised");
    expect(ports.index.pageText(scan, 2)).toBe("SPECIMEN two");
    expect(ports.index.documentIds()).toContain(scan);
    expect(ports.index.check()).toEqual([]);
  });

  it("hands the reader what somebody decided to reveal, and leaves what was entered by hand", async () => {
    const { test, ports, scan } = await setUpScan();
    setDocuments(ports, [scan], { title: "By hand", kind: "letter", asDetected: [] });
    const box = [1, 2, 3, 4] as const;
    const region = { box: [...box] as [number, number, number, number], characters: 1, cover: "box" as const };
    const decision = { documentId: scan, page: 2, region, at: "", by: "" };
    ports.redactions.decide({ ...decision, decision: "reveal" });
    ports.redactions.decide({ ...decision, page: 1, decision: "keep-hidden" });
    const { read } = test.program.reader;
    const revealed: unknown[] = [];
    const reader = {
      ...test.program.reader,
      read: (...values: Parameters<typeof read>) => {
        revealed.push(values[0].revealed);
        return read(...values);
      },
    };
    await rereadDocument({ ...ports, reader }, scan, NEVER);
    expect(revealed).toEqual([[{ page: 2, box: [...box] }]]);
    expect(requireDocument(ports, scan)).toMatchObject({ title: "By hand", fields: { kind: "letter" } });
    expect(ports.journal.entries(0, 100).at(-1)).toMatchObject({ action: "document-reread", subject: scan });
  });

  it("keeps pages for which OCR was switched off as they are", async () => {
    const test = await setUpTestCase();
    await test.give({ "scan.pdf": SCAN });
    const request = { paths: [test.given], incomingFolder: null, documents: null, withoutOcr: true };
    test.session().jobs.start("import", "Import", request);
    await test.session().jobs.settled();
    const ports = test.ports();
    const scan = ports.documents.list()[0]?.documentId as DocumentId;
    expect(ports.index.ocrTotals()).toMatchObject({ off: 1, waiting: 0 });
    await rereadDocument(ports, scan, NEVER);
    expect(ports.index.ocrTotals()).toMatchObject({ off: 1, waiting: 0 });
  });
});

describe("a document that is no PDF", () => {
  it("is read anew from its rendition, which is made anew when it is gone or damaged", async () => {
    const { test, box } = await setUpRendition();
    const ports = test.ports();
    const before = requireDocument(ports, box);
    const rendition = ports.vault.renditionPathOf(before.sha256);
    await rereadDocument(ports, box, NEVER);
    expect(test.program.converter.converted).toEqual(["box.zip"]);
    for (const damage of [
      ["rm", "-f", rendition],
      ["sh", "-c", `rm -f "$0"; echo broken > "$0"`, rendition],
    ]) {
      const [command = "", ...values] = damage;
      execFileSync(command, values);
      await rereadDocument(ports, box, NEVER);
      expect(requireDocument(ports, box)).toEqual(before);
      expect(ports.index.pageText(box, 1)).toBe("SPECIMEN list");
    }
    expect(test.program.converter.converted).toEqual(["box.zip", "box.zip", "box.zip"]);
    expect(ports.documents.list()).toHaveLength(2);
  });

  it("is shown by its rendition, made anew when it is gone; without its original it is missing", async () => {
    const { test, box } = await setUpRendition();
    const ports = test.ports();
    const document = requireDocument(ports, box);
    const rendition = ports.vault.renditionPathOf(document.sha256);
    expect(await ensurePages(ports, document, NEVER)).toBe(rendition);
    execFileSync("rm", ["-f", rendition]);
    expect(await ensurePages(ports, document, NEVER)).toBe(rendition);
    expect(await ports.vault.hasRendition(document.sha256)).toBe(true);
    execFileSync("rm", ["-f", rendition, ports.vault.pathOf(document.sha256)]);
    await expectFailure("document/original-missing", () => ensurePages(ports, document, NEVER));
    await expectFailure("document/original-missing", () => rereadDocument(ports, box, NEVER));
  });
});
