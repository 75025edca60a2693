import { Layers, Paperclip } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import type { TableColumn } from "../ui/data-table.tsx";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import { formatLabel, formatPartialDate, kindLabel, languageName } from "./labels.ts";
import styles from "./library.module.css";
import type { LibraryColumn } from "./sort-documents.ts";
import { TextStatus } from "./text-status.tsx";

/** The columns of the library; the ones that can wait are left out when there is little room. */
export const libraryColumns = (): readonly TableColumn<DocumentSummary, LibraryColumn>[] => [
  {
    id: "title",
    header: say("library.fieldTitle"),
    width: "minmax(220px, 3.6fr)",
    render: ({ title, parents, children }) => (
      <span className={styles.titleCell}>
        <span className={styles.title} title={title}>
          {title}
        </span>
        {children > 0 && (
          <span className={styles.family} title={say("library.holdsFiles", { count: children })}>
            <Layers aria-hidden />
            {formatNumber(children)}
          </span>
        )}
        {parents.length > 0 && (
          <span className={styles.family} title={say("library.cameOutOfAnother")}>
            <Paperclip aria-hidden />
          </span>
        )}
      </span>
    ),
  },
  {
    id: "kind",
    header: say("library.fieldKind"),
    width: "minmax(118px, 0.8fr)",
    render: ({ fields, entered }) =>
      fields.kind !== null && (
        <span className={entered.includes("kind") ? "" : styles.detected}>{kindLabel(fields.kind)}</span>
      ),
  },
  {
    id: "date",
    header: say("library.fieldDate"),
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
    header: say("library.fieldShortName"),
    width: "minmax(110px, 1.5fr)",
    showFrom: 880,
    render: ({ shortName }) => <span title={shortName}>{shortName}</span>,
  },
  {
    id: "number",
    header: say("library.columnNumber"),
    width: "minmax(96px, 1.2fr)",
    showFrom: 1010,
    render: ({ fields }) => <span title={numberOf(fields) ?? undefined}>{numberOf(fields)}</span>,
  },
  {
    id: "court",
    header: say("library.fieldCourt"),
    width: "minmax(110px, 1.6fr)",
    showFrom: 1150,
    render: ({ fields }) => <span title={fields.court ?? undefined}>{fields.court}</span>,
  },
  {
    id: "pages",
    header: say("library.columnPages"),
    width: "70px",
    align: "end",
    render: ({ pages }) => formatNumber(pages),
  },
  {
    id: "pagesWithoutText",
    header: say("library.columnText"),
    width: "124px",
    showFrom: 600,
    render: (document) => <TextStatus document={document} />,
  },
  {
    id: "passages",
    header: say("library.columnPassages"),
    width: "84px",
    align: "end",
    showFrom: 800,
    render: ({ passages }) => (passages === 0 ? <span className={styles.none}>–</span> : formatNumber(passages)),
  },
  {
    id: "format",
    header: say("library.columnFormat"),
    width: "84px",
    showFrom: 920,
    render: ({ format }) => formatLabel(format),
  },
  {
    id: "language",
    header: say("library.fieldLanguage"),
    width: "88px",
    showFrom: 1290,
    render: ({ fields }) => fields.language !== null && languageName(fields.language),
  },
  {
    id: "author",
    header: say("library.fieldAuthor"),
    width: "minmax(96px, 1.4fr)",
    showFrom: 1400,
    render: ({ fields }) => <span title={fields.author ?? undefined}>{fields.author}</span>,
  },
  {
    id: "importedAt",
    header: say("library.columnImported"),
    width: "104px",
    showFrom: 1500,
    render: ({ importedAt }) => <span title={formatDateTime(importedAt)}>{formatDate(importedAt)}</span>,
  },
  {
    id: "bytes",
    header: say("library.columnSize"),
    width: "78px",
    align: "end",
    showFrom: 1600,
    render: ({ bytes }) => formatBytes(bytes),
  },
  {
    id: "source",
    header: say("library.columnSource"),
    width: "minmax(120px, 2fr)",
    showFrom: 1700,
    render: ({ sourcePath }) => <PathText path={sourcePath} />,
  },
];

/** The number by which a document is called: ECF, else Bates, else that of a note. */
export function numberOf(fields: DocumentSummary["fields"]): string | null {
  const { ecfNumber, batesBegin, batesEnd, noteNumber } = fields;
  if (ecfNumber !== null) return say("library.ecfName", { number: ecfNumber });
  if (batesBegin !== null)
    return batesEnd === null || batesEnd === batesBegin ? batesBegin : `${batesBegin} – ${batesEnd}`;
  return noteNumber;
}
