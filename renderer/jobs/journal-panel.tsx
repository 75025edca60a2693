import { BookLock, CircleAlert, CircleCheck, Copy, FileDown } from "lucide-react";
import { useMemo, useState } from "react";
import { sourceFormatSchema } from "#shared/model/format.ts";
import type { JournalAction, JournalEntry } from "#shared/model/journal.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { FORMAT_LABELS } from "../library/labels.ts";
import { useDocumentTitles } from "../library/use-document-titles.ts";
import { Button } from "../ui/button.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { describeError } from "../ui/describe-error.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { formatCount, formatDateTime, formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { RowDetail } from "../ui/row-detail.tsx";
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
  "search-certified": "Search certified",
};

type ColumnId = "sequence" | "at" | "action" | "detail" | "actor" | "hash";

type JournalColumn = TableColumn<JournalEntry, ColumnId>;

const columnsWith = (titles: ReadonlyMap<string, string>): readonly JournalColumn[] => [
  { id: "sequence", header: "#", width: "64px", align: "end", render: ({ sequence }) => formatNumber(sequence) },
  { id: "at", header: "When", width: "168px", render: ({ at }) => <span title={at}>{formatDateTime(at)}</span> },
  { id: "action", header: "What", width: "150px", render: ({ action }) => ACTION_LABELS[action] },
  {
    id: "detail",
    header: "Details",
    width: "minmax(160px, 3fr)",
    render: (entry) => <span title={describeEntry(entry, titles)}>{describeEntry(entry, titles)}</span>,
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

/** Names of things, which say little to a reader of one line; the selected entry shows them. */
const INNER: ReadonlySet<string> = new Set(["job", "parent", "place", "left", "bottom", "right", "top", "bytes"]);

/** What an entry is about, in one line. `titles` are those of the documents that are still in the case. */
export function describeEntry({ subject, detail }: JournalEntry, titles: ReadonlyMap<string, string>): string {
  const facts = Object.entries(detail)
    .filter(([name, value]) => !INNER.has(name) && value !== null && value !== "")
    .map(([name, value]) => describeFact(name, value));
  const about = subject === null ? null : (titles.get(subject) ?? subject);
  return [about, ...facts].filter((part) => part !== null).join(" · ");
}

function describeFact(name: string, value: string | number | boolean | null): string {
  if (name === "source" || name === "name") return String(value);
  if (name === "pages" && typeof value === "number") return formatCount(value, "page");
  const format = sourceFormatSchema.safeParse(value);
  if (name === "format" && format.success) return FORMAT_LABELS[format.data];
  return `${name} ${String(value)}`;
}

const HASH = /^[0-9a-f]{64}$/u;

/** All that an entry records, as it was hashed. */
function EntryDetail({ entry, onClose }: { readonly entry: JournalEntry; readonly onClose: () => void }) {
  const { sequence, action, at, actor, versions, subject, sha256, detail, previous, hash } = entry;
  const facts: readonly (readonly [name: string, value: string | number | boolean | null])[] = [
    ["when", at],
    ["who", actor],
    ["versions", versions],
    ["subject", subject],
    ["SHA-256", sha256],
    ...Object.entries(detail),
    ["previous hash", previous],
    ["hash", hash],
  ];
  return (
    <RowDetail title={`Entry ${formatNumber(sequence)}: ${ACTION_LABELS[action]}`} onClose={onClose}>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== "")
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{HASH.test(String(value)) ? <code>{value}</code> : String(value)}</dd>
            </div>
          ))}
      </dl>
    </RowDetail>
  );
}

/** Entries in one answer. */
const PAGE = 10_000;

/** The custody journal: what was done to the case, each line vouching for those before it. */
export function JournalPanel() {
  const { data, error, refetch } = useCallQuery("journal.list", { limit: PAGE });
  const [selected, setSelected] = useState<string | null>(null);
  const titles = useDocumentTitles();
  const columns = useMemo(() => columnsWith(titles), [titles]);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const newestFirst = (data?.entries ?? []).toReversed();
  const current = newestFirst.find(({ sequence }) => String(sequence) === selected);
  return (
    <section className={styles.panel} aria-label="Custody journal">
      <JournalHead count={newestFirst.length} />
      <div className={styles.table}>
        <DataTable
          label="Entries of the custody journal, newest first"
          columns={columns}
          rows={newestFirst}
          rowKey={({ sequence }) => String(sequence)}
          selectedKey={selected}
          onSelect={({ sequence }) => setSelected(String(sequence))}
          empty={data === undefined ? "" : "Nothing has been recorded yet."}
        />
      </div>
      {current !== undefined && <EntryDetail entry={current} onClose={() => setSelected(null)} />}
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
