import { useMemo, useState } from "react";
import type { AccountFile, FileOutcome } from "#shared/model/job.ts";
import { useNavigation } from "../app/navigation.ts";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import { OUTCOME_LABELS } from "./job-figures.ts";
import styles from "./job-panel.module.css";

interface AccountTableProps {
  readonly files: readonly AccountFile[];
  readonly filter: FileOutcome | null;
}

type ColumnId = "number" | "path" | "outcome" | "reason" | "open";

/** A line of the account with its place in it, which stays the same under every filter. */
interface Line extends AccountFile {
  readonly number: number;
}

const TONES = { imported: "ok", duplicate: "plain", failed: "bad", skipped: "warn", pending: "accent" } as const;

/** What became of every file, in the order in which they were given. */
export function AccountTable({ files, filter }: AccountTableProps) {
  const { openDocument } = useNavigation();
  const [selected, setSelected] = useState<string | null>(null);
  const lines = useMemo(() => numberLines(files, filter), [files, filter]);
  const open = (line: Line) => {
    if (line.documentId !== undefined) openDocument(line.documentId);
  };
  const columns: readonly TableColumn<Line, ColumnId>[] = [
    { id: "number", header: "#", width: "56px", align: "end", render: (line) => formatNumber(line.number) },
    {
      id: "path",
      header: "File",
      width: "minmax(220px, 5fr)",
      render: (line) => <PathText path={line.path} className={styles.path ?? ""} />,
    },
    {
      id: "outcome",
      header: "Outcome",
      width: "116px",
      render: (line) => <Chip tone={TONES[line.outcome]}>{OUTCOME_LABELS[line.outcome]}</Chip>,
    },
    {
      id: "reason",
      header: "Reason",
      width: "minmax(120px, 3fr)",
      render: (line) => <span title={line.message}>{line.message}</span>,
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

function numberLines(files: readonly AccountFile[], filter: FileOutcome | null): readonly Line[] {
  return files
    .map((file, index) => ({ ...file, number: index + 1 }))
    .filter((line) => filter === null || line.outcome === filter);
}
