import type { Fragment, Line } from "./break-lines.ts";

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const NUMBER = /^[\p{N}.,:/%+-]+$/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Puts a line into the order in which it is seen: without it, readers of the file would turn such words around. */
export function reorderForDisplay(line: Line): Line {
  if (!line.fragments.some((fragment) => RIGHT_TO_LEFT.test(fragment.text))) return line;
  return { ...line, fragments: line.fragments.map(reorderFragment) };
}

/**
 * Reverses each stretch from a right-to-left letter to the last that follows it, keeping numbers in it as they are: the
 * algorithm of UAX 9 for a paragraph that runs from left to right, without embedded levels.
 */
function reorderFragment(fragment: Fragment): Fragment {
  const pattern = new RegExp(`(?:${RIGHT_TO_LEFT.source})(?:[^\\p{L}]*(?:${RIGHT_TO_LEFT.source}))*`, "gu");
  const text = fragment.text.replaceAll(pattern, (stretch) => {
    const tokens = stretch.split(/([\p{N}][\p{N}.,:/%+-]*)/u).reverse();
    return tokens
      .map((token) =>
        NUMBER.test(token)
          ? token
          : Array.from(graphemes.segment(token), ({ segment }) => segment)
              .reverse()
              .join(""),
      )
      .join("");
  });
  return { ...fragment, text };
}
