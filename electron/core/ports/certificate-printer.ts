import type { SearchCertificate } from "#shared/model/search-report.ts";

/** Sets a search certificate as a paginated PDF with embedded fonts. */
export interface CertificatePrinter {
  /** @param sha256 of the certificate's JSON, which the PDF names so that the two can be told to belong together */
  print(certificate: SearchCertificate, sha256: string): Promise<Uint8Array>;
}
