import { FileStack } from "lucide-react";
import { useMemo, useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { ImportButtons } from "../jobs/import-buttons.tsx";
import { say } from "../messages/say.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState, InlineError } from "../ui/error-state.tsx";
import type { TableColumn, TableHeading } from "../ui/table-types.ts";
import { useElementWidth } from "../ui/use-element-width.ts";
import { useMeasuredToken } from "../ui/use-measured-token.ts";
import { BulkEdit } from "./bulk-edit.tsx";
import { DocumentInspector } from "./document-inspector.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import type { FacetChoice } from "./facets.ts";
import { type LibraryRow, rowKeyOf } from "./group-documents.ts";
import styles from "./library.module.css";
import { LibraryBar, LookBar } from "./library-bar.tsx";
import type { LibraryColumn } from "./library-column.ts";
import { toggleSort } from "./library-column.ts";
import { libraryColumns } from "./library-columns.tsx";
import { LibraryGrid } from "./library-grid.tsx";
import { arrange, moveColumn, setWidth } from "./library-layout.ts";
import { LibrarySkeleton } from "./library-skeleton.tsx";
import { type LibraryModel, useLibrary } from "./use-library.ts";
import { useLibrarySides } from "./use-library-sides.ts";

interface LibraryViewProps {
  readonly choice: FacetChoice;
  readonly onChoice: (choice: FacetChoice) => void;
}

/** All documents of the case. */
export function LibraryView({ choice, onChoice }: LibraryViewProps) {
  const { data, error, refetch } = useCallQuery("documents.list", {});
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LibrarySkeleton />;
  if (data.documents.length === 0) return <EmptyLibrary />;
  return <FilledLibrary documents={data.documents} choice={choice} onChoice={onChoice} />;
}

function EmptyLibrary() {
  const jobs = useCallQuery("jobs.list", {});
  const isReading = jobs.data?.jobs.some((job) => job.status === "running") ?? false;
  if (isReading) {
    return (
      <EmptyState icon={<FileStack />} title={say("library.readingFirst")}>
        {say("library.readingFirstMore")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<FileStack />} title={say("library.dropHere")} actions={<ImportButtons primary />}>
      {say("library.dropHereMore")}
    </EmptyState>
  );
}

interface FilledLibraryProps extends LibraryViewProps {
  readonly documents: readonly DocumentSummary[];
}

function FilledLibrary({ documents, choice, onChoice }: FilledLibraryProps) {
  const library = useLibrary(documents, choice);
  const sides = useLibrarySides();
  const [asksColumns, setAsksColumns] = useState(false);
  const [measure, width] = useElementWidth();
  const columns = useShownColumns(library, width);
  const { look } = library;
  return (
    <div className={styles.library}>
      {sides.facets && (
        <div className={styles.facets}>
          <FacetPanel facets={library.facets} choice={choice} onChoice={onChoice} />
        </div>
      )}
      <div className={styles.main}>
        <LibraryBar library={library} sides={sides} total={documents.length} />
        <LookBar
          library={library}
          choice={choice}
          onChoice={onChoice}
          shownColumns={columns.map((column) => column.id)}
          asksColumns={asksColumns}
          onAskColumns={setAsksColumns}
        />
        {library.clustersError !== null && <InlineError error={library.clustersError} />}
        <div ref={measure} className={styles.table} aria-busy={library.behind || library.waitsForClusters}>
          {look.layout === "grid" ? (
            <LibraryGrid library={library} />
          ) : (
            <LibraryTable library={library} columns={columns} asksColumns={asksColumns} />
          )}
        </div>
      </div>
      {sides.inspector && (
        <aside className={styles.inspector} aria-label={say("library.details")}>
          <Details selected={library.selected} />
        </aside>
      )}
    </div>
  );
}

type DocumentColumns = readonly TableColumn<DocumentSummary, LibraryColumn>[];

/** The columns that were chosen, or those for which there is room. */
function useShownColumns({ byDocument, look }: LibraryModel, width: number | null): DocumentColumns {
  const scale = useMeasuredToken("--scale");
  const all = useMemo(() => libraryColumns(byDocument), [byDocument]);
  const room = width === null ? Number.POSITIVE_INFINITY : width / scale;
  // While a panel is dragged wider the columns stay the same until there is room for another one.
  const least = Math.max(0, ...all.map(({ showFrom = 0 }) => showFrom).filter((from) => from <= room));
  return useMemo(
    () => arrange(all, look.columns).filter(({ showFrom = 0 }) => showFrom <= least),
    [all, look.columns, least],
  );
}

interface LibraryTableProps {
  readonly library: LibraryModel;
  readonly columns: DocumentColumns;
  readonly asksColumns: boolean;
}

function LibraryTable({ library, columns, asksColumns }: LibraryTableProps) {
  const { openDocument } = useNavigation();
  const { look, setLook, selection } = library;
  const rowColumns = useMemo(() => columns.map(ofRow), [columns]);
  // The first change of one column makes all that are in sight the chosen ones.
  const chosen = look.columns.length > 0 ? look.columns : columns.map(({ id }) => ({ column: id, width: null }));
  return (
    <DataTable
      label={say("library.tableName")}
      columns={rowColumns}
      rows={library.rows}
      rowKey={rowKeyOf}
      selectedKey={selection.lead}
      selectedKeys={selection.keys}
      onSelect={library.select}
      onSelectAll={library.selectAll}
      onActivate={(row) => {
        if (row.kind === "document") openDocument(row.document.documentId);
      }}
      sort={look.sort}
      onSort={(column, add) => setLook({ ...look, sort: toggleSort(look.sort, column, add) })}
      {...(look.group === "none" ? {} : { headingOf, onFold: library.fold })}
      {...(asksColumns
        ? {
            contains: {
              texts: look.contains,
              onChange: (column: LibraryColumn, text: string) =>
                setLook({ ...look, contains: { ...look.contains, [column]: text } }),
            },
          }
        : {})}
      arrangement={{
        onWidth: (column, width) => setLook({ ...look, columns: setWidth(chosen, column, width) }),
        onMove: (column, before) => setLook({ ...look, columns: moveColumn(chosen, column, before) }),
      }}
      empty={say("library.noMatch")}
    />
  );
}

/** A column of documents as one of rows, some of which are headings that it never draws. */
function ofRow({ showFrom: _, ...column }: DocumentColumns[number]): TableColumn<LibraryRow, LibraryColumn> {
  return { ...column, render: (row) => (row.kind === "document" ? column.render(row.document) : null) };
}

function headingOf(row: LibraryRow): TableHeading | null {
  if (row.kind === "document") return null;
  return { label: <span title={row.label}>{row.label}</span>, count: row.documents.length, open: row.open };
}

function Details({ selected }: { readonly selected: readonly DocumentSummary[] }) {
  const [first] = selected;
  if (first === undefined) {
    return (
      <EmptyState compact title={say("library.noneSelected")}>
        {say("library.noneSelectedMore")}
      </EmptyState>
    );
  }
  if (selected.length > 1) return <BulkEdit documents={selected} />;
  return <DocumentInspector key={first.documentId} document={first} />;
}
