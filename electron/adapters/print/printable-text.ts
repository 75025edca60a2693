import { INVISIBLE, REORDERING, REPLACEMENT } from "#adapters/typeset/character-rules.ts";

const WHITE_SPACE = /[ \t\n\v\f\r\u2028\u2029]/;

/** Same form, other line breaking: nothing that can be seen changes. */
const SAME_FORM: ReadonlyMap<string, string> = new Map([["\u2011", "\u2010"]]);

/** Makes text printable, and remembers what could not be. */
export interface PrintableText {
  /** NFC, invisible characters left out, each character without a glyph replaced by `REPLACEMENT`. */
  prepare(text: string): string;
  /** Code points replaced so far, ascending. */
  unprintable(): readonly number[];
}

/**
 * @param hasGlyph whether every face that is used has a glyph for the code point
 */
export function createPrintableText(hasGlyph: (codePoint: number) => boolean): PrintableText {
  const replaced = new Set<number>();
  return {
    prepare(text) {
      let printable = "";
      for (const character of text.normalize("NFC")) {
        if (INVISIBLE.test(character)) continue;
        const shown = SAME_FORM.get(character) ?? character;
        const codePoint = shown.codePointAt(0) ?? 0;
        if (WHITE_SPACE.test(shown) || (hasGlyph(codePoint) && !REORDERING.test(shown))) {
          printable += shown;
          continue;
        }
        replaced.add(codePoint);
        printable += REPLACEMENT;
      }
      return printable;
    },
    unprintable: () => [...replaced].sort((first, second) => first - second),
  };
}
