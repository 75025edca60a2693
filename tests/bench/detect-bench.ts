import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { createPooledDocumentReader } from "#adapters/pdf/pooled-document-reader.ts";
import type { ExtractedPage } from "#core/ports/document-reader.ts";
import { generateMatter } from "#fixtures/matter.ts";
import type { DetectionKind } from "#shared/model/detection.ts";
import { decodeRuns } from "#shared/text/geometry-codec.ts";
import { understandPage } from "#shared/text/understand-page.ts";
import { measureProposals } from "./documents-bench.ts";
import { describeValue, fixtureStampLabels, type LabelledPage, readHandLabels } from "./labels/read-labels.ts";
import { measureNearDuplicates } from "./near-duplicates-bench.ts";
import type { Figure } from "./report.ts";

const CORPUS = resolve(import.meta.dirname, "../../../shared/corpus");

/** What a case is to hold (field.md), at 20 pages each. */
const DOCUMENTS = 50_000;

/** What the issue asks for, by kind. */
const AIMS: Readonly<Partial<Record<DetectionKind, number>>> = {
  "ecf-stamp": 0.95,
  "appellate-stamp": 0.95,
  "page-id": 0.95,
  bates: 0.95,
  exemption: 0.95,
  date: 0.9,
  money: 0.9,
};

/** Labelled values that were found, found values that no label names, and labelled values that were missed. */
interface Score {
  found: number;
  invented: number;
  missed: number;
  readonly examples: string[];
}

/**
 * Precision and recall of each detector on the labelled pages: those of the sample matter, and those of real documents
 * where they are present; and the time that understanding a page takes.
 */
export async function benchDetect(runs: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "probative-detect-"));
  try {
    say("detect: writing the sample matter");
    for (const { path, bytes } of await generateMatter()) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
    const fixtures = await scorePages(
      "fixtures",
      folder,
      [...fixtureStampLabels(), ...readHandLabels("fixtures")],
      say,
    );
    const figures = [...fixtures.figures];
    const pages = [...fixtures.pages];
    if (existsSync(CORPUS)) {
      const corpus = await scorePages("real documents", CORPUS, readHandLabels("corpus"), say);
      const heldOut = await scorePages("held out", CORPUS, readHandLabels("held-out"), say);
      figures.push(...corpus.figures, ...heldOut.figures);
      pages.push(...corpus.pages);
    }
    figures.push(...(await measureProposals(folder, say)));
    return [...figures, measureTime(pages, runs), measureNearDuplicates(runs > 1 ? DOCUMENTS : DOCUMENTS / 10)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scorePages(
  set: string,
  folder: string,
  labelled: readonly LabelledPage[],
  say: (progress: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly pages: readonly ExtractedPage[] }> {
  say(`detect: ${set}`);
  const files = [...new Set(labelled.map(({ file }) => file))].filter((file) => existsSync(join(folder, file)));
  const pages = await readFiles(folder, files);
  const scores = new Map<DetectionKind, Score>();
  const counted = new Set<string>();
  for (const label of labelled) {
    const page = pages.get(label.file)?.[label.page - 1];
    if (page === undefined) continue;
    counted.add(`${label.file} ${label.page}`);
    scorePage(page, label, scores);
  }
  for (const [kind, { examples }] of scores) {
    for (const example of examples.slice(0, 12)) say(`  ${kind}: ${example}`);
  }
  const figures = [...scores].map(([kind, score]) => toFigure(set, kind, score, counted.size));
  return { figures, pages: [...pages.values()].flat() };
}

async function readFiles(
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly ExtractedPage[]>> {
  const reader = createPooledDocumentReader({
    workerUrl: new URL("../../electron/workers/extract.ts", import.meta.url),
    concurrency: 2,
  });
  try {
    const read = files.map(async (file) => {
      const pages: ExtractedPage[] = [];
      const request = { path: join(folder, file), maxPages: 20_000, revealed: [] };
      await reader.read(request, (batch) => pages.push(...batch), new AbortController().signal);
      return [file, pages] as const;
    });
    return new Map(await Promise.all(read));
  } finally {
    await reader.close();
  }
}

function understand(page: ExtractedPage) {
  return understandPage({ ...page, geometry: () => decodeRuns(page.geometry) });
}

function scorePage(page: ExtractedPage, label: LabelledPage, scores: Map<DetectionKind, Score>): void {
  const { detections } = understand(page);
  for (const kind of label.kinds) {
    const score = scores.get(kind) ?? { found: 0, invented: 0, missed: 0, examples: [] };
    scores.set(kind, score);
    const missing = [...(label.labels[kind] ?? [])];
    for (const { value } of detections) {
      if (value.kind !== kind) continue;
      const described = describeValue(value);
      const at = missing.indexOf(described);
      if (at >= 0) {
        missing.splice(at, 1);
        score.found += 1;
      } else {
        score.invented += 1;
        score.examples.push(`+ ${described} (${label.file} p. ${label.page})`);
      }
    }
    score.missed += missing.length;
    score.examples.push(...missing.map((value) => `- ${value} (${label.file} p. ${label.page})`));
  }
}

function toFigure(set: string, kind: DetectionKind, { found, invented, missed }: Score, pages: number): Figure {
  const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));
  const aim = AIMS[kind];
  return {
    what: `${kind}, ${set}`,
    value: `P ${share(found, found + invented)} R ${share(found, found + missed)}`,
    comparedWith: "labels",
    ratio: null,
    aim: aim === undefined ? "" : `≥ ${aim.toFixed(2)}`,
    note: `${found} found, ${invented} invented, ${missed} missed; ${pages} labelled pages`,
  };
}

function measureTime(pages: readonly ExtractedPage[], runs: number): Figure {
  const withText = pages.filter(({ text }) => text !== "");
  const times = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    for (const page of withText) understand(page);
    return ((performance.now() - start) * 1000) / Math.max(1, withText.length);
  });
  // The first run compiles.
  const best = Math.min(...times.slice(1));
  return {
    what: "understanding a page",
    value: `${best.toFixed(0)} µs/page`,
    comparedWith: "",
    ratio: null,
    aim: "< 1000 µs",
    note: `best of ${runs} runs over ${withText.length} pages, with decoding their geometry`,
  };
}
