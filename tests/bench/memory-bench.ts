import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { zipSync } from "fflate";
import { generatePdf, generateWordPages } from "#fixtures/volume.ts";
import { importAccountSchema } from "#shared/model/job.ts";
import { writeColourTiff } from "./colour-tiff.ts";
import { COMMAND_LINE, CORPUS, keepHomeIn } from "./command-line.ts";
import type { Figure } from "./report.ts";
import { expectSuccess, runMeasured, runProcess } from "./run-process.ts";

const SEED = 1969;
const MEBIBYTE = 1024 ** 2;

/** Most that the importing process may hold, whatever it is given. */
const LIMIT_MIB = 1536;

/** An input that is imported into a case of its own. */
interface HeavyInput {
  readonly what: string;
  /** Makes it below a folder of its own; answers with what is given to the import, or null when there is none. */
  readonly make: (folder: string) => Promise<string | null>;
}

function words(pages: number): string {
  return [...generateWordPages(pages, SEED)].join("\n\n");
}

const INPUTS: readonly HeavyInput[] = [
  { what: "the corpus", make: async () => (existsSync(CORPUS) ? CORPUS : null) },
  { what: "5 MB of text", make: (folder) => put(folder, "words.txt", words(3400).slice(0, 5_000_000)) },
  { what: "a CSV of 50,000 rows", make: (folder) => put(folder, "rows.csv", makeTable(50_000)) },
  { what: "a PDF of 20,000 pages", make: async (folder) => put(folder, "pages.pdf", await generatePdf(20_000)) },
  { what: "a TIFF of 24 colour scans", make: (folder) => writeColourTiff(join(folder, "scans.tiff"), 24) },
  { what: "a ZIP of 9,999 entries", make: (folder) => put(folder, "entries.zip", makeArchive(9999)) },
  { what: "an MBOX of 200 MB", make: makeMailbox },
];

/** Imports heavy inputs, each into a case of its own, and tells the most memory that the import held. */
export async function benchMemory(say: (progress: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "probative-bench-"));
  const figures: Figure[] = [];
  try {
    for (const [index, { what, make }] of INPUTS.entries()) {
      const own = join(folder, String(index));
      await mkdir(own);
      say(`memory: making ${what}`);
      const path = await make(own);
      if (path === null) continue;
      say(`memory: importing ${what}`);
      const figure = await measureImport(own, what, path);
      say(`memory: ${figure.value}, ${figure.note}`);
      figures.push(figure);
      await rm(own, { recursive: true, force: true });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureImport(folder: string, what: string, path: string): Promise<Figure> {
  const environment = keepHomeIn(folder);
  const directory = join(folder, "bench.probative");
  await expectSuccess(
    runProcess(process.execPath, [COMMAND_LINE, "case", "create", directory, "--title", "Bench"], { environment }),
  );
  const command = [COMMAND_LINE, "documents", "import", path, "--case", directory, "--no-ocr", "--json"];
  const run = await runMeasured(process.execPath, command, environment);
  const account = importAccountSchema.parse(JSON.parse(run.stdout));
  const peak = run.peakBytes / MEBIBYTE;
  const { given, imported, pages } = account;
  return {
    what: `peak memory, ${what}`,
    value: `${peak.toFixed(0)} MiB`,
    comparedWith: `limit: ${LIMIT_MIB} MiB`,
    ratio: peak / LIMIT_MIB,
    aim: "< 1.00",
    note: `${imported} of ${given} files, ${pages} pages, ${run.seconds.toFixed(0)} s; resident set, workers included`,
  };
}

async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function makeTable(rows: number): string {
  const lines = ["number,date,amount,SPECIMEN text"];
  const texts = [...generateWordPages(100, SEED)].map((text) => text.slice(0, 60).replaceAll(/[",\n]/gu, " "));
  for (let row = 1; row <= rows; row += 1) lines.push(`${row},2025-03-15,${row * 7}.00,${texts[row % 100] ?? ""}`);
  return lines.join("\n");
}

function makeArchive(entries: number): Uint8Array {
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  for (const text of generateWordPages(entries, SEED)) {
    const number = Object.keys(files).length + 1;
    files[`notes/note-${number}.txt`] = encoder.encode(text.slice(0, 500));
  }
  return zipSync(files, { level: 1 });
}

/** Messages of which every tenth carries a megabyte of text: written piece by piece, as it is to be read. */
async function makeMailbox(folder: string): Promise<string> {
  const path = join(folder, "mail.mbox");
  const body = words(10);
  const long = words(700).slice(0, MEBIBYTE);
  function* messages(): Generator<string> {
    for (let number = 1; number <= 2000; number += 1) {
      yield `From clerk@specimen.example Sat Mar 15 09:30:00 2025\nFrom: clerk@specimen.example\n` +
        `Subject: SPECIMEN message ${number}\nMessage-ID: <${number}@specimen.example>\n` +
        `Content-Type: text/plain; charset=utf-8\n\nMessage ${number}\n${number % 10 === 0 ? long : body}\n\n`;
    }
  }
  await pipeline(Readable.from(messages()), createWriteStream(path));
  return path;
}
