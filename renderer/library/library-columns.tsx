import { Layers, Paperclip } from "lucide-react";
import type { DocumentSummary } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";
import { formatBytes, formatDate, formatDateTime, formatNumber } from "../ui/format.ts";
import { PathText } from "../ui/path-text.tsx";
import type { TableColumn } from "../ui/table-types.ts";
import { TagChip } from "../ui/tag-chip.tsx";
import { type DocumentTags, folderOf, numberOf, shortFolder } from "./document-values.ts";
import { formatLabel, formatPartialDate, kindLabel, languageName } from "./labels.ts";
import styles from "./library.module.css";
import { columnLabel, type LibraryColumn } from "./library-column.ts";
import { TextStatus } from "./text-status.tsx";

type DocumentColumn = Omit<TableColumn<DocumentSummary, LibraryColumn>, "header">;

/** The columns of the library; the ones that can wait are left out when there is little room. */
export function libraryColumns(tags: DocumentTags): readonly TableColumn<DocumentSummary, LibraryColumn>[] {
  return columnsWith(tags).map((column) => ({ ...column, header: columnLabel(column.id) }));
}

const columnsWith = (tags: DocumentTags): readonly DocumentColumn[] => [
  {
    id: "title",
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
    width: "minmax(118px, 0.8fr)",
    render: ({ fields, entered }) =>
      fields.kind !== null && (
        <span className={entered.includes("kind") ? "" : styles.detected}>{kindLabel(fields.kind)}</span>
      ),
  },
  {
    id: "date",
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
    width: "minmax(110px, 1.5fr)",
    showFrom: 960,
    render: ({ shortName }) => <span title={shortName}>{shortName}</span>,
  },
  {
    id: "number",
    width: "minmax(96px, 1.2fr)",
    showFrom: 770,
    render: ({ fields }) => <span title={numberOf(fields) ?? undefined}>{numberOf(fields)}</span>,
  },
  {
    id: "court",
    width: "minmax(110px, 1.6fr)",
    showFrom: 1080,
    render: ({ fields }) => <span title={fields.court ?? undefined}>{fields.court}</span>,
  },
  {
    id: "caseNumber",
    width: "minmax(110px, 1.3fr)",
    showFrom: 1750,
    render: ({ fields }) => <span title={fields.caseNumber ?? undefined}>{fields.caseNumber}</span>,
  },
  {
    id: "pages",
    width: "70px",
    align: "end",
    render: ({ pages }) => formatNumber(pages),
  },
  {
    id: "pagesWithoutText",
    width: "124px",
    showFrom: 660,
    render: (document) => <TextStatus document={document} />,
  },
  {
    id: "passages",
    width: "84px",
    align: "end",
    showFrom: 880,
    render: ({ passages }) => (passages === 0 ? <span className={styles.none}>–</span> : formatNumber(passages)),
  },
  {
    id: "tags",
    width: "minmax(110px, 1.4fr)",
    showFrom: 1200,
    render: ({ documentId }) => (
      <span className={styles.tags}>
        {(tags.get(documentId) ?? []).map(({ tagId, name, color }) => (
          <TagChip key={tagId} name={name} color={color} />
        ))}
      </span>
    ),
  },
  {
    id: "custodian",
    width: "minmax(96px, 1.1fr)",
    showFrom: 1800,
    render: ({ fields }) => <span title={fields.custodian ?? undefined}>{fields.custodian}</span>,
  },
  {
    id: "folder",
    width: "minmax(110px, 1.2fr)",
    showFrom: 1310,
    render: ({ sourcePath }) => <span title={folderOf(sourcePath)}>{shortFolder(folderOf(sourcePath))}</span>,
  },
  {
    id: "format",
    width: "84px",
    showFrom: 1010,
    render: ({ format }) => formatLabel(format),
  },
  {
    id: "language",
    width: "88px",
    showFrom: 1420,
    render: ({ fields }) => fields.language !== null && languageName(fields.language),
  },
  {
    id: "author",
    width: "minmax(96px, 1.4fr)",
    showFrom: 1500,
    render: ({ fields }) => <span title={fields.author ?? undefined}>{fields.author}</span>,
  },
  {
    id: "classification",
    width: "minmax(96px, 1.1fr)",
    showFrom: 1900,
    render: ({ fields }) => <span title={fields.classification ?? undefined}>{fields.classification}</span>,
  },
  {
    id: "importedAt",
    width: "104px",
    showFrom: 1600,
    render: ({ importedAt }) => <span title={formatDateTime(importedAt)}>{formatDate(importedAt)}</span>,
  },
  {
    id: "bytes",
    width: "78px",
    align: "end",
    showFrom: 1700,
    render: ({ bytes }) => formatBytes(bytes),
  },
  {
    id: "source",
    width: "minmax(120px, 2fr)",
    showFrom: 2000,
    render: ({ sourcePath }) => <PathText path={sourcePath} />,
  },
];
