import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { findStampRanges } from "#shared/text/page-furniture.ts";
import { findRunningLines, readPageEdges } from "#shared/text/running-lines.ts";

/** Real documents, which are not part of the project: where they are absent there is nothing to test. */
const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");
const NO_CORPUS = existsSync(CORPUS) ? false : "the folder of real documents is not on this machine";

const reader = createPooledDocumentReader({
  workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
  concurrency: 2,
});
afterAll(() => reader.close());

async function readPages(file: string): Promise<readonly ExtractedPage[]> {
  const pages: ExtractedPage[] = [];
  const request = { path: join(CORPUS, file), maxPages: 20_000, revealed: [] };
  await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
  return pages;
}

/** Lines that hold something, of what lies outside of each page's body. */
async function findLost(file: string): Promise<readonly (readonly string[])[]> {
  const pages = await readPages(file);
  const bodies = findRunningLines(pages.map(({ text, detections }) => readPageEdges(text, detections)));
  return pages.map(({ text, detections }, index) => {
    const { start = 0, end = text.length } = bodies[index] ?? {};
    let stamped = text;
    const stamps = findStampRanges(text, detections);
    for (let at = 0; at < stamps.length; at += 2) {
      const [from = 0, to = 0] = [stamps[at], stamps[at + 1]];
      stamped = stamped.slice(0, from) + stamped.slice(from, to).replaceAll(/[^\n]/gu, " ") + stamped.slice(to);
    }
    return `${stamped.slice(0, start)}\n${stamped.slice(end)}`.split("\n").filter((line) => line.trim() !== "");
  });
}

describe.skipIf(NO_CORPUS)("running lines of real documents", () => {
  test.each([
    ["court/scotus_slip_opinion.pdf", 27],
    ["court/ca5_00516242060.pdf", 9],
    ["court/declaration_frye_ftc_v_bint.pdf", 21],
    ["diplomatic/BOE-A-1978-31229-consolidado.pdf", 39],
    ["diplomatic/Federal_Voter_Registration_6-8-18_SPA.pdf", 18],
    ["foia/federal-register-2020-17221.pdf", 14],
    // Page numbers and stamps are all that runs here.
    ["court/hearing_transcript_74p.pdf", 0],
    ["court/opinion_tax.pdf", 0],
    ["court/DC-Circuit-07-3125-1229519.pdf", 0],
  ])("%s has them on %i pages", { timeout: 60_000 }, async (file, expected) => {
    const lost = await findLost(file);
    expect(lost.filter((lines) => lines.length > 0)).toHaveLength(expected);
    for (const lines of lost) expect(lines.length).toBeLessThanOrEqual(8);
  });

  test("the numbers beside the lines of transcripts and pleadings do not stand between their words", {
    timeout: 60_000,
  }, async () => {
    for (const file of ["court/hearing_transcript_74p.pdf", "court/gov.uscourts.cand.306678.660.0.pdf"]) {
      const pages = await readPages(file);
      const withColumn = pages.filter(({ text, detections }) =>
        findStampRanges(text, detections).some(
          (start, at, all) => at % 2 === 0 && /\n12\n/u.test(text.slice(start, all[at + 1])),
        ),
      );
      expect(withColumn.length / pages.length).toBeGreaterThan(0.95);
    }
  });
});
