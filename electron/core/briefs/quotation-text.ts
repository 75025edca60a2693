/**
 * A quotation runs on: line breaks are the page's, not the writer's. Paragraph breaks stay. A word divided at a line end
 * is joined by the checker's rule and by this one alike.
 */
export function quotationText(quote: string): string {
  return quote
    .replaceAll(/(?<=\p{Ll})[-\u00AD]\n(?=\p{Ll})/gu, "")
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, " ").trim())
    .join("\n\n");
}
