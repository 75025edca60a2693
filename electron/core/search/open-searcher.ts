import type { DocumentId } from "#shared/base/ids.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import type { WordIndex } from "../ports/word-index.ts";
import type { DocumentHit, Pace } from "./evaluate/evaluation.ts";
import { hitsInDocument } from "./evaluate/hits-in-document.ts";
import { BRIEF_EXPLANATION } from "./explain-search.ts";
import { evaluationOptions, matchSearch, whileUnchanged } from "./match-search.ts";
import { explainPrepared, type PreparedSearch, prepareSearch } from "./prepare-search.ts";
import { formOfTerm } from "./resolve-query.ts";
import { type SearchContext, type SearchPorts, searchContextOf } from "./search-context.ts";
import type { FoundDocument, FoundDocuments, ReadSearch, Searcher } from "./searcher.ts";

/** A search together with the state of the index that its words were looked up in. */
interface Prepared {
  readonly search: PreparedSearch;
  readonly generation: number;
}

function prepare(ports: SearchPorts, request: SearchRequest): Prepared {
  return { search: prepareSearch(ports, request), generation: ports.index.words.generation() };
}

async function findAll(context: SearchContext, request: SearchRequest, pace: Pace): Promise<FoundDocuments> {
  const { ports, catalogue, sources } = context;
  let prepared = prepare(ports, request);

  /** Words are looked up anew in an index that became another one. */
  function current(): PreparedSearch {
    if (prepared.generation !== ports.index.words.generation()) prepared = prepare(ports, request);
    return prepared.search;
  }

  const { found, incomplete } = await whileUnchanged(context, pace, async (own) => {
    const { matched, rows, places } = await matchSearch(context, current(), own);
    const all = catalogue.rows();
    return {
      incomplete: matched.incomplete,
      found: Array.from(places, (place) => ({
        row: rows[place] ?? -1,
        hits: matched.hits[place] ?? 0,
        pages: matched.pages[place] ?? 0,
      }))
        .sort((one, other) => one.row - other.row)
        .flatMap(({ row, hits, pages }): readonly FoundDocument[] => {
          const documentId = all[row]?.documentId;
          return documentId === undefined ? [] : [{ documentId, hits, pages }];
        }),
    };
  });

  const hitsOf = (documentId: DocumentId): Promise<readonly DocumentHit[]> =>
    whileUnchanged(context, pace, async (own) => {
      const search = current();
      const number = ports.index.words.numberOf(documentId);
      if (number < 0) return [];
      return hitsInDocument(search.resolved.node, sources, number, evaluationOptions(context, search, own));
    });

  return { documents: found, incomplete, hitsOf };
}

/** Every form of every word, those of one word together, most hits first. */
function listExpansions(words: WordIndex, { source, resolved }: PreparedSearch): ReadSearch["expansions"] {
  const bySpan = Map.groupBy(resolved.words, ({ at }) => `${at.start}-${at.end}`);
  return [...bySpan.values()].map((own) => ({
    source: source.slice(own[0]?.at.start, own[0]?.at.end),
    forms: own
      .flatMap(({ terms, excluded }) =>
        terms.map(({ term, reason }) => ({
          form: formOfTerm(term),
          reason,
          hits: words.figures(term)?.hits ?? 0,
          excluded: excluded.has(term),
        })),
      )
      .sort((one, other) => other.hits - one.hits || (one.form < other.form ? -1 : 1)),
  }));
}

/** Searching as reports need it. */
export function openSearcher(ports: SearchPorts): Searcher {
  return {
    find: (request, pace) => findAll(searchContextOf(ports), request, pace),
    read: (request, pace) =>
      whileUnchanged(searchContextOf(ports), pace, async () => {
        const search = prepareSearch(ports, request);
        const { words, synonyms } = explainPrepared(ports, search, BRIEF_EXPLANATION);
        return { words, synonyms, expansions: listExpansions(ports.index.words, search) };
      }),
  };
}
