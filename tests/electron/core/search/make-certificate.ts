import type { SearchCertificateId } from "#shared/base/ids.ts";
import type { SearchCertificate } from "#shared/model/search-report.ts";

/** A certificate of a search that found nothing. */
export function makeCertificate(change: Partial<SearchCertificate> = {}): SearchCertificate {
  return {
    format: "probative-search-certificate",
    version: 1,
    certificateId: "crt_4k7m9x2a3qpb" as SearchCertificateId,
    caseTitle: "Doe v. Roe",
    madeAt: "2026-03-01T09:30:00.000Z",
    madeBy: "A. Tester",
    program: "probative 0.1.0",
    search: {
      query: '"wire transfer" detain',
      stemming: true,
      synonyms: true,
      confident: false,
      without: ["detain>detainee"],
      filters: ["kind:order"],
    },
    words: "“wire transfer” and detain, and its other forms",
    expansions: [
      {
        source: "detain",
        forms: [
          { form: "detain", reason: "typed", hits: 41, excluded: false },
          { form: "detained", reason: "stem", hits: 1212, excluded: false },
          { form: "detainee", reason: "stem", hits: 12, excluded: true },
        ],
      },
    ],
    synonyms: [{ source: "CECOT", others: ["Centro de Confinamiento del Terrorismo"] }],
    index: {
      documents: 1204,
      files: { imported: 1204, duplicate: 12, failed: 3, skipped: 8, pending: 0 },
      pages: 20_331,
      pagesWithoutText: 41,
      pagesByOcr: 950,
      pagesUnread: 12,
      pagesLowConfidence: 77,
      hiddenPlaces: 1,
      documentsOutdated: 0,
    },
    result: { documents: 0, pages: 0, hits: 0, complete: true },
    catalogueDigest: "ab".repeat(32),
    journalHead: "cd".repeat(32),
    ...change,
  };
}
