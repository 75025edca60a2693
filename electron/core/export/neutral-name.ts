import { assertNever } from "#shared/base/assert-never.ts";
import type { DocumentId, SearchCertificateId } from "#shared/base/ids.ts";

/** What is exported. `at` is ISO 8601, UTC: the moment of the export. */
export type ExportSubject =
  | { readonly kind: "annotated"; readonly documentId: DocumentId }
  | { readonly kind: "brief"; readonly format: "pdf" | "md"; readonly at: string }
  | { readonly kind: "account"; readonly format: "csv" | "json"; readonly at: string }
  | { readonly kind: "passages"; readonly format: "csv" | "json" | "md"; readonly at: string }
  | { readonly kind: "journal"; readonly at: string }
  | { readonly kind: "search" | "terms"; readonly format: "csv" | "xlsx" | "json"; readonly at: string }
  | { readonly kind: "codebook"; readonly format: "csv" | "qdc"; readonly at: string }
  | { readonly kind: "annotations" | "contribution"; readonly at: string }
  | { readonly kind: "certificate"; readonly certificateId: SearchCertificateId; readonly format: "pdf" | "json" };

/**
 * File name for an export when the person gives none: from kind, identifier and day only, never from a title, because
 * a file name is read by people and programs that the contents are kept from (FRCP 5.2 and ordinary caution).
 *
 * @returns e.g. `annotated-doc_4k7m9x2a3qpb.pdf` or `brief-2026-03-01.pdf`
 */
export function neutralName(subject: ExportSubject): string {
  switch (subject.kind) {
    case "annotated":
      return `annotated-${subject.documentId}.pdf`;
    case "brief":
      return `brief-${dayOf(subject.at)}.${subject.format}`;
    case "account":
      return `import-account-${dayOf(subject.at)}.${subject.format}`;
    case "passages":
      return `passages-${dayOf(subject.at)}.${subject.format}`;
    case "journal":
      return `custody-journal-${dayOf(subject.at)}.json`;
    case "search":
      return `search-${dayOf(subject.at)}.${subject.format}`;
    case "terms":
      return `term-report-${dayOf(subject.at)}.${subject.format}`;
    case "codebook":
      return `codebook-${dayOf(subject.at)}.${subject.format}`;
    case "annotations":
      return `annotations-${dayOf(subject.at)}.jsonld`;
    case "contribution":
      return `contribution-${dayOf(subject.at)}.json`;
    case "certificate":
      return `search-certificate-${subject.certificateId}.${subject.format}`;
    default:
      return assertNever(subject);
  }
}

function dayOf(at: string): string {
  return at.slice(0, "2026-03-01".length);
}
