import { useMemo, useState } from "react";
import type { ReportFile } from "#shared/model/import-report.ts";
import type { AccountFile, FileOutcome, Job } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import { OUTCOME_LABELS } from "./job-figures.ts";
import styles from "./job-panel.module.css";

interface AccountTableProps {
  readonly job: Job;
  readonly files: readonly AccountFile[];
  readonly filter: FileOutcome | null;
}

type ColumnId = "number" | "path" | "outcome" | "pages" | "how" | "reason" | "open";

/** A line of the account with its place in it, which stays the same under every filter. */
interface Line extends AccountFile {
  readonly number: number;
  /** What was read of it and how; null while the import runs. */
  readonly report: ReportFile | null;
}

const TONES = { imported: "ok", duplicate: "plain", failed: "bad", skipped: "warn", pending: "accent" } as const;

/** What became of every file, in the order in which they were given. */
export function AccountTable({ job, files, filter }: AccountTableProps) {
  const { openDocument } = useNavigation();
  const report = useCallQuery("import.report", { job: job.jobId }, { enabled: hasReport(job) });
  const [selected, setSelected] = useState<string | null>(null);
  const reports = report.data?.files;
  const lines = useMemo(() => numberLines(files, reports ?? [], filter), [files, reports, filter]);
  const open = (line: Line) => {
    if (line.documentId !== undefined) openDocument(line.documentId);
  };
  const columns: readonly TableColumn<Line, ColumnId>[] = [
    { id: "number", header: "#", width: "56px", align: "end", render: (line) => formatNumber(line.number) },
    {
      id: "path",
      header: "File",
      width: "minmax(220px, 5fr)",
      render: (line) => (
        <span className={line.within === undefined ? "" : styles.inside}>
          <PathText path={line.path} className={styles.path ?? ""} />
        </span>
      ),
    },
    {
      id: "outcome",
      header: "Outcome",
      width: "116px",
      render: (line) => <Chip tone={TONES[line.outcome]}>{OUTCOME_LABELS[line.outcome]}</Chip>,
    },
    {
      id: "pages",
      header: "Pages",
      width: "68px",
      align: "end",
      showFrom: 760,
      render: ({ report: read }) => read !== null && read.pages > 0 && formatNumber(read.pages),
    },
    {
      id: "how",
      header: "Read by",
      width: "minmax(104px, 1.4fr)",
      showFrom: 860,
      render: ({ report: read }) => read !== null && <span title={describeReading(read)}>{describeReading(read)}</span>,
    },
    {
      id: "reason",
      header: "Reason, and what to know",
      width: "minmax(120px, 3fr)",
      render: (line) => <span title={reasonOf(line)}>{reasonOf(line)}</span>,
    },
    {
      id: "open",
      header: "Document",
      width: "88px",
      render: (line) =>
        line.documentId !== undefined && (
          <Button size="small" variant="quiet" className={styles.open} tabIndex={-1} onClick={() => open(line)}>
            Open
          </Button>
        ),
    },
  ];
  return (
    <div className={styles.table}>
      <DataTable
        label="Files of this import"
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        selectedKey={selected}
        onSelect={(line) => setSelected(lineKey(line))}
        onActivate={open}
        empty={filter === null ? "No files yet." : `No file is ${OUTCOME_LABELS[filter]}.`}
      />
    </div>
  );
}

function lineKey(line: Line): string {
  return String(line.number);
}

function hasReport(job: Job): boolean {
  return job.kind === "import" && job.status !== "running";
}

const HOW_WORDS = { "text-layer": "text layer", ocr: "OCR", rendition: "rendition" } as const;

/** How a file was read, in words: `rendition, text layer`, `OCR 87 %`, `3 pages wait for OCR`. */
export function describeReading(report: ReportFile): string {
  const { how, confidence, pagesWaiting } = report;
  const parts = how.map((way) => {
    const share = way === "ocr" && confidence !== null ? ` ${Math.round(confidence)} %` : "";
    return `${HOW_WORDS[way]}${share}`;
  });
  return [...parts, ...(pagesWaiting > 0 ? [`${formatNumber(pagesWaiting)} wait for OCR`] : [])].join(", ");
}

function reasonOf({ message, report }: Line): string {
  return [message, ...(report?.notices.map((notice) => notice.detail) ?? [])].filter(Boolean).join(" ");
}

/** The report has a line for each file, in the order of the account. */
function numberLines(
  files: readonly AccountFile[],
  reports: readonly ReportFile[],
  filter: FileOutcome | null,
): readonly Line[] {
  return files
    .map((file, index) => ({ ...file, number: index + 1, report: reports[index] ?? null }))
    .filter((line) => filter === null || line.outcome === filter);
}
