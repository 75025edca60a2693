import type { CertificatePrinter } from "#core/ports/certificate-printer.ts";
import { type FaceFiles, readFaceFiles } from "./typefaces.ts";

/** A printer that sets certificates as briefs are set. The file has no scripts, no encryption and no attachments. */
export function createPdfCertificatePrinter(): CertificatePrinter {
  let faceFiles: Promise<FaceFiles> | undefined;
  return {
    async print(certificate, sha256) {
      // As for briefs: only printing pays for loading the library.
      const { printCertificate } = await import("./print-certificate.ts");
      faceFiles ??= readFaceFiles();
      return printCertificate(certificate, sha256, await faceFiles);
    },
  };
}
