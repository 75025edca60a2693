import { BookLock, CircleAlert, CircleCheck, Copy, FileDown } from "lucide-react";
import { useState } from "react";
import type { JournalAction, JournalEntry } from "#shared/model/journal.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { Button } from "../ui/button.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { describeError } from "../ui/describe-error.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { formatCount, formatDateTime, formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./journal-panel.module.css";

/** Actions as people read them. */
const ACTION_LABELS: Readonly<Record<JournalAction, string>> = {
  "case-created": "Case created",
  "document-imported": "Imported",
  "duplicate-met": "Duplicate met",
  "document-reread": "Read anew",
  "fields-edited": "Fields edited",
  "edit-undone": "Edit undone",
  "edit-redone": "Edit redone",
  "text-layer-chosen": "Text layer chosen",
  "hidden-text-decided": "Hidden text decided",
  exported: "Exported",
};

type ColumnId = "sequence" | "at" | "action" | "detail" | "actor" | "hash";

const COLUMNS: readonly TableColumn<JournalEntry, ColumnId>[] = [
  { id: "sequence", header: "#", width: "64px", align: "end", render: ({ sequence }) => formatNumber(sequence) },
  { id: "at", header: "When", width: "168px", render: ({ at }) => <span title={at}>{formatDateTime(at)}</span> },
  { id: "action", header: "What", width: "150px", render: ({ action }) => ACTION_LABELS[action] },
  {
    id: "detail",
    header: "Details",
    width: "minmax(160px, 3fr)",
    render: (entry) => <span title={describeEntry(entry)}>{describeEntry(entry)}</span>,
  },
  { id: "actor", header: "Who", width: "minmax(80px, 1fr)", showFrom: 760, render: ({ actor }) => actor },
  {
    id: "hash",
    header: "Hash",
    width: "112px",
    showFrom: 860,
    render: ({ hash }) => (
      <code className={styles.hash} title={hash}>
        {hash.slice(0, 12)}
      </code>
    ),
  },
];

/** What an entry is about, in one line. */
export function describeEntry({ subject, sha256, detail }: JournalEntry): string {
  const facts = Object.entries(detail).map(([name, value]) => `${name} ${String(value)}`);
  return [...facts, subject, sha256 === null ? null : `SHA-256 ${sha256.slice(0, 12)}…`]
    .filter((part) => part !== null)
    .join(" · ");
}

/** Entries in one answer. */
const PAGE = 10_000;

/** The custody journal: what was done to the case, each line vouching for those before it. */
export function JournalPanel() {
  const { data, error, refetch } = useCallQuery("journal.list", { limit: PAGE });
  const [selected, setSelected] = useState<string | null>(null);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const newestFirst = (data?.entries ?? []).toReversed();
  return (
    <section className={styles.panel} aria-label="Custody journal">
      <JournalHead count={newestFirst.length} />
      <div className={styles.table}>
        <DataTable
          label="Entries of the custody journal, newest first"
          columns={COLUMNS}
          rows={newestFirst}
          rowKey={({ sequence }) => String(sequence)}
          selectedKey={selected}
          onSelect={({ sequence }) => setSelected(String(sequence))}
          empty={data === undefined ? "" : "Nothing has been recorded yet."}
        />
      </div>
    </section>
  );
}

function JournalHead({ count }: { readonly count: number }) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const head = useCallQuery("journal.head", {});
  const verify = useCallMutation("journal.verify");
  const journal = useCallMutation("export.journal");
  const fail = (thrown: unknown) => {
    const { message, action } = describeError(thrown);
    announce(`${message} ${action}`, "bad");
  };
  const write = async () => {
    const file = await journal.mutateAsync({ overwrite: true });
    await shell.deliver(file);
    announce(`Journal exported: ${file.name}`);
  };
  const copy = () => {
    void navigator.clipboard.writeText(head.data?.hash ?? "").then(
      () => announce("The journal's last hash was copied. Keep it apart from the case."),
      () => announce("The clipboard cannot be written.", "bad"),
    );
  };
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <BookLock aria-hidden className={styles.icon} />
        <h2 className={styles.title}>Custody journal</h2>
        <span className={styles.count}>{formatCount(count, "entry", "entries")}</span>
        <span className={styles.actions}>
          <Button busy={verify.isPending} onClick={() => verify.mutate({}, { onError: fail })}>
            Verify the chain
          </Button>
          <Button icon={<FileDown aria-hidden />} busy={journal.isPending} onClick={() => void write().catch(fail)}>
            Export
          </Button>
        </span>
      </div>
      <p className={styles.line}>
        Last hash <code className={styles.hash}>{head.data?.hash ?? "…"}</code>
        <IconButton size="small" label="Copy the last hash" icon={<Copy aria-hidden />} onClick={copy} />
      </p>
      {verify.data !== undefined && (
        <p className={verify.data.ok ? styles.good : styles.bad} role="status">
          {verify.data.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
          {verify.data.ok
            ? "Every entry follows from the one before it."
            : verify.data.problems.map(({ sequence, problem }) => `Entry ${sequence}: ${problem}`).join(" ")}
        </p>
      )}
    </header>
  );
}
