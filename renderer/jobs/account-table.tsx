import { CornerDownRight } from "lucide-react";
import { type CSSProperties, useMemo, useState } from "react";
import { isErrorCode } from "#shared/errors/codes.ts";
import type { ReportFile } from "#shared/model/import-report.ts";
import type { AccountFile, FileOutcome, Job } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { sayFailure } from "../messages/say-failure.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import { AccountDetail } from "./account-detail.tsx";
import styles from "./job-panel.module.css";
import { noneWith, outcomeLabel } from "./outcome-words.ts";

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

/** What became of every file, in the order in which they were given; the selected one with its whole reason below. */
export function AccountTable({ job, files, filter }: AccountTableProps) {
  const { openDocument } = useNavigation();
  const report = useCallQuery("import.report", { job: job.jobId, format: "rows" }, { enabled: hasReport(job) });
  const [selected, setSelected] = useState<string | null>(null);
  const reports = report.data?.files;
  const lines = useMemo(() => numberLines(files, reports ?? [], filter), [files, reports, filter]);
  const folder = useMemo(() => sharedFolder(files.map((file) => file.path)), [files]);
  const current = lines.find((line) => lineKey(line) === selected);
  const open = (line: Line) => {
    if (line.documentId !== undefined) openDocument(line.documentId);
  };
  const columns: readonly TableColumn<Line, ColumnId>[] = [
    {
      id: "number",
      header: say("jobs.entryNumber"),
      width: "56px",
      align: "end",
      render: (line) => formatNumber(line.number),
    },
    {
      id: "path",
      header: say("jobs.columnFile"),
      width: "minmax(200px, 4fr)",
      render: (line) => <FileName path={line.path} folder={folder} />,
    },
    {
      id: "outcome",
      header: say("jobs.columnOutcome"),
      width: "116px",
      render: (line) => <Chip tone={TONES[line.outcome]}>{outcomeLabel(job.kind, line.outcome)}</Chip>,
    },
    {
      id: "pages",
      header: say("jobs.columnPages"),
      width: "68px",
      align: "end",
      showFrom: 760,
      render: ({ report: read }) => read !== null && read.pages > 0 && formatNumber(read.pages),
    },
    {
      id: "how",
      header: say("jobs.columnHow"),
      width: "minmax(104px, 1.4fr)",
      showFrom: 860,
      render: ({ report: read }) => read !== null && <span title={describeReading(read)}>{describeReading(read)}</span>,
    },
    {
      id: "reason",
      header: say("jobs.columnReason"),
      width: "minmax(140px, 3.6fr)",
      render: (line) => <span title={reasonOf(line)}>{reasonOf(line)}</span>,
    },
    {
      id: "open",
      header: say("jobs.columnDocument"),
      width: "88px",
      showFrom: 620,
      render: (line) =>
        line.documentId !== undefined && (
          <Button size="small" variant="quiet" className={styles.open} tabIndex={-1} onClick={() => open(line)}>
            {say("jobs.open")}
          </Button>
        ),
    },
  ];
  // Pages and how they were read are known of imports that have ended.
  const shown = hasReport(job) ? columns : columns.filter(({ id }) => id !== "pages" && id !== "how");
  return (
    <>
      <div className={styles.table}>
        <DataTable
          label={job.kind === "ocr" ? say("jobs.documentsOfJob") : say("jobs.filesOfImport")}
          columns={shown}
          rows={lines}
          rowKey={lineKey}
          selectedKey={selected}
          onSelect={(line) => setSelected(lineKey(line))}
          onActivate={open}
          empty={filter === null ? say("jobs.noFilesYet") : noneWith(job.kind, filter)}
        />
      </div>
      {current !== undefined && (
        <AccountDetail
          path={current.path}
          outcome={outcomeLabel(job.kind, current.outcome)}
          message={whyOf(current)}
          report={current.report}
          reading={current.report === null ? "" : describeReading(current.report)}
          onOpen={current.documentId === undefined ? undefined : () => open(current)}
          onClose={() => setSelected(null)}
        />
      )}
    </>
  );
}

/** What stands between the names of a file and of the one that holds it. */
const HELD = " › ";

/**
 * The folder that holds all files of an account, with its last slash; empty when they have none in common, or when a
 * single file would lose all of its path.
 */
export function sharedFolder(paths: readonly string[]): string {
  const [first = "", ...others] = paths.map((path) => path.split(HELD)[0] ?? path);
  let folder = first.slice(0, first.lastIndexOf("/") + 1);
  for (const path of others) {
    while (folder !== "" && !path.startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf("/", folder.length - 2) + 1);
  }
  return others.length === 0 ? "" : folder;
}

interface FileNameProps {
  readonly path: string;
  /** What all paths of the table begin with: left out. */
  readonly folder: string;
}

/** A path; of a file out of another one only its own name, a step in for each file around it. */
function FileName({ path, folder }: FileNameProps) {
  const names = path.split(HELD);
  const own = names.at(-1) ?? path;
  if (names.length === 1) {
    return (
      <span title={path}>
        <PathText path={path.slice(folder.length)} className={styles.path ?? ""} />
      </span>
    );
  }
  return (
    <span className={styles.inside} title={path} style={{ "--depth": names.length - 1 } as CSSProperties}>
      <CornerDownRight aria-hidden />
      <PathText path={own} className={styles.path ?? ""} />
    </span>
  );
}

function lineKey(line: Line): string {
  return String(line.number);
}

function hasReport(job: Job): boolean {
  return job.kind === "import" && job.status !== "running";
}

const WAYS: Readonly<Record<ReportFile["how"][number], MessageKey>> = {
  "text-layer": "jobs.wayTextLayer",
  ocr: "jobs.wayOcr",
  rendition: "jobs.wayRendition",
};

/** How a file was read, in words: `rendition, text layer`, `OCR 87 %`, `3 pages wait for OCR`. */
export function describeReading(report: ReportFile): string {
  const { how, confidence, pagesWaiting } = report;
  const parts = how.map((way) =>
    way === "ocr" && confidence !== null ? say("jobs.wayOcrSure", { percent: Math.round(confidence) }) : say(WAYS[way]),
  );
  return [...parts, ...(pagesWaiting > 0 ? [say("jobs.wayWaits", { count: pagesWaiting })] : [])].join(", ");
}

/** Why a file became no document, or what was wrong with it, in the interface's language where the reason has a code. */
export function whyOf({ reason, message }: Pick<AccountFile, "reason" | "message">): string | undefined {
  if (message === undefined || reason === undefined || !isErrorCode(reason)) return message;
  return sayFailure({ code: reason, message, action: "", details: {} }).message;
}

function reasonOf(line: Line): string {
  return [whyOf(line), ...(line.report?.notices.map((notice) => notice.detail) ?? [])].filter(Boolean).join(" ");
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
