import { Layers, Paperclip } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { TableColumn } from "../ui/data-table.tsx";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import { FORMAT_LABELS, formatPartialDate, KIND_LABELS, languageName } from "./labels.ts";
import styles from "./library.module.css";
import type { LibraryColumn } from "./sort-documents.ts";
import { TextStatus } from "./text-status.tsx";

/** The columns of the library; the ones that can wait are left out when there is little room. */
export const LIBRARY_COLUMNS: readonly TableColumn<DocumentSummary, LibraryColumn>[] = [
  {
    id: "title",
    header: "Title",
    width: "minmax(220px, 3.6fr)",
    render: ({ title, parents, children }) => (
      <span className={styles.titleCell}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        {children > 0 && (
          <span className={styles.family} title={`Holds ${formatNumber(children)} files`}>
            <Layers aria-hidden />
            {formatNumber(children)}
          </span>
        )}
        {parents.length > 0 && (
          <span className={styles.family} title="Came out of another file">
            <Paperclip aria-hidden />
          </span>
        )}
      </span>
    ),
  },
  {
    id: "kind",
    header: "Kind",
    width: "minmax(118px, 0.8fr)",
    render: ({ fields, entered }) =>
      fields.kind !== null && (
        <span className={entered.includes("kind") ? "" : styles.detected}>{KIND_LABELS[fields.kind]}</span>
      ),
  },
  {
    id: "date",
    header: "Date",
    width: "104px",
    render: ({ fields, entered }) =>
      fields.date !== null && (
        <span className={entered.includes("date") ? "" : styles.detected} title={fields.date}>
          {formatPartialDate(fields.date)}
        </span>
      ),
  },
  {
    id: "shortName",
    header: "Short name",
    width: "minmax(110px, 1.5fr)",
    showFrom: 880,
    render: ({ shortName }) => <span title={shortName}>{shortName}</span>,
  },
  {
    id: "number",
    header: "ECF · Bates",
    width: "minmax(96px, 1.2fr)",
    showFrom: 1010,
    render: ({ fields }) => <span title={numberOf(fields) ?? undefined}>{numberOf(fields)}</span>,
  },
  {
    id: "court",
    header: "Court or agency",
    width: "minmax(110px, 1.6fr)",
    showFrom: 1150,
    render: ({ fields }) => <span title={fields.court ?? undefined}>{fields.court}</span>,
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
    header: "Text",
    width: "124px",
    showFrom: 600,
    render: (document) => <TextStatus document={document} />,
  },
  {
    id: "passages",
    header: "Passages",
    width: "84px",
    align: "end",
    showFrom: 800,
    render: ({ passages }) => (passages === 0 ? <span className={styles.none}>–</span> : formatNumber(passages)),
  },
  {
    id: "format",
    header: "Format",
    width: "84px",
    showFrom: 920,
    render: ({ format }) => FORMAT_LABELS[format],
  },
  {
    id: "language",
    header: "Language",
    width: "88px",
    showFrom: 1290,
    render: ({ fields }) => fields.language !== null && languageName(fields.language),
  },
  {
    id: "author",
    header: "Author",
    width: "minmax(96px, 1.4fr)",
    showFrom: 1400,
    render: ({ fields }) => <span title={fields.author ?? undefined}>{fields.author}</span>,
  },
  {
    id: "importedAt",
    header: "Imported",
    width: "104px",
    showFrom: 1500,
    render: ({ importedAt }) => <span title={formatDateTime(importedAt)}>{formatDate(importedAt)}</span>,
  },
  {
    id: "bytes",
    header: "Size",
    width: "78px",
    align: "end",
    showFrom: 1600,
    render: ({ bytes }) => formatBytes(bytes),
  },
  {
    id: "source",
    header: "Source",
    width: "minmax(120px, 2fr)",
    showFrom: 1700,
    render: ({ sourcePath }) => <PathText path={sourcePath} />,
  },
];

/** The number by which a document is called: ECF, else Bates, else that of a note. */
export function numberOf(fields: DocumentSummary["fields"]): string | null {
  const { ecfNumber, batesBegin, batesEnd, noteNumber } = fields;
  if (ecfNumber !== null) return `ECF ${ecfNumber}`;
  if (batesBegin !== null)
    return batesEnd === null || batesEnd === batesBegin ? batesBegin : `${batesBegin} – ${batesEnd}`;
  return noteNumber;
}
