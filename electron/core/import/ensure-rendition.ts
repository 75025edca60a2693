import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { CasePorts } from "../backend-context.ts";
import { pagesPath } from "../library/pages-path.ts";
import type { CatalogueDocument } from "../ports/document-store.ts";
import { convertToPages, type PagedFile } from "./read-file.ts";
import { IGNORE_CHILDREN } from "./receive-children.ts";

type RenditionPorts = Pick<CasePorts, "converter" | "vault">;

/**
 * Makes the rendition of an original anew, in the place of what stands there. The files inside of it are in the case.
 *
 * @throws ProbativeError `document/original-missing`, and as `DocumentConverter.convert`
 */
export async function makeRendition(
  ports: RenditionPorts,
  document: Pick<CatalogueDocument, "format" | "sha256" | "fileName">,
  signal: AbortSignal,
): Promise<PagedFile> {
  const { sha256, fileName, format } = document;
  if (!(await ports.vault.exists(sha256))) throw new ProbativeError("document/original-missing", fileName);
  const file = { path: ports.vault.pathOf(sha256), sha256, fileName, format, depth: 0, revealed: [] };
  return convertToPages(ports, file, IGNORE_CHILDREN, signal);
}

/**
 * Absolute path of the PDF that shows a document's pages. A rendition that is gone is made anew.
 *
 * @throws ProbativeError as `makeRendition`
 */
export async function ensurePages(
  ports: RenditionPorts,
  document: Pick<CatalogueDocument, "format" | "sha256" | "fileName">,
  signal: AbortSignal,
): Promise<string> {
  const isMissing = document.format !== "pdf" && !(await ports.vault.hasRendition(document.sha256));
  return isMissing ? (await makeRendition(ports, document, signal)).path : pagesPath(ports, document);
}
