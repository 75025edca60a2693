import { BookLock, CircleAlert, CircleCheck, Copy, FileDown } from "lucide-react";
import { useMemo, useState } from "react";
import type { JournalAction, JournalEntry } from "#shared/model/journal.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation, useCallQuery } from "../client/use-query-call.ts";
import { useDocumentTitles } from "../library/use-document-titles.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { DataTable, type TableColumn } from "../ui/data-table.tsx";
import { describeError } from "../ui/describe-error.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { formatDateTime, formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { RowDetail } from "../ui/row-detail.tsx";
import { describeEntry } from "./describe-entry.ts";
import styles from "./journal-panel.module.css";

const ACTIONS: Readonly<Record<JournalAction, MessageKey>> = {
  "case-created": "jobs.actionCaseCreated",
  "document-imported": "jobs.actionImported",
  "duplicate-met": "jobs.actionDuplicateMet",
  "document-reread": "jobs.actionReread",
  "fields-edited": "jobs.actionFieldsEdited",
  "edit-undone": "jobs.actionEditUndone",
  "edit-redone": "jobs.actionEditRedone",
  "text-layer-chosen": "jobs.actionTextLayerChosen",
  "hidden-text-decided": "jobs.actionHiddenTextDecided",
  exported: "jobs.actionExported",
  "search-certified": "jobs.actionSearchCertified",
};

type ColumnId = "sequence" | "at" | "action" | "detail" | "actor" | "hash";

type JournalColumn = TableColumn<JournalEntry, ColumnId>;

const columnsWith = (titles: ReadonlyMap<string, string>): readonly JournalColumn[] => [
  {
    id: "sequence",
    header: say("jobs.entryNumber"),
    width: "64px",
    align: "end",
    render: ({ sequence }) => formatNumber(sequence),
  },
  {
    id: "at",
    header: say("jobs.entryWhen"),
    width: "168px",
    render: ({ at }) => <span title={at}>{formatDateTime(at)}</span>,
  },
  { id: "action", header: say("jobs.entryWhat"), width: "150px", render: ({ action }) => say(ACTIONS[action]) },
  {
    id: "detail",
    header: say("jobs.entryDetails"),
    width: "minmax(160px, 3fr)",
    render: (entry) => <span title={describeEntry(entry, titles)}>{describeEntry(entry, titles)}</span>,
  },
  {
    id: "actor",
    header: say("jobs.entryWho"),
    width: "minmax(80px, 1fr)",
    showFrom: 760,
    render: ({ actor }) => actor,
  },
  {
    id: "hash",
    header: say("jobs.entryHash"),
    width: "112px",
    showFrom: 860,
    render: ({ hash }) => (
      <code className={styles.hash} title={hash}>
        {hash.slice(0, 12)}
      </code>
    ),
  },
];

const HASH = /^[0-9a-f]{64}$/u;

/** All that an entry records, as it was hashed. */
function EntryDetail({ entry, onClose }: { readonly entry: JournalEntry; readonly onClose: () => void }) {
  const { sequence, action, at, actor, versions, subject, sha256, detail, previous, hash } = entry;
  const facts: readonly (readonly [name: string, value: string | number | boolean | null])[] = [
    [say("jobs.factWhen"), at],
    [say("jobs.factWho"), actor],
    [say("jobs.factVersions"), versions],
    [say("jobs.factSubject"), subject],
    [say("jobs.factSha256"), sha256],
    ...Object.entries(detail),
    [say("jobs.factPreviousHash"), previous],
    [say("jobs.factHash"), hash],
  ];
  return (
    <RowDetail title={say("jobs.entryTitle", { sequence, action: say(ACTIONS[action]) })} onClose={onClose}>
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
    <section className={styles.panel} aria-label={say("jobs.journal")}>
      <JournalHead count={newestFirst.length} />
      <div className={styles.table}>
        <DataTable
          label={say("jobs.journalTable")}
          columns={columns}
          rows={newestFirst}
          rowKey={({ sequence }) => String(sequence)}
          selectedKey={selected}
          onSelect={({ sequence }) => setSelected(String(sequence))}
          empty={data === undefined ? "" : say("jobs.journalEmpty")}
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
    announce(say("jobs.journalExported", { name: file.name }));
  };
  const copy = () => {
    void navigator.clipboard.writeText(head.data?.hash ?? "").then(
      () => announce(say("jobs.lastHashCopied")),
      () => announce(say("jobs.clipboardRefused"), "bad"),
    );
  };
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <BookLock aria-hidden className={styles.icon} />
        <h2 className={styles.title}>{say("jobs.journal")}</h2>
        <span className={styles.count}>{say("jobs.journalEntries", { count })}</span>
        <span className={styles.actions}>
          <Button busy={verify.isPending} onClick={() => verify.mutate({}, { onError: fail })}>
            {say("jobs.verifyChain")}
          </Button>
          <Button icon={<FileDown aria-hidden />} busy={journal.isPending} onClick={() => void write().catch(fail)}>
            {say("jobs.exportJournal")}
          </Button>
        </span>
      </div>
      <p className={styles.line}>
        {say("jobs.lastHash")} <code className={styles.hash}>{head.data?.hash ?? "…"}</code>
        <IconButton size="small" label={say("jobs.copyLastHash")} icon={<Copy aria-hidden />} onClick={copy} />
      </p>
      {verify.data !== undefined && (
        <p className={verify.data.ok ? styles.good : styles.bad} role="status">
          {verify.data.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
          {verify.data.ok
            ? say("jobs.chainHolds")
            : verify.data.problems
                .map(({ sequence, problem }) => say("jobs.chainProblem", { sequence, problem }))
                .join(" ")}
        </p>
      )}
    </header>
  );
}
