import type { TagId } from "#shared/base/ids.ts";
import type { Tag } from "#shared/model/tag.ts";
import { cleanPath, PATH_MARK, pathKey } from "#shared/text/tag-path.ts";
import { currentLocale } from "../messages/language.ts";

/** A row of the list under the tag field. */
export type TagChoice =
  | { readonly kind: "tag"; readonly tag: Tag; readonly key: number | null }
  | { readonly kind: "create"; readonly name: string };

/** Folds case and accents, so that `informacion` finds `Información`. */
export function foldForMatch(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("en-US");
}

/** A tag that is offered, with the number key that gives it now. */
export interface OfferedTag {
  readonly tag: Tag;
  readonly key: number | null;
}

/**
 * The tags that can be given, archived ones left out, each with its number key: those that have one of their own keep it,
 * and the latest used of the others get what is left of 1 to 9, the latest one first.
 *
 * @param recent the latest used first
 */
export function offerTags(tags: readonly Tag[], recent: readonly TagId[]): readonly OfferedTag[] {
  const open = tags.filter((tag) => !tag.archived);
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((key) => !open.some((tag) => tag.key === key));
  const lent = new Map<TagId, number>();
  for (const tagId of recent) {
    if (!open.some((tag) => tag.tagId === tagId && tag.key === null)) continue;
    const key = free[lent.size];
    if (key === undefined) break;
    lent.set(tagId, key);
  }
  const rank = (tag: Tag) => (recent.includes(tag.tagId) ? recent.indexOf(tag.tagId) : recent.length);
  return open
    .map((tag) => ({ tag, key: tag.key ?? lent.get(tag.tagId) ?? null }))
    .toSorted(
      (one, other) =>
        (one.key ?? 10) - (other.key ?? 10) || rank(one.tag) - rank(other.tag) || compareTags(one.tag, other.tag),
    );
}

/**
 * Tags for what was typed: those with a number key first, in the order of their keys, then the latest used, then by name;
 * while typing, names that start with the text come before names with a word that starts with it, then those that merely
 * contain it. `›` may be typed as `>` or `/`. Ends with the offer to create the tag unless a tag has exactly this name.
 */
export function tagChoices(tags: readonly Tag[], typed: string, recent: readonly TagId[] = []): readonly TagChoice[] {
  const name = readPath(typed);
  const wanted = foldForMatch(name);
  const found: readonly TagChoice[] = offerTags(tags, recent)
    .map((offered) => ({ ...offered, rank: matchRank(foldForMatch(offered.tag.name), wanted) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ tag, key }) => ({ kind: "tag", tag, key }));
  const taken = tags.some((tag) => pathKey(tag.name) === pathKey(name));
  return name === "" || taken ? found : [...found, { kind: "create", name }];
}

/** The name that was typed, as it would be stored: `Payment/Amount` and `Payment > Amount` are `Payment › Amount`. */
function readPath(typed: string): string {
  return cleanPath(typed.replaceAll(/\s*(?:>|(?<=\p{L})\/(?=\p{L}))\s*/gu, PATH_MARK));
}

/** The tag that a number key gives, or null. `key` is a `KeyboardEvent.key`. */
export function tagOfKey(tags: readonly Tag[], key: string, recent: readonly TagId[] = []): Tag | null {
  if (!/^[1-9]$/.test(key)) return null;
  return offerTags(tags, recent).find((offered) => offered.key === Number(key))?.tag ?? null;
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
