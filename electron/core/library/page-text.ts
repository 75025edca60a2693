import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PageText } from "#shared/model/document.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "./require-document.ts";

/**
 * The one text and the one geometry of a page.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`
 */
export function readPageText(
  ports: Pick<CasePorts, "documents" | "index">,
  documentId: DocumentId,
  page: number,
): PageText {
  const document = requireDocument(ports, documentId);
  const text = ports.index.pageText(documentId, page);
  const info = ports.index.pageInfo(documentId, page);
  if (text === null || info === null) {
    throw new ProbativeError("document/no-such-page", `It has ${document.pages}.`, { page, pages: document.pages });
  }
  return {
    documentId,
    page,
    text,
    runs: ports.index.pageRuns(documentId, page),
    layer: info.layer,
    confidences: info.layer === "ocr" ? ports.index.pageConfidences(documentId, page) : [],
  };
}
