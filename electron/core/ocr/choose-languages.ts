/**
 * Languages to read a document's pages with. What was chosen for the document wins; then the language that its pages turned
 * out to be in, when the case has it, because one model is faster and mistakes fewer words for others; then all of the case.
 *
 * @param chosen for the document by hand, or null
 * @param detected ISO 639-3 of the document, or null
 * @param ofCase languages of the case, most likely first
 */
export function chooseLanguages(
  chosen: readonly string[] | null,
  detected: string | null,
  ofCase: readonly string[],
): readonly string[] {
  if (chosen !== null && chosen.length > 0) return chosen;
  if (detected !== null && ofCase.includes(detected)) return [detected];
  return ofCase;
}

/**
 * True when a page was read with the wrong model: what came out is in another language of the case.
 *
 * @param found language of the text that came out, or null
 */
export function needsAnotherLanguage(
  used: readonly string[],
  found: string | null,
  ofCase: readonly string[],
): found is string {
  return found !== null && !used.includes(found) && ofCase.includes(found);
}
