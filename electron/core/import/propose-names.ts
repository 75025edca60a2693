import type { DocumentFields } from "#shared/model/detection.ts";
import type { DocumentMetadata } from "#shared/model/document.ts";
import { proposeShortName } from "#shared/text/cite.ts";
import { meaningfulTitle } from "#shared/text/meaningful-title.ts";

/** The file's name without its extension: what people called it. */
function nameWithoutExtension(fileName: string): string {
  return fileName.replace(/\.[^.]{1,5}$/u, "") || fileName;
}

/** Proposes a title: the one that the file declares when it says something, else the file's name. */
export function proposeTitle(metadata: DocumentMetadata, fileName: string): string {
  return meaningfulTitle(metadata.title) ?? nameWithoutExtension(fileName);
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
