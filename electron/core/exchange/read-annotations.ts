import type { DocumentId } from "#shared/base/ids.ts";
import type { CasePorts } from "../backend-context.ts";
import { readPages } from "../import/read-document.ts";
import { pagesPath } from "../library/pages-path.ts";
import { requireDocument } from "../library/require-document.ts";
import { type NamedAnnotation, nameAnnotations, planAnnotations } from "./annotation-passages.ts";

/** What reading annotations came to. */
export interface AnnotationReading {
  readonly documents: number;
  readonly added: number;
  readonly known: number;
  /** That fit no page. */
  readonly left: number;
}

/**
 * Reads highlights and comments of documents in as passages, in one step: for those that were imported without. What is
 * here already stays as it is. Only PDFs have any.
 *
 * @throws ProbativeError `document/not-found`, `document/original-missing`, as `DocumentReader.read`
 */
export async function readAnnotations(
  ports: CasePorts,
  documentIds: readonly DocumentId[],
): Promise<AnnotationReading> {
  const found = new Map<DocumentId, readonly NamedAnnotation[]>();
  const { signal } = new AbortController();
  for (const documentId of documentIds) {
    const document = requireDocument(ports, documentId);
    if (document.format !== "pdf") continue;
    const path = await pagesPath(ports, document);
    const { annotations } = await readPages(ports.reader, { path, revealed: [] }, () => {}, signal);
    found.set(documentId, await nameAnnotations(document.sha256, annotations));
  }
  const planned = [...found].map(([documentId, annotations]) => planAnnotations(ports, documentId, annotations));
  const passages = planned.flatMap((plan) => plan.passages);
  const left = planned.reduce((sum, plan) => sum + plan.left, 0);
  if (passages.length > 0) {
    ports.edits.perform("Read annotations of documents", () => {
      for (const passage of passages) ports.passages.insert(passage);
    });
    ports.publish({ kind: "changed", areas: ["passages", "documents", "case", "edits"] });
  }
  const met = [...found.values()].reduce((sum, annotations) => sum + annotations.length, 0);
  return { documents: found.size, added: passages.length, known: met - passages.length - left, left };
}
