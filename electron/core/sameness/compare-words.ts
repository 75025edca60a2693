import type { DocumentId } from "#shared/base/ids.ts";
import { maskStamps } from "#shared/text/mask-stamps.ts";
import type { CasePorts } from "../backend-context.ts";

/** The words of a page as two copies of it must agree: without stamps and page numbers, letter case and line breaks aside. */
function wordsOf(ports: Pick<CasePorts, "index">, documentId: DocumentId, page: number): string {
  const text = ports.index.pageText(documentId, page) ?? "";
  const words = maskStamps(text, ports.index.pageDetections(documentId, page)).normalize("NFKC").toLowerCase();
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/**
 * Pages whose words differ between two documents of the same length, 1-based; null when they cannot be compared word by
 * word: they differ in length, or a page was recognised by OCR, which never reads the same twice.
 */
export function pagesThatDiffer(
  ports: Pick<CasePorts, "index">,
  first: DocumentId,
  second: DocumentId,
): readonly number[] | null {
  const [one, two] = [ports.index.pageInfos(first), ports.index.pageInfos(second)];
  const isExact = one.length === two.length && [...one, ...two].every((page) => page.layer === "text-layer");
  if (!isExact) return null;
  return one.map(({ page }) => page).filter((page) => wordsOf(ports, first, page) !== wordsOf(ports, second, page));
}
