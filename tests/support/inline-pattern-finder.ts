import type { PatternFinder } from "#core/ports/pattern-finder.ts";
import { findPattern } from "#shared/text/query/find-pattern.ts";

/** Runs expressions where it is called, a few pages at a time: for those that are known to end. */
export function inlinePatternFinder(): PatternFinder {
  return {
    start: (pattern) => ({
      find: (texts) =>
        Promise.resolve(
          texts
            .slice(0, 5)
            .map((text) => Int32Array.from(findPattern(pattern, text).flatMap(({ start, end }) => [start, end]))),
        ),
      close: () => {},
    }),
  };
}
