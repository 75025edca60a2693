/** Longest name that is handed on, in UTF-16 code units: no system makes longer paths. */
const MAX_NAME_UNITS = 4_096;

/**
 * A name from inside of a container as people may see it: characters that would hide or reorder it are made visible.
 * Control characters become their pictures (U+2400…), and what steers the direction of writing (Unicode's Bidi_Control)
 * becomes its code point in brackets, because `annex`, U+202E, `fdp.exe` must not read as `annexexe.pdf`.
 */
export function visibleName(name: string): string {
  const shown = name
    .toWellFormed()
    .replaceAll(/[\0-\x1f]/gu, (control) => String.fromCodePoint(0x24_00 + (control.codePointAt(0) ?? 0)))
    .replaceAll("\x7f", "\u2421")
    .replaceAll(/[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (hidden) => {
      const digits = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return `⟨U+${digits}⟩`;
    });
  return shown.length <= MAX_NAME_UNITS ? shown : `${shown.slice(0, MAX_NAME_UNITS - 1).toWellFormed()}…`;
}
