import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateMatter } from "#fixtures/matter.ts";
import { importAccountSchema } from "#shared/model/job.ts";
import { COMMAND_LINE, CORPUS, keepHomeIn } from "./command-line.ts";
import { prepareRecoll } from "./recoll.ts";
import type { Figure } from "./report.ts";
import {
  CORES,
  type Cost,
  expectSuccess,
  isInstalled,
  type MeasuredRun,
  measureInParallel,
  type ProcessRun,
  runMeasured,
  runProcess,
} from "./run-process.ts";
import { median } from "./statistics.ts";

/** Files on which the peer does not end within this are left out: the set holds bombs, which measure something else. */
const PEER_SECONDS_AT_MOST = 30;

/** What the peers cost: an indexer of folders, and bare text extraction, one file at a time and as many as there are cores. */
interface PeerCosts {
  readonly indexer: Cost[];
  readonly single: Cost[];
  readonly parallel: Cost[];
}

/** What is timed: files that are imported, and that the peer reads as well. */
interface TimedSet {
  readonly files: readonly string[];
  readonly pages: number;
}

/**
 * Import through the command line into a fresh case, with everything on except OCR, against Recoll's indexer over the same
 * files, and against bare text extraction: pdftotext started once for each of them. Files that either refuses, or that stand in the set twice, are left
 * out for both.
 */
export async function benchImport(runs: number, say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  try {
    const { files, name } = await chooseFiles(folder);
    const hasPeer = await isInstalled("pdftotext", "-v");
    say(`import: first pass over ${files.length} files (${name})`);
    const timed = await chooseTimedSet(folder, files, hasPeer, say);
    const recoll = await prepareRecoll(folder, timed.files);
    const imports: MeasuredRun[] = [];
    const peers: PeerCosts = { indexer: [], single: [], parallel: [] };
    for (let run = 1; run <= runs; run += 1) {
      say(`import: run ${run} of ${runs}, ${timed.files.length} files`);
      imports.push(await expectSuccess(importFresh(folder, timed.files)));
      if (recoll !== null) peers.indexer.push(await recoll.measure());
      if (!hasPeer) continue;
      peers.parallel.push(await measureInParallel(timed.files, CORES, extractWithPeer));
      peers.single.push(await measureInParallel(timed.files, 1, extractWithPeer));
    }
    const { pages } = timed;
    const set = `${timed.files.length} of ${files.length} files, ${pages} pages (${name}), median of ${runs}`;
    return describeRuns(imports, peers, pages, set);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Real documents where there are some, else the fictional matter. */
async function chooseFiles(folder: string): Promise<{ readonly files: readonly string[]; readonly name: string }> {
  const found = await listPdfs(CORPUS);
  if (found.length > 0) return { files: found, name: "real documents" };
  const files: string[] = [];
  for (const [index, file] of (await generateMatter()).entries()) {
    if (!file.path.endsWith(".pdf")) continue;
    const path = join(folder, `fixture-${index}.pdf`);
    await writeFile(path, file.bytes);
    files.push(path);
  }
  return { files, name: "the fictional matter" };
}

async function listPdfs(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith(".pdf"))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * Finds out which files can be timed, and warms the disk's cache for everyone. Files that are refused end the command
 * with an exit code of their own, so that only its account tells whether it worked.
 */
async function chooseTimedSet(
  folder: string,
  files: readonly string[],
  hasPeer: boolean,
  say: (progress: string) => void,
): Promise<TimedSet> {
  const imported = listImported(await importFresh(folder, files), files.length);
  const readable = files.filter((file) => imported.has(file));
  const read = new Set(hasPeer ? [] : readable);
  if (hasPeer) {
    await measureInParallel(readable, CORES, async (file) => {
      const { exitCode } = await extractWithPeer(file);
      if (exitCode === 0) read.add(file);
      else say(`import: left out, pdftotext ends with ${exitCode}: ${file}`);
    });
  }
  const timed = readable.filter((file) => read.has(file));
  const run = await expectSuccess(importFresh(folder, timed));
  return { files: timed, pages: importAccountSchema.parse(JSON.parse(run.stdout)).pages };
}

/** Paths that were imported, and that hold no files which a peer might leave out; the account must balance. */
function listImported(run: MeasuredRun, given: number): ReadonlySet<string> {
  const { files } = importAccountSchema.parse(JSON.parse(run.stdout));
  const holders = new Set(files.map(({ within }) => within));
  const ended = files.filter(({ within, outcome }) => within === undefined && outcome !== "pending");
  if (ended.length !== given) throw new Error(`${given} files given, ${ended.length} accounted for`);
  const imported = files.filter(({ outcome }, line) => outcome === "imported" && !holders.has(line));
  return new Set(imported.map(({ path }) => path));
}

async function importFresh(folder: string, files: readonly string[]): Promise<MeasuredRun> {
  const parent = await mkdtemp(join(folder, "case-"));
  const directory = join(parent, "bench.probative");
  const environment = keepHomeIn(folder);
  const create = [COMMAND_LINE, "case", "create", directory, "--title", "Bench"];
  await expectSuccess(runProcess(process.execPath, create, { environment }));
  const words = [COMMAND_LINE, "documents", "import", ...files, "--case", directory, "--no-ocr", "--json"];
  const run = await runMeasured(process.execPath, words, environment);
  await rm(parent, { recursive: true, force: true });
  return run;
}

function extractWithPeer(file: string): Promise<ProcessRun> {
  return runProcess("pdftotext", ["-q", file, "/dev/null"], { secondsAtMost: PEER_SECONDS_AT_MOST });
}

function describeRuns(
  imports: readonly MeasuredRun[],
  peers: PeerCosts,
  pages: number,
  set: string,
): readonly Figure[] {
  const speed = pages / median(imports.map(({ seconds }) => seconds));
  const value = `${speed.toFixed(0)} pages/s`;
  const compare = (what: string, program: string, costs: readonly Cost[], aim: string, how: string): Figure => {
    if (costs.length === 0) {
      return { what, value, comparedWith: `${program} not installed`, ratio: null, aim, note: set };
    }
    const peer = pages / median(costs.map(({ seconds }) => seconds));
    const comparedWith = `${program}, ${how}: ${peer.toFixed(0)} pages/s`;
    return { what, value, comparedWith, ratio: speed / peer, aim, note: set };
  };
  return [
    compare("import without OCR", "recollindex", peers.indexer, "≥ 1.00 (1.40)", "its index of the same files"),
    compare("import without OCR", "pdftotext", peers.parallel, "", `a process a file, ${CORES} at a time`),
    compare("import without OCR", "pdftotext", peers.single, "", "a process a file, one at a time"),
    compareCpu("recollindex", imports, peers.indexer, pages),
    compareCpu("pdftotext, one at a time", imports, peers.single, pages),
    {
      what: "import, peak memory",
      value: `${(median(imports.map(({ peakBytes }) => peakBytes)) / 1024 ** 2).toFixed(0)} MiB`,
      comparedWith: "",
      ratio: null,
      aim: "",
      note: "resident set of the importing process, workers included",
    },
  ];
}

/** Processor time hardly depends on what else the machine does: the figure to trust when it is not quiet. */
function compareCpu(program: string, imports: readonly Cost[], peers: readonly Cost[], pages: number): Figure {
  const perThousand = (costs: readonly Cost[]): number | null => {
    const seconds = costs.flatMap(({ cpuSeconds }) => (cpuSeconds === null ? [] : [cpuSeconds]));
    return seconds.length === 0 ? null : (median(seconds) / pages) * 1000;
  };
  const own = perThousand(imports);
  const peer = perThousand(peers);
  return {
    what: "import, processor time",
    value: own === null ? "unknown" : `${own.toFixed(2)} s/1,000 pages`,
    comparedWith: peer === null ? "" : `${program}: ${peer.toFixed(2)} s/1,000 pages`,
    ratio: own === null || peer === null ? null : own / peer,
    aim: "",
    note: "all cores together; lower is better; start-up, hashing, boxes, detections and index included",
  };
}
