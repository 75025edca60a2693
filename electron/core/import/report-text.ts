import type { ReportFile, ReportPage } from "#shared/model/import-report.ts";
import { BYTE_ORDER_MARK, formatCsvLine, formatSafeJson } from "../export/csv-text.ts";

type Value = string | number | null;

interface Column<Row> {
  readonly name: string;
  readonly value: (row: Row) => Value;
}

const FILE_COLUMNS: readonly Column<ReportFile>[] = [
  { name: "import", value: (file) => file.jobId },
  { name: "path", value: (file) => file.path },
  { name: "within", value: (file) => file.within },
  { name: "outcome", value: (file) => file.outcome },
  { name: "reason", value: (file) => file.reason },
  { name: "message", value: (file) => file.message },
  { name: "document", value: (file) => file.documentId },
  { name: "sha256", value: (file) => file.sha256 },
  { name: "format", value: (file) => file.format },
  { name: "how", value: (file) => file.how.join(" + ") },
  { name: "pages", value: (file) => file.pages },
  { name: "pages by OCR", value: (file) => file.pagesByOcr },
  { name: "pages waiting for OCR", value: (file) => file.pagesWaiting },
  { name: "pages without text", value: (file) => file.pagesWithoutText },
  { name: "OCR confidence", value: (file) => rounded(file.confidence) },
  { name: "notices", value: (file) => file.notices.map((notice) => notice.detail).join("; ") },
];

const PAGE_COLUMNS: readonly Column<ReportPage>[] = [
  { name: "page", value: (page) => page.page },
  { name: "label", value: (page) => page.label },
  { name: "characters", value: (page) => page.characters },
  { name: "text in use", value: (page) => page.layer },
  { name: "own text", value: (page) => page.textState },
  { name: "OCR", value: (page) => page.ocr },
  { name: "page confidence", value: (page) => rounded(page.confidence) },
  { name: "language", value: (page) => page.language },
  { name: "hidden places", value: (page) => page.hidden },
  { name: "problem", value: (page) => page.problem },
];

function rounded(confidence: number | null): number | null {
  return confidence === null ? null : Math.round(confidence);
}

/** One line for each file; with pages, one for each page, and one for each file that has none. */
function rowsOf(file: ReportFile, withPages: boolean): readonly (readonly Value[])[] {
  const fileCells = FILE_COLUMNS.map((column) => column.value(file));
  if (!withPages) return [fileCells];
  if (file.pageReports.length === 0) return [[...fileCells, ...PAGE_COLUMNS.map(() => null)]];
  return file.pageReports.map((page) => [...fileCells, ...PAGE_COLUMNS.map((column) => column.value(page))]);
}

/** The report as CSV (RFC 4180, UTF-8 with a byte order mark). */
export function reportToCsv(files: readonly ReportFile[], withPages: boolean): string {
  const names = [...FILE_COLUMNS, ...(withPages ? PAGE_COLUMNS : [])].map((column) => column.name);
  const lines = files.flatMap((file) => rowsOf(file, withPages)).map(formatCsvLine);
  return BYTE_ORDER_MARK + formatCsvLine(names) + lines.join("");
}

/** The report as JSON text that a terminal can show: characters that it would act on are escaped. */
export function reportToJson(files: readonly ReportFile[]): string {
  return formatSafeJson(files);
}
