import type { Span } from "#shared/text/normalize.ts";

/** A stretch of the text of a page that is marked in some way. */
export interface MarkedSpan<Mark> extends Span {
  readonly mark: Mark;
}

/** A piece of text on which the same marks lie from its beginning to its end. */
export interface TextSegment<Mark> extends Span {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A paragraph of a page. */
export interface TextParagraph<Mark> {
  readonly start: number;
  readonly segments: readonly TextSegment<Mark>[];
}

function segmentsOf<Mark>(text: string, { start, end }: Span, spans: readonly MarkedSpan<Mark>[]): TextSegment<Mark>[] {
  const touching = spans.filter((span) => span.start < end && span.end > start && span.start < span.end);
  const edges = new Set([start, end]);
  for (const span of touching) {
    edges.add(Math.max(span.start, start));
    edges.add(Math.min(span.end, end));
  }
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const marks = touching.filter((span) => span.start <= from && span.end >= to).map(({ mark }) => mark);
    return { start: from, end: to, text: text.slice(from, to), marks };
  });
}

/** The paragraphs of a page's text, cut wherever a mark begins or ends. Marks may overlap and run over paragraphs. */
export function segmentText<Mark>(text: string, spans: readonly MarkedSpan<Mark>[]): readonly TextParagraph<Mark>[] {
  const paragraphs: TextParagraph<Mark>[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    const end = start + part.length;
    if (part.trim() !== "") paragraphs.push({ start, segments: segmentsOf(text, { start, end }, spans) });
    start = end + 2;
  }
  return paragraphs;
}
