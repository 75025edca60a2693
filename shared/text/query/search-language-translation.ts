import type { LanguageEntry, LanguageSection, UnsupportedEntry } from "./search-language-entry.ts";

/** A section of the help in another language: what differs from the English one, by what it is found under there. */
export interface SectionTranslation extends Pick<LanguageSection, "title" | "introduction"> {
  /** By English syntax; a syntax is translated where it has words of English that are no keywords. */
  readonly entries: Readonly<Record<string, Pick<LanguageEntry, "meaning" | "note"> & { readonly syntax?: string }>>;
  /** By what the other program writes. */
  readonly unsupported: Readonly<Record<string, Pick<UnsupportedEntry, "instead"> & { readonly written?: string }>>;
}
