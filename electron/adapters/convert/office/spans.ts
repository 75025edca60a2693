import type { Block, Span } from "../rendition.ts";

/** Adds a span, to the one before it when they look alike: fewer spans, and each change is signed once. */
export function appendSpan(spans: Span[], span: Span): void {
  if (span.text === "") return;
  const last = spans.at(-1);
  if (last !== undefined && last.footnote === undefined && span.footnote === undefined && looksLike(last, span))
    spans[spans.length - 1] = { ...last, text: last.text + span.text };
  else spans.push(span);
}

function looksLike(first: Span, second: Span): boolean {
  return (
    first.bold === second.bold &&
    first.italic === second.italic &&
    first.underlined === second.underlined &&
    first.struck === second.struck &&
    first.monospaced === second.monospaced &&
    first.superscript === second.superscript &&
    first.subscript === second.subscript &&
    first.link === second.link &&
    first.change === second.change &&
    first.change !== "comment" &&
    first.changedBy === second.changedBy &&
    first.hidden === second.hidden
  );
}

/** Leaves the author and the address behind the last span of a stretch only, so that they are not repeated in it. */
export function signOnce(spans: readonly Span[]): readonly Span[] {
  return spans.map((span, index) => {
    const next = spans[index + 1];
    if (next === undefined) return span;
    const { changedBy, link, ...rest } = span;
    const isSameChange = next.change === span.change && next.changedBy === changedBy && span.change !== "comment";
    return {
      ...rest,
      ...(changedBy !== undefined && !isSameChange && { changedBy }),
      ...(link !== undefined && next.link !== link && { link }),
    };
  });
}

/** Spans without white space at both ends; empty when there is nothing else. */
export function trimSpans(spans: readonly Span[]): readonly Span[] {
  const trimmed = [...spans];
  for (let first = trimmed[0]; first !== undefined; first = trimmed[0]) {
    const text = first.text.replace(/^[\s\u200b]+/u, "");
    if (text !== "") {
      trimmed[0] = { ...first, text };
      break;
    }
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last !== undefined; last = trimmed.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== "") {
      trimmed[trimmed.length - 1] = { ...last, text };
      break;
    }
    trimmed.pop();
  }
  return trimmed;
}

/** The text of blocks, a line for each paragraph. */
export function plainText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        lines.push(block.spans.map(({ text }) => text).join(""));
        break;
      case "item":
        lines.push(`${block.marker} ${block.spans.map(({ text }) => text).join("")}`);
        break;
      case "table":
        for (const row of block.rows) lines.push(row.map((cell) => plainText(cell.blocks)).join("\t"));
        break;
      case "preformatted":
        lines.push(block.text);
        break;
      case "footnote":
        lines.push(`${block.number} ${plainText(block.blocks)}`);
        break;
      case "remark":
      case "facts":
      case "picture":
      case "rule":
      case "page-break":
        break;
    }
  }
  return lines.join("\n").trim();
}
