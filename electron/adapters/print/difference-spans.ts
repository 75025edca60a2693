import { assertNever } from "#shared/base/assert-never.ts";
import type { DifferencePart } from "#shared/model/brief.ts";
import { type Span, STYLES } from "./styles.ts";

/** Unchanged text kept on each side of a change, in characters: enough to find the place. */
const CONTEXT = 40;

/** Sets a difference on one line of thought: the source's words struck through, the quotation's underlined. */
export function setDifference(parts: readonly DifferencePart[]): readonly Span[] {
  return parts.flatMap((part, index): readonly Span[] => {
    switch (part.kind) {
      case "same":
        return [{ text: shorten(part.text, index === 0, index === parts.length - 1), style: STYLES.difference }];
      case "removed":
        return [{ text: part.text, style: STYLES.removed }];
      case "added":
        return spaceFromRemoved(parts[index - 1], { text: part.text, style: STYLES.added });
      default:
        return assertNever(part.kind);
    }
  });
}

/** Parts the two sides of a replacement, which would otherwise read as one word once colour and lines are lost. */
function spaceFromRemoved(previous: DifferencePart | undefined, span: Span): readonly Span[] {
  if (previous?.kind !== "removed" || /\s$/.test(previous.text) || /^\s/.test(span.text)) return [span];
  return [{ text: " ", style: STYLES.difference }, span];
}

/** Leaves out the middle of unchanged text (or its far end, before the first and after the last change). */
function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? "" : startOf(text);
  const tail = isLast ? "" : endOf(text);
  if (head.length + tail.length >= text.length) return text;
  return `${head}${head === "" ? "" : " "}…${tail === "" ? "" : " "}${tail}`;
}

function startOf(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.lastIndexOf(" ", CONTEXT);
  return text.slice(0, cut > 0 ? cut : CONTEXT);
}

function endOf(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.indexOf(" ", text.length - CONTEXT);
  return text.slice(cut > 0 ? cut + 1 : text.length - CONTEXT);
}
