import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { DocumentKind } from "#shared/model/detection.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { COMMAND_LINE, CORPUS, keepHomeIn } from "./command-line.ts";
import type { Figure } from "./report.ts";
import { runProcess } from "./run-process.ts";

/** What a document is, read by a person. An absent field was not labelled; null says that the document states none. */
interface LabelledDocument {
  readonly set: "fixtures" | "corpus";
  /** Path below the folder that was imported; ` › ` leads into a file that holds others. */
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly date?: string | null;
  readonly court?: string | null;
  readonly caseNumber?: string | null;
  readonly author?: string | null;
  /** Its pages say nothing before they are recognised, so an import without OCR is not asked. */
  readonly needsOcr?: boolean;
}

const LABELS = resolve(import.meta.dirname, "labels/documents.json");
const FIELDS = ["date", "court", "caseNumber", "author"] as const;

/** Labelled values that were proposed, proposals that no label bears out, and labelled values that were not proposed. */
interface Score {
  found: number;
  invented: number;
  missed: number;
}

/**
 * Imports the sample matter and, where they are present, real documents, and compares what is proposed for each document
 * with labels: accuracy for the kind, precision and recall for the other fields.
 *
 * @param matter folder that holds the files of the sample matter
 */
export async function measureProposals(matter: string, say: (progress: string) => void): Promise<readonly Figure[]> {
  const { documents } = JSON.parse(readFileSync(LABELS, "utf8")) as { readonly documents: readonly LabelledDocument[] };
  const figures: Figure[] = [];
  for (const [set, name, folder] of [
    ["fixtures", "fixtures", matter],
    ["corpus", "real documents", CORPUS],
  ] as const) {
    const labels = documents.filter((label) => label.set === set && label.needsOcr !== true);
    if (!existsSync(folder)) continue;
    say(`detect: proposals for whole documents, ${name}`);
    const proposed = await importFolder(folder, labels);
    figures.push(...scoreDocuments(name, labels, proposed, say));
  }
  return figures;
}

async function importFolder(
  folder: string,
  labels: readonly LabelledDocument[],
): Promise<ReadonlyMap<string, DocumentSummary>> {
  const work = mkdtempSync(join(tmpdir(), "probative-documents-"));
  try {
    const directory = join(work, "case");
    const run = async (...words: readonly string[]) => {
      const { exitCode, stdout, stderr } = await runProcess(process.execPath, [COMMAND_LINE, ...words], {
        environment: keepHomeIn(work),
      });
      if (exitCode !== 0 && words[1] !== "import") throw new Error(stderr);
      return stdout;
    };
    const files = [...new Set(labels.map(({ file }) => join(folder, file.split(" › ")[0] ?? file)))].filter(existsSync);
    await run("case", "create", directory, "--title", "Bench");
    // Some files of the set are refused for good reasons, which is no fault of the run.
    await run("documents", "import", ...files, "--no-ocr", "--case", directory);
    const listed = JSON.parse(await run("documents", "list", "--json", "--case", directory)) as {
      readonly documents: readonly DocumentSummary[];
    };
    return new Map(listed.documents.map((document) => [document.sourcePath.replace(`${folder}/`, ""), document]));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function scoreDocuments(
  set: string,
  labels: readonly LabelledDocument[],
  proposed: ReadonlyMap<string, DocumentSummary>,
  say: (progress: string) => void,
): readonly Figure[] {
  const scores = Object.fromEntries(FIELDS.map((field) => [field, { found: 0, invented: 0, missed: 0 }]));
  let [documents, right] = [0, 0];
  for (const label of labels) {
    const fields = proposed.get(label.file)?.fields;
    if (fields === undefined) continue;
    documents += 1;
    if (fields.kind === label.kind) right += 1;
    else say(`  kind: ${fields.kind} for ${label.kind} (${label.file})`);
    for (const field of FIELDS) {
      const wanted = label[field];
      const score = scores[field];
      if (wanted === undefined || score === undefined || countField(score, fields[field], wanted)) continue;
      say(`  ${field}: ${fields[field]} for ${wanted} (${label.file})`);
    }
  }
  const kind: Figure = {
    what: `kind of document, ${set}`,
    value: (right / Math.max(1, documents)).toFixed(3),
    comparedWith: "labels",
    ratio: null,
    aim: "≥ 0.90",
    note: `${right} of ${documents} documents right, without OCR`,
  };
  return [kind, ...FIELDS.map((field) => toFigure(set, field, scores[field] ?? { found: 0, invented: 0, missed: 0 }))];
}

const fold = (value: string | null) => value?.replace(/\s+/gu, " ").trim().toLowerCase() ?? null;

/** Counts one field; whether it is right. */
function countField(score: Score, proposed: string | null, wanted: string | null): boolean {
  if (fold(proposed) === fold(wanted)) {
    if (wanted !== null) score.found += 1;
    return true;
  }
  if (proposed !== null) score.invented += 1;
  if (wanted !== null) score.missed += 1;
  return false;
}

function toFigure(set: string, field: string, { found, invented, missed }: Score): Figure {
  const share = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));
  return {
    what: `${field === "caseNumber" ? "case number" : field} of document, ${set}`,
    value: `P ${share(found, found + invented)} R ${share(found, found + missed)}`,
    comparedWith: "labels",
    ratio: null,
    aim: field === "date" ? "≥ 0.90" : "",
    note: `${found} found, ${invented} invented, ${missed} missed`,
  };
}
