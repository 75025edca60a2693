import { findInDocument } from "#core/library/find-in-document.ts";
import { findDocumentHits } from "#core/search/document-hits.ts";
import type { Pace } from "#core/search/evaluate/evaluation.ts";
import type { SearchRegistry } from "#core/search/pace.ts";
import { explainRequest } from "#core/search/prepare-search.ts";
import { searchDocuments } from "#core/search/search-documents.ts";
import type { Handlers } from "#shared/contract/contract.ts";
import type { CaseSession } from "./case-session.ts";

/** Handlers of searching documents. A newer search of the same asker stops the older one. */
export function createSearchHandlers(
  session: () => CaseSession,
  registry: SearchRegistry,
): Pick<Handlers, "search.query" | "search.hits" | "search.explain" | "documents.find"> {
  async function asked<Answer>(asker: string | undefined, work: (pace: Pace) => Promise<Answer>): Promise<Answer> {
    const running = registry.begin(asker ?? null);
    try {
      return await work(running.pace);
    } finally {
      running.end();
    }
  }

  const ports = () => session().ports;
  return {
    "search.query": ({ asker, ...request }) => asked(asker, (pace) => searchDocuments(ports(), request, pace)),
    "search.hits": ({ asker, ...request }) => asked(asker, (pace) => findDocumentHits(ports(), request, pace)),
    "documents.find": ({ asker, ...request }) => asked(asker, (pace) => findInDocument(ports(), request, pace)),
    "search.explain": ({ asker, ...request }) =>
      asked(asker, async (pace) => {
        await pace.breathe();
        return explainRequest(ports(), request);
      }),
  };
}
