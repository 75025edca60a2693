import { BYTE_ORDER_MARK, formatSafeJson } from "#core/export/csv-text.ts";
import { tableToCsv } from "#core/export/write-table.ts";
import { termTable } from "#core/search/term-table.ts";
import type { OutputOf, ProcedureName } from "#shared/contract/contract.ts";
import type { ImportAccount } from "#shared/model/job.ts";
import { plainForTerminal } from "./terminal.ts";
import { formatHead, formatJournal, formatJournalFindings, formatOcrStatus } from "./text-custody.ts";
import {
  formatBates,
  formatDetections,
  formatDocument,
  formatDocuments,
  formatDuplicates,
  formatRedactions,
} from "./text-library.ts";
import { formatAccount, formatVerifyReport } from "./text-reports.ts";
import {
  formatAnswer,
  formatCertificate,
  formatComparison,
  formatDocumentHits,
  formatExplanation,
  formatRun,
  formatSavedSearches,
  formatSynonyms,
  formatTagged,
  formatTermReport,
  formatWritten,
} from "./text-searches.ts";
import { formatTable } from "./text-table.ts";
import {
  formatBrief,
  formatBrowsed,
  formatLinked,
  formatMatrix,
  formatPassage,
  formatPlaces,
  formatTags,
  formatTogether,
} from "./text-writing.ts";

type TextViews = { readonly [Name in ProcedureName]?: (value: OutputOf<Name>) => string };

/** How the answer of a procedure reads. One without a view of its own is shown field by field. */
const VIEWS: TextViews = {
  "case.create-sample": formatSample,
  "case.verify": formatVerifyReport,
  "jobs.account": formatAccount,
  "jobs.list": ({ jobs }) =>
    formatTable(jobs, [
      { heading: "job", cell: (job) => job.jobId },
      { heading: "kind", cell: (job) => job.kind },
      { heading: "status", cell: (job) => job.status },
      { heading: "files", cell: (job) => job.total },
      { heading: "pages", cell: (job) => job.pages },
      { heading: "started", cell: (job) => job.startedAt },
    ]),
  "documents.list": ({ documents }) => formatDocuments(documents),
  "documents.set": ({ documents }) => formatDocuments(documents),
  "documents.page": ({ text }) => plainForTerminal(text),
  "documents.show": formatDocument,
  "documents.detections": formatDetections,
  "bates.list": formatBates,
  "duplicates.list": formatDuplicates,
  "redactions.list": formatRedactions,
  "redactions.decide": formatRedactions,
  "ocr.status": formatOcrStatus,
  "ocr.pause": formatOcrStatus,
  "ocr.configure": formatOcrStatus,
  // Made to be printed and to be written to a file: nothing in it acts on a terminal.
  "import.report": ({ text }) => text.trimEnd(),
  "journal.list": formatJournal,
  "journal.verify": formatJournalFindings,
  "journal.head": formatHead,
  "search.query": formatAnswer,
  "search.hits": formatDocumentHits,
  "search.explain": formatExplanation,
  "search.written": formatWritten,
  "search.terms": formatTermReport,
  "search.list": formatSavedSearches,
  "search.run": formatRun,
  "search.certificate": formatCertificate,
  "search.recertify": formatComparison,
  "search.tag": formatTagged,
  "synonyms.list": ({ synonyms }) => (synonyms.length === 0 ? "(none)" : synonyms.map(formatSynonyms).join("\n")),
  "synonyms.add": formatSynonyms,
  "tags.list": formatTags,
  "tags.rename": formatTags,
  "tags.move": formatTags,
  "tags.archive": formatTags,
  "tags.unarchive": formatTags,
  "tags.counts": formatPlaces,
  "tags.matrix": formatMatrix,
  "tags.together": formatTogether,
  "passages.list": ({ passages }) => (passages.length === 0 ? "(none)" : passages.map(formatPassage).join("\n\n")),
  "passages.browse": formatBrowsed,
  "passages.ids": ({ passages }) => (passages.length === 0 ? "(none)" : passages.join("\n")),
  "passages.show": formatLinked,
  "passages.create": formatPassage,
  "passages.update": formatPassage,
  "passages.adjust": formatPassage,
  "briefs.list": ({ briefs }) =>
    formatTable(briefs, [
      { heading: "brief", cell: (brief) => brief.briefId },
      { heading: "title", cell: (brief) => brief.title },
      { heading: "sections", cell: (brief) => brief.sections },
      { heading: "quotations", cell: (brief) => brief.quotations },
    ]),
  "briefs.create": formatBrief,
  "briefs.show": formatBrief,
  "briefs.update": formatBrief,
  "briefs.add": formatBrief,
  "briefs.add-section": formatBrief,
  "briefs.update-section": formatBrief,
  "briefs.move-section": formatBrief,
  "briefs.delete-section": formatBrief,
  "briefs.add-text": formatBrief,
  "briefs.update-block": formatBrief,
  "briefs.move-block": formatBrief,
  "briefs.delete-block": formatBrief,
  "edits.history": formatHistory,
  "edits.undo": formatHistory,
  "edits.redo": formatHistory,
};

type PrintedForms = {
  readonly [Name in ProcedureName]?: Readonly<Record<string, (value: OutputOf<Name>) => string>>;
};

/** Answers that can also be printed as they would be written to a file. */
const FORMS: PrintedForms = {
  "search.terms": {
    csv: (report) => tableToCsv(termTable(report)).replace(BYTE_ORDER_MARK, "").trimEnd(),
    json: formatSafeJson,
  },
};

/** The answer of a procedure in the form of a file, without a line break at its end; null where it has none. */
export function formatForm(name: ProcedureName, value: unknown, form: string): string | null {
  const write = FORMS[name]?.[form] as ((value: unknown) => string) | undefined;
  return write === undefined ? null : write(value);
}

/** The answer of a procedure as a person reads it, without a line break at its end. */
export function formatValue(name: ProcedureName, value: unknown): string {
  const view = VIEWS[name] as ((value: unknown) => string) | undefined;
  return view === undefined ? formatFields(value) : view(value);
}

/** On the command line the import of the sample is awaited, and its account added to the reply. */
function formatSample(value: OutputOf<"case.create-sample"> & { readonly account?: ImportAccount }): string {
  const figures = formatFields(value.case);
  return value.account === undefined ? figures : `${figures}\n\n${formatAccount(value.account)}`;
}

function formatHistory({ undo, redo }: OutputOf<"edits.history">): string {
  const lines = undo.map((step) => `  ${step.at}  ${plainForTerminal(step.label)}`);
  const next = redo[0] === undefined ? [] : [`Can be redone: ${plainForTerminal(redo[0].label)}`];
  return [lines.length === 0 ? "Nothing to undo." : "Can be undone, latest first:", ...lines, ...next].join("\n");
}

function formatFields(value: unknown): string {
  const fields = Object.entries(typeof value === "object" && value !== null ? value : {});
  if (fields.length === 0) return "Done.";
  const width = Math.max(...fields.map(([name]) => readableName(name).length));
  return fields.map(([name, field]) => `${readableName(name).padEnd(width)}  ${formatField(field)}`).join("\n");
}

function readableName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function formatField(value: unknown): string {
  if (value === null) return "–";
  if (typeof value === "object") return plainForTerminal(JSON.stringify(value));
  return plainForTerminal(String(value));
}
