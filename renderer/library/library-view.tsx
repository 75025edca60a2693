import { FileStack, ListFilter, PanelLeft, PanelRight } from "lucide-react";
import { useMemo, useState } from "react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { ImportButtons } from "../jobs/import-buttons.tsx";
import { say } from "../messages/say.ts";
import { DataTable } from "../ui/data-table.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { chooseAllRows, chooseRow, NO_ROWS } from "../ui/row-selection.ts";
import { TextField } from "../ui/text-field.tsx";
import { BulkEdit } from "./bulk-edit.tsx";
import { DocumentInspector } from "./document-inspector.tsx";
import { FacetPanel } from "./facet-panel.tsx";
import { countChosen, type FacetChoice, passesFacets } from "./facets.ts";
import styles from "./library.module.css";
import { libraryColumns } from "./library-columns.tsx";
import { LibrarySkeleton } from "./library-skeleton.tsx";
import { filterDocuments, type LibrarySort, sortDocuments, toggleSort } from "./sort-documents.ts";
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
  const { openDocument } = useNavigation();
  const [text, setText] = useState("");
  const [sort, setSort] = useState<LibrarySort>({ column: "title", descending: false });
  const [selection, setSelection] = useState(NO_ROWS);
  const sides = useLibrarySides();
  const columns = useMemo(libraryColumns, []);
  const matching = useMemo(() => filterDocuments(documents, { text }), [documents, text]);
  const rows = useMemo(
    () =>
      sortDocuments(
        matching.filter((document) => passesFacets(document, choice)),
        sort,
      ),
    [matching, choice, sort],
  );
  const order = useMemo(() => rows.map(documentKey), [rows]);
  const selected = documents.filter((document) => selection.keys.has(document.documentId));
  const isFiltered = text.trim() !== "" || countChosen(choice) > 0;
  return (
    <div className={styles.library}>
      {sides.facets && (
        <div className={styles.facets}>
          <FacetPanel documents={matching} choice={choice} onChoice={onChoice} />
        </div>
      )}
      <div className={styles.main}>
        <div className={styles.bar}>
          <IconButton
            label={sides.facets ? say("library.hideFilters") : say("library.showFilters")}
            icon={<PanelLeft aria-hidden />}
            pressed={sides.facets}
            onClick={sides.toggleFacets}
          />
          <TextField
            label={say("library.filterDocuments")}
            hideLabel
            type="search"
            placeholder={say("library.filterHint")}
            icon={<ListFilter aria-hidden />}
            className={styles.filter ?? ""}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setText("");
            }}
          />
          <span className={styles.count} role="status">
            {isFiltered
              ? say("library.documentsOf", { shown: rows.length, count: documents.length })
              : say("library.documents", { count: documents.length })}
            {selected.length > 1 && ` · ${say("library.alsoSelected", { count: selected.length })}`}
          </span>
          <span className={styles.tools}>
            <ImportButtons short={sides.narrow} />
            <IconButton
              label={sides.inspector ? say("library.hideDetails") : say("library.showDetails")}
              icon={<PanelRight aria-hidden />}
              pressed={sides.inspector}
              onClick={sides.toggleInspector}
            />
          </span>
        </div>
        <div className={styles.table}>
          <DataTable
            label={say("library.tableName")}
            columns={columns}
            rows={rows}
            rowKey={documentKey}
            selectedKey={selection.lead}
            selectedKeys={selection.keys}
            onSelect={(document, how) => setSelection(chooseRow(selection, order, document.documentId, how))}
            onSelectAll={() => setSelection(chooseAllRows(selection, order))}
            onActivate={(document) => openDocument(document.documentId)}
            sort={sort}
            onSort={(column) => setSort(toggleSort(sort, column))}
            empty={say("library.noMatch")}
          />
        </div>
      </div>
      {sides.inspector && (
        <aside className={styles.inspector} aria-label={say("library.details")}>
          <Details selected={selected} />
        </aside>
      )}
    </div>
  );
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

function documentKey(document: DocumentSummary): string {
  return document.documentId;
}
