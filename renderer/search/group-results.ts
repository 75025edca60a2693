import type { SearchAnswer } from "#shared/model/search.ts";

/**
 * One answer from successive portions of the same result. Counts, also those by field, are those of the first portion; a document that comes
 * twice, because documents were read in between, stands where it came first.
 */
export function joinPortions(portions: readonly SearchAnswer[]): SearchAnswer | null {
  const first = portions[0];
  if (first === undefined) return null;
  const groups = new Map<string, SearchAnswer["groups"][number]>();
  for (const group of portions.flatMap((portion) => portion.groups)) {
    if (!groups.has(group.documentId)) groups.set(group.documentId, group);
  }
  return { ...first, groups: [...groups.values()] };
}

/** A stretch of a snippet: marked terms and what stands between them. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
  /** Offset in the snippet: its identity. */
  readonly start: number;
}

/** Cuts a snippet at its marks. Marks that overlap or lie outside are clipped, so no text is lost or doubled. */
export function snippetParts(
  snippet: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let done = 0;
  for (const mark of [...marks].sort((left, right) => left.start - right.start)) {
    const start = Math.max(done, Math.min(mark.start, snippet.length));
    const end = Math.min(mark.end, snippet.length);
    if (end <= start) continue;
    if (start > done) parts.push({ text: snippet.slice(done, start), marked: false, start: done });
    parts.push({ text: snippet.slice(start, end), marked: true, start });
    done = end;
  }
  if (done < snippet.length) parts.push({ text: snippet.slice(done), marked: false, start: done });
  return parts;
}
