import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { TextLayer } from "#shared/model/page-state.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";
import { anchorPassages } from "../passages/anchor-passages.ts";
import { refreshFields } from "./refresh-fields.ts";
import { understandRecognised } from "./understand-recognised.ts";

/**
 * Uses the text layer or the OCR text of a page; the other one is kept. Passages of the page are anchored again.
 *
 * @returns passages of the page that the text now in use does not hold
 * @throws ProbativeError `document/not-found`, `document/no-such-page`, `document/no-such-layer`
 */
export function useLayer(
  ports: CasePorts,
  documentId: DocumentId,
  page: number,
  layer: TextLayer,
): readonly PassageId[] {
  const document = requireDocument(ports, documentId);
  const info = ports.index.pageInfo(documentId, page);
  if (info === null) {
    throw new ProbativeError("document/no-such-page", `It has ${document.pages}.`, { page, pages: document.pages });
  }
  if (info.layer === layer) return [];
  const isUsed = ports.index.useLayer(documentId, page, layer, (text, geometry) =>
    understandRecognised(info, { text, geometry }),
  );
  if (!isUsed) throw new ProbativeError("document/no-such-layer", "", { page, layer });
  const orphaned = anchorPassages(ports, documentId, page);
  refreshFields(ports, documentId);
  ports.journal.append({
    action: "text-layer-chosen",
    subject: documentId,
    sha256: document.sha256,
    detail: { page, layer },
  });
  ports.publish({ kind: "changed", areas: ["documents", "passages", "ocr", "journal"] });
  return orphaned;
}
