import type { DocumentId, TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { Passage } from "#shared/model/passage.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { WrittenHit } from "#shared/model/search-report.ts";
import { type FieldAnswer, searchText, type TextSearchOptions } from "#shared/text/query/evaluate-text.ts";
import { matchesWord } from "#shared/text/query/match-word.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { FieldCondition, QueryNode, WordPattern } from "#shared/text/query/query-node.ts";
import { makeSnippet } from "#shared/text/snippet.ts";
import { tokenize } from "#shared/text/tokenize.ts";
import type { CasePorts } from "../backend-context.ts";
import { citePassage } from "../passages/cite-passage.ts";
import type { StoredBrief } from "../ports/brief-store.ts";
import type { FieldMatches, Pace } from "./evaluate/evaluation.ts";
import { findInTexts } from "./find-in-texts.ts";
import { type SearchContext, type SearchPorts, searchContextOf } from "./search-context.ts";
import { groupFilters, readFilters } from "./search-filters.ts";

type WrittenPorts = SearchPorts & Pick<CasePorts, "briefs">;

/** A text that somebody wrote or quoted, and what its hits are shown with. */
interface Written {
  readonly text: string;
  readonly hit: Omit<WrittenHit, "snippet" | "snippetMarks" | "hits">;
  /** Null for a brief. */
  readonly passage: Passage | null;
}

function requireQuery(source: string): QueryNode {
  const parsed = parseQuery(source);
  if (parsed.kind === "ok") return parsed.value.node;
  throw new ProbativeError("search/syntax", parsed.failure.message, { offset: parsed.failure.offset });
}

/** A passage's quotation and its note: each is a text of its own. Names of tags are asked for with `tag:`. */
function textsOfPassage(ports: WrittenPorts, passage: Passage): readonly Written[] {
  const { passageId, documentId } = passage;
  const title = citePassage(ports, passage);
  const hit = { passageId, briefId: null, documentId, title };
  return [
    { text: passage.quote, hit: { ...hit, where: "passage" }, passage },
    { text: passage.note, hit: { ...hit, where: "note" }, passage },
  ];
}

/** Title, headings, paragraphs and quotations of a brief as one text. */
function textOfBrief(brief: StoredBrief): Written {
  const parts = brief.sections.flatMap(({ heading, blocks }) => [heading, ...blocks.map((block) => block.text)]);
  const text = [brief.title, ...parts].filter((part) => part !== "").join("\n\n");
  const { briefId, title } = brief;
  return { text, hit: { where: "brief", passageId: null, briefId, documentId: null, title }, passage: null };
}

/** True when the words stand in the text in this order, next to each other; any text will do for none. */
function standsIn(words: readonly WordPattern[], text: string): boolean {
  const tokens = tokenize(text.normalize("NFC")).map((token) => token.text);
  if (words.length === 0) return tokens.length > 0;
  return tokens.some((_, start) => words.every((word, index) => matchesWord(word, tokens[start + index] ?? "")));
}

/** Documents (by number) in which a field holds, each with the pages on which it does; null stands for all pages. */
function indexMatches(matches: FieldMatches): ReadonlyMap<number, ReadonlySet<number> | null> {
  if (matches.scope === "document") return new Map(Array.from(matches.numbers, (number) => [number, null]));
  const { numbers, pages } = matches.places;
  const found = new Map<number, Set<number>>();
  for (const [index, number] of numbers.entries()) {
    const own = found.get(number) ?? new Set();
    found.set(number, own.add(pages[index] ?? 0));
  }
  return found;
}

/** Answers for passages what fields say of documents and pages; `tag` and `note` are said of the passage itself. */
function createFieldAnswers({ sources, ports }: SearchContext, namesOf: (passage: Passage) => readonly string[]) {
  const known = new Map<FieldCondition, ReturnType<typeof indexMatches>>();

  function matchesOf(condition: FieldCondition): ReturnType<typeof indexMatches> {
    const matches = known.get(condition) ?? indexMatches(sources.field(condition));
    known.set(condition, matches);
    return matches;
  }

  function holdsFor(condition: FieldCondition, passage: Passage): boolean {
    if (condition.field === "tag") return namesOf(passage).some((name) => standsIn(condition.words, name));
    if (condition.field === "note") return standsIn(condition.words, passage.note);
    const pages = matchesOf(condition).get(ports.index.words.numberOf(passage.documentId));
    return pages === null || (pages !== undefined && passage.ranges.some((range) => pages.has(range.page)));
  }

  return (condition: FieldCondition, passage: Passage | null): FieldAnswer => ({
    scope: "document",
    holds: passage !== null && holdsFor(condition, passage),
  });
}

/** Which documents' passages the filters let through; null for all, briefs included. */
function filterDocuments(context: SearchContext, filters: readonly string[]): ReadonlySet<DocumentId> | null {
  const groups = groupFilters(readFilters(filters), { catalogue: context.catalogue, field: context.sources.field });
  if (groups.length === 0) return null;
  const rows = context.catalogue.rows();
  const passing = rows.filter((_, row) => groups.every((group) => group.passes(row)));
  return new Set(passing.map((row) => row.documentId));
}

/**
 * Searches quotations, notes and briefs, by the plain meaning of the search language: there are thousands
 * of such texts, not millions. Each text is searched by itself; fields are those of the passage and its document, and of a
 * brief none. Forms that were taken out of the search are found all the same.
 *
 * @returns passages in the order of documents and pages, then briefs
 * @throws ProbativeError `search/syntax`, `search/cancelled`
 */
export async function searchWritten(
  ports: WrittenPorts,
  request: SearchRequest,
  pace: Pace,
): Promise<readonly WrittenHit[]> {
  const node = requireQuery(request.query);
  const context = searchContextOf(ports);
  await context.catalogue.refresh(pace);
  const documents = filterDocuments(context, request.filters);
  const tags = new Map<TagId, string>(ports.tags.list().map((tag) => [tag.tagId, tag.name]));
  const namesOf = (passage: Passage) => passage.tagIds.map((tagId) => tags.get(tagId) ?? "");
  const passages = ports.passages
    .list({ documentId: null, tagIds: [], text: null })
    .filter((passage) => documents?.has(passage.documentId) !== false);
  const briefs = documents === null ? ports.briefs.list() : [];
  const written = [
    ...passages.flatMap((passage) => textsOfPassage(ports, passage)),
    ...briefs.flatMap(({ briefId }) => ports.briefs.find(briefId) ?? []).map(textOfBrief),
  ].filter(({ text }) => text.trim() !== "");
  const answerField = createFieldAnswers(context, namesOf);
  const options: Omit<TextSearchOptions, "field"> = {
    stemming: request.stemming,
    synonyms: request.synonyms ? ports.synonyms.list() : [],
    pattern: await findInTexts(
      ports.patterns,
      node,
      written.map(({ text }) => text),
      pace,
    ),
  };
  const hits: WrittenHit[] = [];
  for (const { text, hit, passage } of written) {
    await pace.breathe();
    const match = searchText(node, text, { ...options, field: (condition) => answerField(condition, passage) });
    // Where fields alone are asked for, the passage is found once, by its quotation.
    const isFoundByFields =
      match.matches && match.hits.length === 0 && hit.where === "passage" && text === passage?.quote;
    if (match.hits.length === 0 && !isFoundByFields) continue;
    const { snippet, marks } = makeSnippet(
      text,
      match.hits.flatMap(({ parts }) => parts),
    );
    hits.push({ ...hit, snippet, snippetMarks: marks, hits: match.hits.length });
  }
  return hits;
}
