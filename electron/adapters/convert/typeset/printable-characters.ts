import { INVISIBLE, REORDERING, REPLACEMENT } from "#adapters/typeset/character-rules.ts";
import type { ConversionNotice } from "#shared/model/format.ts";

/** Makes text ready to be set, and remembers what the typefaces have no form for. */
export interface PrintableCharacters {
  /**
   * NFC, without characters that show nothing, line ends as `\n`. Control characters and overrides of the reading
   * direction, which would change what a reader sees, become U+FFFD.
   */
  prepare(text: string): string;
  notices(): readonly ConversionNotice[];
}

const CONTROL = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const LINE_END = /[\r\v\f\u0085\u2028\u2029]/u;
/** Nothing in it needs a second look. */
const PLAIN = /^[\x20-\x7E\n\t]*$/u;

type Treatment = "keep" | "drop" | "replace" | "no-glyph" | "line-end";

/**
 * @param hasGlyph whether the faces have a form for the code point
 */
export function createPrintableCharacters(hasGlyph: (codePoint: number) => boolean): PrintableCharacters {
  const treatments = new Map<string, Treatment>();
  const unshown = new Map<string, number>();
  let replaced = 0;

  const treat = (character: string): Treatment => {
    if (character === "\n" || character === "\t") return "keep";
    if (INVISIBLE.test(character)) return "drop";
    if (LINE_END.test(character)) return "line-end";
    if (CONTROL.test(character) || REORDERING.test(character)) return "replace";
    return hasGlyph(character.codePointAt(0) ?? 0) ? "keep" : "no-glyph";
  };

  return {
    prepare(text) {
      if (PLAIN.test(text)) return text;
      let printable = "";
      for (const character of text.replaceAll("\r\n", "\n").normalize("NFC")) {
        let treatment = treatments.get(character);
        if (treatment === undefined) {
          treatment = treat(character);
          treatments.set(character, treatment);
        }
        switch (treatment) {
          case "no-glyph":
            unshown.set(character, (unshown.get(character) ?? 0) + 1);
            printable += character;
            break;
          case "keep":
            printable += character;
            break;
          case "line-end":
            printable += "\n";
            break;
          case "replace":
            replaced += 1;
            printable += REPLACEMENT;
            break;
          case "drop":
            break;
        }
      }
      return printable;
    },
    notices() {
      const notices: ConversionNotice[] = [];
      if (unshown.size > 0) notices.push({ kind: "characters-without-glyph", detail: describeUnshown(unshown) });
      if (replaced > 0)
        notices.push({
          kind: "characters-without-glyph",
          detail: `${replaced} control or direction characters are shown as U+FFFD.`,
        });
      return notices;
    },
  };
}

/** Scripts that the shipped typefaces lack, in the names of the Unicode Script property. */
const SCRIPTS = (
  "Arabic Armenian Bengali Devanagari Ethiopic Georgian Gujarati Gurmukhi Han Hangul Hebrew Hiragana Kannada Katakana " +
  "Khmer Lao Malayalam Mongolian Myanmar Oriya Sinhala Syriac Tamil Telugu Thaana Thai Tibetan"
)
  .split(" ")
  .map((name) => [name, new RegExp(`\\p{Script=${name}}`, "u")] as const);

const MOST_CODE_POINTS_NAMED = 12;

function describeUnshown(unshown: ReadonlyMap<string, number>): string {
  const scripts = new Map<string, number>();
  const others: string[] = [];
  let total = 0;
  for (const [character, count] of unshown) {
    total += count;
    const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
    if (script !== undefined) scripts.set(script, (scripts.get(script) ?? 0) + count);
    else others.push(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} (${count})`);
  }
  const named = [...scripts].sort((first, second) => second[1] - first[1]).map(([name, count]) => `${name} (${count})`);
  const more = others.length > MOST_CODE_POINTS_NAMED ? `, and ${others.length - MOST_CODE_POINTS_NAMED} more` : "";
  const parts = [...named, ...others.sort().slice(0, MOST_CODE_POINTS_NAMED)].join(", ");
  return `${total} characters are drawn as empty boxes, for the shipped typefaces have no form for them; their text is kept: ${parts}${more}.`;
}
