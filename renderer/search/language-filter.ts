import type { LanguageSection } from "#shared/text/query/search-language-entry.ts";

/** The sections and entries that say what is wanted, in words or examples; all of a section whose title says it. */
export function narrowLanguage(sections: readonly LanguageSection[], wanted: string): readonly LanguageSection[] {
  const words = fold(wanted).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sections;
  const says = (...texts: readonly (string | undefined)[]) => {
    const text = fold(texts.join(" "));
    return words.every((word) => text.includes(word));
  };
  return sections.flatMap((section) => {
    if (says(section.title)) return [section];
    const entries = section.entries.filter(({ syntax, meaning, note, examples }) =>
      says(syntax, meaning, note, ...examples),
    );
    const unsupported = section.unsupported.filter(({ written, instead }) => says(written, instead));
    return entries.length + unsupported.length === 0 ? [] : [{ ...section, entries, unsupported }];
  });
}

/** Without regard to case and accents: `numero` finds `número`. */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
