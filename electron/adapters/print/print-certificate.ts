import type { SearchCertificate } from "#shared/model/search-report.ts";
import { composeCertificate } from "./compose-certificate.ts";
import { drawPages } from "./draw-pages.ts";
import { collectBytes, openPdf } from "./open-pdf.ts";
import { paginate } from "./paginate.ts";
import { createPrintableText } from "./printable-text.ts";
import { PAGE } from "./styles.ts";
import { embedTypefaces, type FaceFiles } from "./typefaces.ts";

/** Sets a certificate and writes it as a PDF: the same certificate and faces give the same bytes. */
export async function printCertificate(
  certificate: SearchCertificate,
  sha256: string,
  faceFiles: FaceFiles,
): Promise<Uint8Array> {
  // The file's title is seen by programs that the search is kept from: it says nothing of it.
  const document = openPdf(`Search certificate ${certificate.certificateId}`, new Date(certificate.madeAt));
  const bytes = collectBytes(document);
  const typefaces = embedTypefaces(document, faceFiles);
  const setting = { measure: typefaces.measure, printable: createPrintableText(typefaces.hasGlyph) };
  const pages = paginate(composeCertificate(certificate, sha256, setting), PAGE.height - 2 * PAGE.margin);
  drawPages(document, typefaces, pages);
  document.end();
  return bytes;
}
