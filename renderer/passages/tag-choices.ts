import type { Tag } from "#shared/model/tag.ts";
import { currentLocale } from "../messages/language.ts";

/** A row of the list under the tag field. */
export type TagChoice =
  | { readonly kind: "tag"; readonly tag: Tag }
  | { readonly kind: "create"; readonly name: string };

/** Folds case and accents, so that `informacion` finds `Información`. */
export function foldForMatch(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("en-US");
}

/**
 * Tags for what was typed: tags with a number key first, in the order of their keys, then by name; while typing, names
 * that start with the text come before names with a word that starts with it, then those that merely contain it.
 * Ends with the offer to create the tag unless a tag has exactly this name.
 */
export function tagChoices(tags: readonly Tag[], typed: string): readonly TagChoice[] {
  const name = typed.trim();
  const wanted = foldForMatch(name);
  const ranked = tags
    .map((tag) => ({ tag, rank: matchRank(foldForMatch(tag.name), wanted) }))
    .filter(({ rank }) => rank !== null)
    .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0) || compareTags(left.tag, right.tag));
  const found: readonly TagChoice[] = ranked.map(({ tag }) => ({ kind: "tag", tag }));
  const taken = tags.some((tag) => tag.name.toLocaleLowerCase("en-US") === name.toLocaleLowerCase("en-US"));
  return name === "" || taken ? found : [...found, { kind: "create", name }];
}

/** The tag that a number key applies, or null. `key` is a `KeyboardEvent.key`. */
export function tagOfKey(tags: readonly Tag[], key: string): Tag | null {
  if (!/^[1-9]$/.test(key)) return null;
  return tags.find((tag) => tag.key === Number(key)) ?? null;
}

/** Number keys first, then names in the order of the interface's language. */
export function compareTags(left: Tag, right: Tag): number {
  return (left.key ?? 10) - (right.key ?? 10) || left.name.localeCompare(right.name, currentLocale());
}

function matchRank(name: string, wanted: string): number | null {
  if (wanted === "") return 0;
  const at = name.indexOf(wanted);
  if (at === -1) return null;
  if (at === 0) return 0;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
}
