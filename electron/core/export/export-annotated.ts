import type { DocumentId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import type { Quad } from "#shared/model/geometry.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import { ensurePages } from "../import/ensure-rendition.ts";
import { requireDocument } from "../library/require-document.ts";
import type { HighlightAnnotation } from "../ports/document-annotator.ts";
import { withheldRegions } from "../redactions/list-redactions.ts";
import { neutralName } from "./neutral-name.ts";
import { highlightColor } from "./tag-rgb.ts";

/** Where an export goes. */
export interface ExportTarget {
  /** Absolute or relative path; the case's exports folder when absent. */
  readonly out?: string | undefined;
  readonly overwrite: boolean;
}

/** What is highlighted on each page: the words, or of a region the rectangle as it was drawn. */
function placesOf({ ranges, region }: Passage): readonly { readonly page: number; readonly quads: readonly Quad[] }[] {
  if (region === null) return ranges.filter((range) => range.quads.length > 0);
  const [left, bottom, right, top] = region.box;
  return [{ page: region.page, quads: [[left, top, right, top, left, bottom, right, bottom]] }];
}

/** One annotation for each page that a passage covers: PDF annotations belong to one page. */
function toAnnotations(passage: Passage, tags: ReadonlyMap<string, Tag>): readonly HighlightAnnotation[] {
  const own = passage.tagIds.flatMap((tagId) => tags.get(tagId) ?? []);
  const subject = own.map((tag) => tag.name).join(", ");
  const contents = [subject, passage.note].filter((part) => part !== "").join("\n\n");
  return placesOf(passage).map(({ page, quads }) => ({
    name: `${passage.passageId}-${page}`,
    page,
    quads,
    color: highlightColor(own[0]?.color ?? null),
    author: passage.author,
    subject,
    contents,
    createdAt: passage.createdAt,
    modifiedAt: passage.updatedAt,
  }));
}

/**
 * Writes a copy of a document in which each anchored passage is a highlight annotation. The original stays as it is, and
 * its bytes are the beginning of the copy. A document with hidden text that nobody revealed is copied without that text.
 *
 * @throws ProbativeError `document/not-found`, `document/original-missing`, `export/…`
 */
export async function exportAnnotated(
  ports: CasePorts,
  documentId: DocumentId,
  target: ExportTarget,
): Promise<ExportedFile> {
  const document = requireDocument(ports, documentId);
  const path = await ensurePages(ports, document, new AbortController().signal);
  const tags = new Map(ports.tags.list().map((tag) => [tag.tagId as string, tag]));
  const annotations = ports.passages
    .list({ documentId, tagIds: [], text: null })
    .filter((passage) => passage.state === "anchored")
    .flatMap((passage) => toAnnotations(passage, tags));
  const withheld = withheldRegions(ports, documentId);
  const bytes = await ports.annotator.annotate(path, annotations, withheld);
  const name = neutralName({ kind: "annotated", documentId });
  const written = await ports.exports.write(bytes, target.out ?? null, name, target.overwrite);
  ports.journal.append({
    action: "exported",
    subject: documentId,
    sha256: written.sha256,
    detail: { name: written.name, format: "pdf", annotations: annotations.length, withheld: withheld.length },
  });
  ports.publish({ kind: "changed", areas: ["journal"] });
  return { ...written, bytes: bytes.length, annotations: annotations.length };
}
