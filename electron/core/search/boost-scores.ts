import { countBits } from "#shared/base/count-bits.ts";
import type { ResolvedNode, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import type { SearchCatalogue } from "./search-catalogue.ts";
import { createTextColumn, GROUPS_MAX } from "./text-column.ts";

/**
 * How much a document's score grows when its title has every word of the search: it doubles; with half of the words it
 * grows by half. A title is what somebody says that the document is about, but a search is for what stands in it: so the
 * text still decides among documents whose titles say the same, and a title alone, without the words in the text, is no hit.
 *
 * The score is multiplied and nothing is added to it, because BM25 scores of rare and of common words differ by much: a
 * fixed amount would drown the one and be nothing beside the other.
 */
const TITLE_BOOST = 1;

/** The same for the names of tags on its passages: what a reader found there; one passage may have it among many. */
const TAG_BOOST = 0.5;

/** Words of the search that a document should have, phrases word by word; none of those that it must not have. */
function wantedWords(node: ResolvedNode): readonly ResolvedWord[] {
  switch (node.kind) {
    case "word":
      return [node];
    case "phrase":
      return node.words;
    case "near":
      return [...wantedWords(node.left), ...wantedWords(node.right)];
    case "not-near":
      return wantedWords(node.left);
    case "page":
      return wantedWords(node.node);
    case "and":
    case "or":
      return node.nodes.flatMap(wantedWords);
    case "regex":
    case "field":
    case "not":
      return [];
  }
}

/** Words of the search as groups of terms: what stands at one place of the search (a word and its synonyms) is one. */
export function termGroups(node: ResolvedNode): readonly (readonly string[])[] {
  const groups = Map.groupBy(wantedWords(node), (word) => word.at.start);
  return [...groups.values()]
    .map((words) => words.flatMap((word) => word.terms.map(({ term }) => term)))
    .slice(0, GROUPS_MAX);
}

/**
 * The scores of documents with more for words of the search in their titles and in the names of their tags.
 *
 * @param rows of the documents, parallel to `scores`
 */
export function boostScores(
  catalogue: SearchCatalogue,
  node: ResolvedNode,
  rows: Int32Array,
  scores: Float64Array,
): Float64Array {
  const groups = termGroups(node);
  if (groups.length === 0) return scores;
  const inTitle = catalogue.texts("title").groupsIn(groups);
  const inTags = tagGroups(catalogue, groups);
  if (inTitle === null && inTags === null) return scores;
  return scores.map((score, index) => {
    const row = rows[index] ?? -1;
    if (score === 0 || row < 0) return score;
    const title = inTitle === null ? 0 : countBits(inTitle(row)) / groups.length;
    const tags = inTags === null ? 0 : countBits(inTags(row)) / groups.length;
    return score * (1 + TITLE_BOOST * title + TAG_BOOST * tags);
  });
}

/** Groups met by the names of the tags of a row; null when no tag's name has any. */
function tagGroups(
  catalogue: SearchCatalogue,
  groups: readonly (readonly string[])[],
): ((row: number) => number) | null {
  const names = createTextColumn();
  const tags = catalogue.tags();
  for (const [index, tag] of tags.entries()) names.set(index, tag.name);
  const inName = names.groupsIn(groups);
  if (inName === null) return null;
  const byTag = new Map(tags.map((tag, index) => [tag.tagId, inName(index)]));
  return (row) => {
    let found = 0;
    for (const passage of catalogue.passages(row)) for (const tagId of passage.tagIds) found |= byTag.get(tagId) ?? 0;
    return found;
  };
}
