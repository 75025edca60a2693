import type { DocumentFields } from "#shared/model/detection.ts";
import type { DocumentMetadata } from "#shared/model/document.ts";
import { proposeShortName } from "#shared/text/cite.ts";

/** Titles that programs write by themselves: they name the program or nothing, not the document. */
const MEANINGLESS = [
  /^untitled/iu,
  /^microsoft (word|powerpoint|excel)\b/iu,
  /^(document|scan|image)\s*\d*$/iu,
  /^\W*$/u,
];

/** Titles that are the name of a file on somebody's disk, e.g. `C:\drafts\motion_v7.doc`. */
const FILE_LIKE = /(^[a-z]:\\|\.(docx?|pdf|wpd|rtf|txt|indd|pages|tiff?)$)/iu;

/** The file's name without its extension: what people called it. */
function nameWithoutExtension(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/u, "") || fileName;
}

/** Proposes a title: the one that the file declares when it says something, else the file's name. */
export function proposeTitle(metadata: DocumentMetadata, fileName: string): string {
  const declared = metadata.title?.trim() ?? "";
  const meaningless = FILE_LIKE.test(declared) || MEANINGLESS.some((pattern) => pattern.test(declared));
  return meaningless ? nameWithoutExtension(fileName) : declared.slice(0, 500);
}

/**
 * Proposes both names of a new document: the title that its pages bear wins over the one that the file declares.
 *
 * @param taken all short names of the case
 */
export function proposeNames(
  reading: { readonly metadata: DocumentMetadata; readonly detected: Pick<DocumentFields, "title"> },
  fileName: string,
  taken: ReadonlySet<string>,
): { readonly title: string; readonly shortName: string } {
  const title = proposedTitle(reading, fileName);
  return { title, shortName: proposeShortName(title, fileName, taken) };
}

/** The title that a document has as long as nobody entered one. */
export function proposedTitle(
  reading: { readonly metadata: DocumentMetadata; readonly detected: Pick<DocumentFields, "title"> },
  fileName: string,
): string {
  const onItsPages = reading.detected.title?.trim().slice(0, 500) ?? "";
  return onItsPages === "" ? proposeTitle(reading.metadata, fileName) : onItsPages;
}
