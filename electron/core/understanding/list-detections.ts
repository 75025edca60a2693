import type { DocumentId } from "#shared/base/ids.ts";
import type { ShownDetection } from "#shared/contract/understanding-procedures.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { quadsForRange } from "#shared/text/geometry.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";

type DetectionPorts = Pick<CasePorts, "documents" | "index">;

function showPage(ports: DetectionPorts, documentId: DocumentId, page: number): readonly ShownDetection[] {
  const text = ports.index.pageText(documentId, page) ?? "";
  const runs = ports.index.pageRuns(documentId, page);
  return ports.index.pageDetections(documentId, page).map(({ start, end, value }) => ({
    page,
    start,
    end,
    text: text.slice(start, end),
    value,
    quads: quadsForRange(runs, start, end),
  }));
}

/**
 * What was detected on one page or on all pages of a document, with the boxes around it.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`
 */
export function listDetections(
  ports: DetectionPorts,
  documentId: DocumentId,
  page: number | null,
): readonly ShownDetection[] {
  const document = requireDocument(ports, documentId);
  if (page === null) {
    const pages = [...ports.index.documentDetections(documentId)].map((entry) => entry.page);
    return pages.flatMap((number) => showPage(ports, documentId, number));
  }
  if (ports.index.pageText(documentId, page) === null) {
    throw new ProbativeError("document/no-such-page", `It has ${document.pages}.`, { page, pages: document.pages });
  }
  return showPage(ports, documentId, page);
}
