import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { understandPage } from "#shared/text/understand-page.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

async function readStates(file: string): Promise<readonly string[]> {
  const pages: ExtractedPage[] = [];
  const request = { path: join(CORPUS, file), maxPages: 20_000, revealed: [] };
  await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
  return pages.map((page) => understandPage({ ...page, geometry: () => decodeRuns(page.geometry) }).textState);
}

/** Files that were made by programs, whose text is good wherever there is any. */
const BORN_DIGITAL = [
  "court/3rdCircuit-091225p.pdf",
  "court/11thCircuit-200814991.pdf",
  "court/DC-Circuit-07-3125-1229519.pdf",
  "court/ca1_00117684624.pdf",
  "court/ca5_00516242060.pdf",
  "court/hearing_transcript_74p.pdf",
  "court/opinion_tax.pdf",
  "court/scotus_slip_opinion.pdf",
  "diplomatic/BOE-A-1978-31229-consolidado.pdf",
  "diplomatic/Federal_Voter_Registration_6-8-18_CHS.pdf",
  "diplomatic/Federal_Voter_Registration_6-8-18_HIN.pdf",
  "diplomatic/Federal_Voter_Registration_6-8-18_SPA.pdf",
  "foia/20141112-Transcript.pdf",
  "foia/FOIA-FY14-AnnualReport.pdf",
  "foia/PCLOB_702_report_196p.pdf",
  "foia/federal-register-2020-17221.pdf",
  "foia/nics-background-checks-2015-11-rotated.pdf",
  "foia/senate-expenditures.pdf",
];

describe.skipIf(NO_CORPUS)("the state of the text of real pages", () => {
  test("of good pages at most one in five hundred is sent to OCR", { timeout: 120_000 }, async () => {
    const states = (await Promise.all(BORN_DIGITAL.map(readStates))).flat().filter((state) => state !== "none");
    expect(states.length).toBeGreaterThan(900);
    expect(states.filter((state) => state !== "good").length).toBeLessThanOrEqual(states.length / 500);
  });

  test("scans whose only text is the court's stamp are told from text", { timeout: 60_000 }, async () => {
    const states = await Promise.all(
      ["court/gov.uscourts.cacd.624044.467.0.pdf", "court/gov.uscourts.cacd.648946.2114.0.pdf"].map(readStates),
    );
    expect(new Set(states.flat())).toEqual(new Set(["stamp-only"]));
  });

  test("a font without Unicode gives garbage", { timeout: 60_000 }, async () => {
    expect(await readStates("hostile/truetype_font_nomapping.pdf")).toEqual(["garbage"]);
  });
});
