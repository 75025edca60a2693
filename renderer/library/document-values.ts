import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import type { Tag } from "#shared/model/tag.ts";
import { say } from "../messages/say.ts";
import { formatBytes, formatDate } from "../ui/format.ts";
import { formatLabel, formatPartialDate, kindLabel, languageName } from "./labels.ts";
import type { LibraryColumn } from "./library-column.ts";

/** The tags that stand in each document, by its passages; a document without any may be absent. */
export type DocumentTags = ReadonlyMap<DocumentId, readonly Tag[]>;

/** The number by which a document is called: ECF, else Bates, else that of a note. */
export function numberOf(fields: DocumentSummary["fields"]): string | null {
  const { ecfNumber, batesBegin, batesEnd, noteNumber } = fields;
  if (ecfNumber !== null) return say("library.ecfName", { number: ecfNumber });
  if (batesBegin !== null)
    return batesEnd === null || batesEnd === batesBegin ? batesBegin : `${batesBegin} – ${batesEnd}`;
  return noteNumber;
}

/** The folder that a file came from; empty for a bare name. */
export function folderOf(sourcePath: string): string {
  return sourcePath.slice(0, Math.max(0, sourcePath.lastIndexOf("/"), sourcePath.lastIndexOf("\\")));
}

/** The last two folders of a path: enough to tell folders apart where there is no room for all of it. */
export function shortFolder(folder: string): string {
  return folder.split(/[/\\]/u).filter(Boolean).slice(-2).join("/");
}

/** What a column shows of a document, as words that can be looked for. */
export function columnText(document: DocumentSummary, column: LibraryColumn, tags: DocumentTags): string {
  const { fields } = document;
  switch (column) {
    case "title":
    case "shortName":
      return document[column];
    case "kind":
      return fields.kind === null ? "" : kindLabel(fields.kind);
    case "date":
      return fields.date === null ? "" : `${fields.date} ${formatPartialDate(fields.date)}`;
    case "number":
      return `${numberOf(fields) ?? ""} ${fields.noteNumber ?? ""}`;
    case "court":
    case "caseNumber":
    case "custodian":
    case "author":
    case "classification":
      return fields[column] ?? "";
    case "pages":
    case "passages":
      return String(document[column]);
    case "pagesWithoutText":
      return statusText(document);
    case "tags":
      return (tags.get(document.documentId) ?? []).map(({ name }) => name).join("\n");
    case "folder":
      return folderOf(document.sourcePath);
    case "format":
      return formatLabel(document.format);
    case "language":
      return fields.language === null ? "" : languageName(fields.language);
    case "importedAt":
      return `${document.importedAt} ${formatDate(document.importedAt)}`;
    case "bytes":
      return formatBytes(document.bytes);
    case "source":
      return document.sourcePath;
  }
}

/** Where a document stands with its text, in a few words. */
export function statusText({ pagesWaiting, pagesWithoutText, pagesByOcr, confidence }: DocumentSummary): string {
  if (pagesWaiting > 0) return say("library.waitForOcr", { count: pagesWaiting });
  if (pagesWithoutText > 0) return say("library.withoutText", { count: pagesWithoutText });
  if (pagesByOcr === 0) return say("library.byTextLayer");
  return confidence === null ? say("library.byOcr") : say("library.ocrPercent", { percent: Math.round(confidence) });
}
