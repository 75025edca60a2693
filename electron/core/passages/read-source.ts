import type { DocumentId } from "#shared/base/ids.ts";
import type { TextRange } from "#shared/model/passage.ts";
import type { CasePorts } from "../backend-context.ts";

/**
 * The text at some ranges, parts of successive pages joined by one line break: the form in which a quote is stored. Of a
 * region without text, whose range is empty, it is empty.
 *
 * @returns null when a page is not in the index or a range lies outside of its text
 */
export function readSource(
  ports: Pick<CasePorts, "index">,
  documentId: DocumentId,
  ranges: readonly TextRange[],
): string | null {
  const parts: string[] = [];
  for (const { page, start, end } of ranges) {
    const text = ports.index.pageText(documentId, page);
    if (text === null || start > end || end > text.length) return null;
    parts.push(text.slice(start, end));
  }
  return parts.length === 0 ? null : parts.join("\n");
}
