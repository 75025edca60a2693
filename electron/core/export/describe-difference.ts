import type { DifferencePart } from "#shared/model/brief.ts";

/** One place where a quotation departs from its source. Either side is empty when it has nothing there. */
export interface Change {
  readonly source: string;
  readonly quotation: string;
}

/**
 * Gathers a difference into its changes, in order: what was removed and what was added without unchanged text between
 * them belong together. Changes of white space alone are left out.
 */
export function listChanges(difference: readonly DifferencePart[]): readonly Change[] {
  const changes: Change[] = [];
  let source = "";
  let quotation = "";
  const close = (): void => {
    if (source.trim() !== "" || quotation.trim() !== "") {
      changes.push({ source: source.trim(), quotation: quotation.trim() });
    }
    source = "";
    quotation = "";
  };
  for (const part of difference) {
    if (part.kind === "removed") source += part.text;
    else if (part.kind === "added") quotation += part.text;
    // A difference by words puts the space between two changed words in a part of its own.
    else if (part.text.trim() !== "") close();
    else {
      source += source === "" ? "" : part.text;
      quotation += quotation === "" ? "" : part.text;
    }
  }
  close();
  return changes;
}
