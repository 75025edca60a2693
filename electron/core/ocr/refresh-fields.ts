import type { DocumentId } from "#shared/base/ids.ts";
import { createFieldCollector } from "#shared/text/propose-fields.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "../library/require-document.ts";

/** Proposes a document's fields anew from the text that its pages have now. What was entered by hand is untouched. */
export function refreshFields(ports: Pick<CasePorts, "documents" | "index" | "jobs">, documentId: DocumentId): void {
  const document = requireDocument(ports, documentId);
  const infos = ports.index.pageInfos(documentId);
  const detections = new Map(
    [...ports.index.documentDetections(documentId)].map((entry) => [entry.page, entry.detections]),
  );
  const collector = createFieldCollector();
  let pagesWithoutText = 0;
  for (const info of infos) {
    const isRead = info.characters > 0 && (info.layer === "ocr" || info.textState === "good");
    if (!isRead) pagesWithoutText += 1;
    collector.add({
      page: info.page,
      label: info.label,
      text: ports.index.pageText(documentId, info.page) ?? "",
      detections: detections.get(info.page) ?? [],
      language: info.language,
    });
  }
  const { fileName, format, metadata, headers, outline, notices, pages } = document;
  const detected = collector.finish({ fileName, format, metadata, headers });
  ports.jobs.transact(() => {
    ports.documents.updateReading(documentId, {
      pages,
      pagesWithoutText,
      metadata,
      outline,
      headers,
      notices,
      detected,
    });
  });
}
