import type { HighlightAnnotation } from "#core/ports/document-annotator.ts";
import { joinBytes } from "../join-bytes.ts";
import { appendUpdate, type UpdatedObject } from "./append-update.ts";
import { highlightAppearance, highlightDictionary } from "./highlight-objects.ts";
import { type ObjectTable, readObjectTable } from "./object-table.ts";
import { readObject, type WrittenObject } from "./read-object.ts";
import { readDictionary, referenceOf, type Span, textOf, UnreadableStructure } from "./syntax.ts";

/** Highlights for a page, which is known by its object number. */
export interface PageHighlights {
  readonly objectNumber: number;
  readonly annotations: readonly HighlightAnnotation[];
}

/**
 * Appends highlights to a PDF: the pages that get some are written anew with a longer list of annotations, otherwise byte
 * for byte as they were, and nothing else of the file is touched.
 *
 * @param original a PDF that is not encrypted
 * @throws UnreadableStructure when the file's structure is not as the standard has it
 */
export function appendHighlights(original: Uint8Array, pages: readonly PageHighlights[]): Uint8Array<ArrayBuffer> {
  const table = readObjectTable(original);
  if (table.trailer.entries.has("Encrypt")) throw new UnreadableStructure("the file is encrypted");
  const objects: UpdatedObject[] = [];
  let next = table.size;
  for (const { objectNumber, annotations } of pages) {
    const page = readObject(table, objectNumber);
    const pageReference = `${objectNumber} ${page.generation} R`;
    const references: string[] = [];
    for (const annotation of annotations) {
      const annotationNumber = next;
      const appearanceNumber = next + 1;
      next += 2;
      references.push(`${annotationNumber} 0 R`);
      objects.push(
        {
          number: annotationNumber,
          generation: 0,
          body: highlightDictionary(annotation, pageReference, `${appearanceNumber} 0 R`),
        },
        { number: appearanceNumber, generation: 0, body: highlightAppearance(annotation) },
      );
    }
    const body = withAnnotations(table, page, references.join(" "));
    objects.push({ number: objectNumber, generation: page.generation, body });
  }
  return appendUpdate(table, objects, next);
}

/** The page's dictionary with references added to its list of annotations. */
function withAnnotations(table: ObjectTable, page: WrittenObject, references: string): Uint8Array {
  const { bytes, start, end } = page.value;
  const dictionary = readDictionary(bytes, start);
  if (dictionary.end !== end) throw new UnreadableStructure("a page was expected");
  const list = dictionary.entries.get("Annots");
  if (list === undefined) {
    const closing = dictionary.end - 2;
    return joinBytes([
      bytes.subarray(start, closing),
      Buffer.from(`/Annots[${references}]`, "latin1"),
      bytes.subarray(closing, end),
    ]);
  }
  const known = knownAnnotations(table, list);
  return joinBytes([
    bytes.subarray(start, list.start),
    Buffer.from(`[${known}\n${references}]`, "latin1"),
    bytes.subarray(list.end, end),
  ]);
}

/** What stands between the brackets of a list of annotations, in the page itself or in an object of its own. */
function knownAnnotations(table: ObjectTable, list: Span): string {
  const reference = referenceOf(list);
  const isMissing = reference !== undefined && (table.places.get(reference)?.kind ?? "free") === "free";
  // A reference to an object that does not exist stands for null (ISO 32000-2, 7.3.10).
  const text = isMissing ? "null" : textOf(reference === undefined ? list : readObject(table, reference).value);
  if (text === "null") return "";
  if (!text.startsWith("[")) throw new UnreadableStructure("a list of annotations was expected");
  return text.slice(1, -1);
}
