import type { DocumentId } from "#shared/base/ids.ts";
import type { ExportedFile } from "#shared/contract/writing-procedures.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { Tag } from "#shared/model/tag.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/update-document.ts";
import type { HighlightAnnotation } from "../ports/document-annotator.ts";
import { neutralName } from "./neutral-name.ts";
import { highlightColor } from "./tag-rgb.ts";

/** Where an export goes. */
export interface ExportTarget {
  /** Absolute or relative path; the case's exports folder when absent. */
  readonly out?: string | undefined;
  readonly overwrite: boolean;
}

/** One annotation for each page that a passage covers: PDF annotations belong to one page. */
function toAnnotations(passage: Passage, tags: ReadonlyMap<string, Tag>): readonly HighlightAnnotation[] {
  const own = passage.tagIds.flatMap((tagId) => tags.get(tagId) ?? []);
  const subject = own.map((tag) => tag.name).join(", ");
  const contents = [subject, passage.note].filter((part) => part !== "").join("\n\n");
  return passage.ranges
    .filter((range) => range.quads.length > 0)
    .map((range) => ({
      name: `${passage.passageId}-${range.page}`,
      page: range.page,
      quads: range.quads,
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
 * its bytes are the beginning of the copy.
 *
 * @throws ProbativeError `document/not-found`, `document/original-missing`, `export/…`
 */
export async function exportAnnotated(
  ports: CasePorts,
  documentId: DocumentId,
  target: ExportTarget,
): Promise<ExportedFile> {
  const document = requireDocument(ports, documentId);
  if (!(await ports.vault.exists(document.sha256))) throw new ProbativeError("document/original-missing");
  const tags = new Map(ports.tags.list().map((tag) => [tag.tagId as string, tag]));
  const annotations = ports.passages
    .list({ documentId, tagIds: [], text: null })
    .filter((passage) => passage.state === "anchored")
    .flatMap((passage) => toAnnotations(passage, tags));
  const bytes = await ports.annotator.annotate(ports.vault.pathOf(document.sha256), annotations);
  const name = neutralName({ kind: "annotated", documentId });
  const written = await ports.exports.write(bytes, target.out ?? null, name, target.overwrite);
  return { ...written, bytes: bytes.length, annotations: annotations.length };
}
