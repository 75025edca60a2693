import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";

/**
 * Absolute path of the PDF that shows a document's pages: the original, or the rendition of one that is not a PDF.
 *
 * @throws ProbativeError `document/original-missing`
 */
export async function pagesPath(
  ports: Pick<CasePorts, "vault">,
  document: Pick<CatalogueDocument, "format" | "sha256" | "fileName">,
): Promise<string> {
  const { format, sha256, fileName } = document;
  const isThere = format === "pdf" ? ports.vault.exists(sha256) : ports.vault.hasRendition(sha256);
  if (!(await isThere)) throw new ProbativeError("document/original-missing", fileName);
  return format === "pdf" ? ports.vault.pathOf(sha256) : ports.vault.renditionPathOf(sha256);
}
