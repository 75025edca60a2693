import type { DocumentId, JobId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PageInfo } from "#shared/model/document.ts";
import type { ReportFile, ReportPage } from "#shared/model/import-report.ts";
import type { AccountFile, ImportAccount } from "#shared/model/job.ts";
import type { CasePorts } from "../backend-context.ts";
import type { DocumentReading } from "../ports/document-store.ts";
import type { IndexedFigures } from "../ports/search-index.ts";

type ReportPorts = Pick<CasePorts, "jobs" | "documents" | "index">;

/** All documents, looked up at once. */
interface KnownDocuments {
  readonly readings: ReadonlyMap<DocumentId, DocumentReading>;
  readonly figures: ReadonlyMap<DocumentId, IndexedFigures>;
}

/** What was done to get the text of a document. */
function howItWasRead(document: DocumentReading, pagesByOcr: number, pagesWithoutText: number): ReportFile["how"] {
  const pagesByLayer = document.pages - pagesByOcr - pagesWithoutText;
  const own = document.format === "pdf" ? ("text-layer" as const) : ("rendition" as const);
  return [...(own === "rendition" || pagesByLayer > 0 ? [own] : []), ...(pagesByOcr > 0 ? (["ocr"] as const) : [])];
}

/** Why not all of a page was read; null when nothing is missing. */
function problemOf(page: PageInfo, ocrProblem: string | null): string | null {
  const problems: string[] = [];
  if (page.ocr === "failed") problems.push(ocrProblem ?? "The page could not be recognised.");
  if (page.ocr === "waiting") problems.push("The page waits for OCR.");
  if (page.ocr === "off") problems.push("The page would need OCR, which was switched off.");
  if (page.characters === 0 && page.ocr === "done") problems.push("OCR found no text on the page.");
  if (page.characters === 0 && page.ocr === "not-needed") problems.push("The page has no text.");
  if (page.layer === "text-layer" && page.textState === "garbage") problems.push("Its text layer is not readable.");
  if (page.layer === "text-layer" && page.textState === "stamp-only") problems.push("Only its stamps are text.");
  const hidden = page.hidden.length;
  if (hidden > 0) problems.push(`Text lies hidden under a cover in ${hidden} ${hidden === 1 ? "place" : "places"}.`);
  return problems.length === 0 ? null : problems.join(" ");
}

function reportPages(ports: ReportPorts, document: DocumentReading): readonly ReportPage[] {
  const { documentId } = document;
  const ocrProblems = ports.index.ocrProblems(documentId);
  return ports.index.pageInfos(documentId).map((page) => ({
    page: page.page,
    label: page.label,
    characters: page.characters,
    layer: page.layer,
    textState: page.textState,
    ocr: page.ocr,
    confidence: page.confidence,
    language: page.language,
    hidden: page.hidden.length,
    problem: problemOf(page, ocrProblems.get(page.page) ?? null),
  }));
}

function reportDocument(ports: ReportPorts, known: KnownDocuments, document: DocumentReading, withPages: boolean) {
  const { sha256, format, pages, pagesWithoutText, notices } = document;
  const figures = known.figures.get(document.documentId);
  const pagesByOcr = figures?.pagesByOcr ?? 0;
  return {
    sha256,
    format,
    pages,
    pagesByOcr,
    pagesWithoutText,
    pagesWaiting: figures?.pagesWaiting ?? 0,
    confidence: figures?.confidence ?? null,
    how: howItWasRead(document, pagesByOcr, pagesWithoutText),
    notices,
    pageReports: withPages ? reportPages(ports, document) : [],
  };
}

const NOT_READ = {
  format: null,
  pages: 0,
  pagesByOcr: 0,
  pagesWithoutText: 0,
  pagesWaiting: 0,
  confidence: null,
  how: [],
  notices: [],
  pageReports: [],
} as const;

function reportFile(
  ports: ReportPorts,
  known: KnownDocuments,
  account: ImportAccount,
  file: AccountFile,
  withPages: boolean,
): ReportFile {
  const document = file.documentId === undefined ? null : (known.readings.get(file.documentId) ?? null);
  // The pages of a duplicate are counted once, where its document was read.
  const isRead = document !== null && file.outcome === "imported";
  return {
    jobId: account.jobId,
    path: file.path,
    outcome: file.outcome,
    reason: file.reason ?? null,
    message: file.message ?? null,
    documentId: file.documentId ?? null,
    within: file.within === undefined ? null : (account.files[file.within]?.path ?? null),
    ...(isRead
      ? reportDocument(ports, known, document, withPages)
      : { ...NOT_READ, sha256: document?.sha256 ?? null, format: document?.format ?? null }),
  };
}

/** The accounts that a report is about, oldest first. */
function accountsOf(ports: ReportPorts, jobId: JobId | null): readonly ImportAccount[] {
  const jobs = ports.jobs.list().filter((job) => job.kind === "import" && (jobId === null || job.jobId === jobId));
  if (jobs.length === 0 && jobId !== null) throw new ProbativeError("job/not-found", jobId, { job: jobId });
  return jobs.toReversed().flatMap((job) => ports.jobs.account(job.jobId) ?? []);
}

/**
 * The import account as it stands now: every file of one import or of all, how it was read and what was not read and why.
 * What OCR did since counts.
 *
 * @param jobId one import, or null for all
 * @param withPages with a line for each page
 * @throws ProbativeError `job/not-found`
 */
export function reportImport(ports: ReportPorts, jobId: JobId | null, withPages: boolean): readonly ReportFile[] {
  const known: KnownDocuments = { readings: ports.documents.readings(), figures: ports.index.figures() };
  return accountsOf(ports, jobId).flatMap((account) =>
    account.files.map((file) => reportFile(ports, known, account, file, withPages)),
  );
}
