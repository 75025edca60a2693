import type { DocumentSummary } from "#shared/model/document.ts";
import type { TableColumn } from "../ui/data-table.tsx";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import styles from "./library.module.css";
import type { LibraryColumn } from "./sort-documents.ts";

/** The columns of the library; the ones that can wait are left out when there is little room. */
export const LIBRARY_COLUMNS: readonly TableColumn<DocumentSummary, LibraryColumn>[] = [
  {
    id: "title",
    header: "Title",
    width: "minmax(220px, 3.6fr)",
    render: ({ title }) => (
      <span className={styles.title} title={title}>
        {title}
      </span>
    ),
  },
  {
    id: "shortName",
    header: "Short name",
    width: "minmax(96px, 1.4fr)",
    render: ({ shortName }) => <span title={shortName}>{shortName}</span>,
  },
  {
    id: "pages",
    header: "Pages",
    width: "70px",
    align: "end",
    render: ({ pages }) => formatNumber(pages),
  },
  {
    id: "pagesWithoutText",
    header: "Need OCR",
    width: "86px",
    align: "end",
    render: ({ pagesWithoutText }) =>
      pagesWithoutText === 0 ? (
        <span className={styles.none}>–</span>
      ) : (
        <span className={styles.warn}>{formatNumber(pagesWithoutText)}</span>
      ),
  },
  {
    id: "passages",
    header: "Passages",
    width: "84px",
    align: "end",
    render: ({ passages }) => (passages === 0 ? <span className={styles.none}>–</span> : formatNumber(passages)),
  },
  {
    id: "author",
    header: "Author",
    width: "minmax(96px, 1.8fr)",
    showFrom: 820,
    render: ({ author }) => <span title={author ?? undefined}>{author}</span>,
  },
  {
    id: "created",
    header: "Created",
    width: "104px",
    showFrom: 700,
    render: ({ created }) => created !== null && <span title={created}>{formatDate(created)}</span>,
  },
  {
    id: "importedAt",
    header: "Imported",
    width: "104px",
    showFrom: 1000,
    render: ({ importedAt }) => <span title={formatDateTime(importedAt)}>{formatDate(importedAt)}</span>,
  },
  {
    id: "bytes",
    header: "Size",
    width: "78px",
    align: "end",
    showFrom: 1040,
    render: ({ bytes }) => formatBytes(bytes),
  },
  {
    id: "source",
    header: "Source",
    width: "minmax(120px, 2fr)",
    showFrom: 1180,
    render: ({ sourcePath }) => <PathText path={sourcePath} />,
  },
];
