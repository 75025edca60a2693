import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CasePorts } from "#core/backend-context.ts";
import { verifyJournal } from "#core/custody/verify-journal.ts";
import { certifySearch } from "#core/search/certificate.ts";
import { compareCertificates } from "#core/search/compare-certificates.ts";
import { recertify } from "#core/search/recertify.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { searchCertificateSchema } from "#shared/model/search-report.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { BREATHLESS, createFakeSearcher, type FakeResult } from "./fake-searcher.ts";
import { makeCertificate } from "./make-certificate.ts";

const PLACE = { caseTitle: "Doe v. Roe", program: "probative 0.1.0" };
const SECRET = "kompromat w/5 núñez";
const SEARCH = searchRequestSchema.parse({ query: SECRET });

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function setUp() {
  const testCase = await setUpTestCase();
  await testCase.importAll({
    "a.pdf": { title: "A", pages: [{ text: "A SPECIMEN" }, { text: "" }] },
    "b.bin": new Uint8Array([1, 2, 3]),
  });
  const results: Record<string, FakeResult> = { [SECRET]: { documents: [] } };
  const searcher = createFakeSearcher(results);
  const certify = (out?: string, ports: CasePorts = testCase.ports()) =>
    certifySearch(ports, searcher, PLACE, SEARCH, { out, overwrite: false }, BREATHLESS);
  const again = (text: string) => recertify(testCase.ports(), searcher, PLACE, text, BREATHLESS);
  return { ...testCase, results, certify, again };
}

describe("certifySearch", () => {
  it("states the search, what was searched and what could not be read", async () => {
    const { ports, certify } = await setUp();
    const { certificate } = await certify();
    expect(searchCertificateSchema.parse(certificate)).toEqual(certificate);
    expect(certificate).toMatchObject({
      ...PLACE,
      madeBy: "A. Tester",
      search: SEARCH,
      words: `the words ${SECRET}`,
      result: { documents: 0, pages: 0, hits: 0, complete: true },
      index: { documents: 1, pages: 2, pagesWithoutText: 1, documentsOutdated: 0 },
    });
    const { imported, duplicate, failed, skipped, pending } = certificate.index.files;
    expect([imported, duplicate, failed + skipped, pending]).toEqual([1, 0, 1, 0]);
    const [document] = ports().documents.list();
    expect(certificate.catalogueDigest).toBe(sha256(`${document?.documentId} ${document?.sha256} 2\n`));
  });

  it("writes canonical JSON whose hash the journal and the PDF name, and the words of the search into neither name", async () => {
    const { ports, folder, certify } = await setUp();
    const headBefore = ports().journal.head().hash;
    const { certificate, pdf, json } = await certify();
    const text = readFileSync(json.path, "utf8");
    expect(JSON.parse(text)).toEqual(certificate);
    expect(json.sha256).toBe(sha256(text));
    expect(certificate.journalHead).toBe(headBefore);
    expect(readFileSync(pdf.path, "utf8")).toContain(json.sha256);
    expect([json.name, pdf.name]).toEqual(
      ["json", "pdf"].map((extension) => `search-certificate-${certificate.certificateId}.${extension}`),
    );
    expect(json.path).toBe(join(folder, "exports", json.name));
    const line = ports().journal.entries(ports().journal.head().entries - 1, 1)[0];
    expect(line).toMatchObject({
      action: "search-certified",
      subject: certificate.certificateId,
      sha256: json.sha256,
      detail: { documents: 0, pages: 0, hits: 0, complete: true, pdf: pdf.sha256, name: json.name },
    });
    for (const word of ["kompromat", "nunez", "núñez"]) expect(JSON.stringify(line)).not.toContain(word);
    expect(verifyJournal(ports(), headBefore).ok).toBe(true);
  });

  it.each(["none", "none.pdf", "none.JSON"])("puts both files beside each other for --out %s", async (name) => {
    const { given, certify } = await setUp();
    const { pdf, json } = await certify(join(given, name));
    expect([pdf.path, json.path]).toEqual([join(given, "none.pdf"), join(given, "none.json")]);
    await expectFailure("export/exists", () => certify(join(given, name)));
  });

  it("journals nothing and leaves nothing when the PDF cannot be made", async () => {
    const { ports, given, certify } = await setUp();
    const before = ports().journal.head();
    const failing = { print: () => Promise.reject(new ProbativeError("export/no-space")) };
    await expectFailure("export/no-space", () =>
      certify(join(given, "x"), { ...ports(), certificatePrinter: failing }),
    );
    expect(existsSync(join(given, "x.json"))).toBe(false);
    expect(ports().journal.head()).toEqual(before);
  });
});

describe("recertify", () => {
  it("finds no difference where nothing changed, and knows the certificate", async () => {
    const { ports, certify, again } = await setUp();
    const { certificate, json } = await certify();
    const before = ports().journal.head();
    const comparison = await again(readFileSync(json.path, "utf8"));
    expect(comparison).toMatchObject({ before: certificate, differences: [], journaled: true });
    expect(comparison.now.certificateId).not.toBe(certificate.certificateId);
    expect(ports().journal.head()).toEqual(before);
    expect((await again(JSON.stringify(certificate, null, 2))).journaled).toBe(true);
  });

  it("says what changed in the case and in the result", async () => {
    const { ports, importOne, results, certify, again } = await setUp();
    const { json } = await certify();
    const documentId = await importOne({ title: "New", pages: [{ text: "New SPECIMEN" }] });
    results[SECRET] = { documents: [{ documentId, hits: 2, pages: 1 }] };
    expect((await again(readFileSync(json.path, "utf8"))).differences).toEqual([
      "Documents found: 0 before, 1 now.",
      "Pages with hits: 0 before, 1 now.",
      "Hits: 0 before, 2 now.",
      "Documents of the case: 1 before, 2 now.",
      "Pages of the case: 2 before, 3 now.",
      "Files imported: 1 before, 2 now.",
    ]);
    expect(ports().documents.totals().documents).toBe(2);
  });

  it("does not take a certificate that was changed, in values or by additions, for one that was issued", async () => {
    const { certify, again } = await setUp();
    const { certificate } = await certify();
    for (const changed of [
      { ...certificate, madeBy: "Somebody" },
      { ...certificate, remark: "true" },
    ]) {
      expect((await again(JSON.stringify(changed))).journaled).toBe(false);
    }
    for (const text of ["", "{}", "[1]", JSON.stringify({ ...certificate, version: 2 })]) {
      await expectFailure("search/not-a-certificate", () => again(text));
    }
  });
});

describe("compareCertificates", () => {
  it("names forms that came and went, synonyms, another reading and another program", () => {
    const before = makeCertificate();
    const forms = [
      { form: "detain", reason: "typed", hits: 41, excluded: false },
      { form: "detainee", reason: "stem", hits: 12, excluded: false },
    ];
    const now = makeCertificate({
      expansions: [{ source: "detain", forms }],
      synonyms: [],
      words: "detain",
      program: "probative 0.2.0",
      catalogueDigest: "00".repeat(32),
    });
    expect(compareCertificates(before, before)).toEqual([]);
    expect(compareCertificates(before, now)).toEqual([
      "The documents of the case are not the same, though there are as many, with as many pages.",
      "The search is read as: ““wire transfer” and detain, and its other forms” before, “detain” now.",
      "“detain” now also stands for detainee.",
      "“detain” no longer stands for detained.",
      "Synonyms before: CECOT = Centro de Confinamiento del Terrorismo; now: none.",
      "Made with: probative 0.1.0 before, probative 0.2.0 now.",
    ]);
  });
});
