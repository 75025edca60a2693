import { FileStack, ListFilter, PanelRight, X } from "lucide-react";
import { useMemo, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { ImportButtons } from "../jobs/import-buttons.tsx";
import { Button } from "../ui/button.tsx";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { formatCount, formatNumber } from "../ui/format.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { DocumentInspector } from "./document-inspector.tsx";
import styles from "./library.module.css";
import { LIBRARY_COLUMNS } from "./library-columns.tsx";
import { LibrarySkeleton } from "./library-skeleton.tsx";
import { filterDocuments, type LibrarySort, sortDocuments, toggleSort } from "./sort-documents.ts";

interface LibraryViewProps {
  readonly onlyNeedsOcr: boolean;
  readonly onOnlyNeedsOcr: (only: boolean) => void;
}

/** All documents of the case. */
export function LibraryView({ onlyNeedsOcr, onOnlyNeedsOcr }: LibraryViewProps) {
  const { data, error, refetch } = useCallQuery("documents.list", {});
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LibrarySkeleton />;
  if (data.documents.length === 0) return <EmptyLibrary />;
  return <FilledLibrary documents={data.documents} onlyNeedsOcr={onlyNeedsOcr} onOnlyNeedsOcr={onOnlyNeedsOcr} />;
}

function EmptyLibrary() {
  const jobs = useCallQuery("jobs.list", {});
  const isReading = jobs.data?.jobs.some((job) => job.status === "running") ?? false;
  if (isReading) {
    return (
      <EmptyState icon={<FileStack />} title="Reading the first documents…">
        They appear here as soon as they are read. You can search what is there while the rest comes in.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<FileStack />} title="Drop files or folders here" actions={<ImportButtons primary />}>
      PDF files become searchable, page by page. Originals are copied into the case and never changed; every file is
      accounted for. To look around first, close this case and open the sample.
    </EmptyState>
  );
}

interface FilledLibraryProps extends LibraryViewProps {
  readonly documents: readonly DocumentSummary[];
}

function FilledLibrary({ documents, onlyNeedsOcr, onOnlyNeedsOcr }: FilledLibraryProps) {
  const { openDocument } = useNavigation();
  const [text, setText] = useState("");
  const [sort, setSort] = useState<LibrarySort>({ column: "title", descending: false });
  const [selectedId, setSelectedId] = useState<DocumentId | null>(null);
  const [showsInspector, setShowsInspector] = useState(true);
  const rows = useMemo(
    () => sortDocuments(filterDocuments(documents, { text, onlyNeedsOcr }), sort),
    [documents, text, onlyNeedsOcr, sort],
  );
  const selected = documents.find((document) => document.documentId === selectedId);
  const isFiltered = text.trim() !== "" || onlyNeedsOcr;
  return (
    <div className={styles.library} data-inspector={showsInspector}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <TextField
            label="Filter documents"
            hideLabel
            type="search"
            placeholder="Filter by title, author, path"
            icon={<ListFilter aria-hidden />}
            className={styles.filter ?? ""}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setText("");
            }}
          />
          {onlyNeedsOcr && (
            <Button size="small" icon={<X aria-hidden />} onClick={() => onOnlyNeedsOcr(false)}>
              Need OCR only
            </Button>
          )}
          <span className={styles.count} role="status">
            {isFiltered
              ? `${formatNumber(rows.length)} of ${formatCount(documents.length, "document")}`
              : formatCount(documents.length, "document")}
          </span>
          <span className={styles.tools}>
            <ImportButtons />
            <IconButton
              label={showsInspector ? "Hide the details" : "Show the details"}
              icon={<PanelRight aria-hidden />}
              pressed={showsInspector}
              onClick={() => setShowsInspector(!showsInspector)}
            />
          </span>
        </div>
        <div className={styles.table}>
          <DataTable
            label="Documents"
            columns={LIBRARY_COLUMNS}
            rows={rows}
            rowKey={documentKey}
            selectedKey={selectedId}
            onSelect={(document) => setSelectedId(document.documentId)}
            onActivate={(document) => openDocument(document.documentId)}
            sort={sort}
            onSort={(column) => setSort(toggleSort(sort, column))}
            empty="No document passes the filter."
          />
        </div>
      </div>
      {showsInspector && (
        <aside className={styles.inspector} aria-label="Details">
          {selected === undefined ? (
            <EmptyState compact title="No document selected">
              Choose one to see where it came from and to set the name that citations use.
            </EmptyState>
          ) : (
            <DocumentInspector key={selected.documentId} document={selected} />
          )}
        </aside>
      )}
    </div>
  );
}

function documentKey(document: DocumentSummary): string {
  return document.documentId;
}
