import { describe, expect, it } from "vitest";
import { explainSearch, FULL_EXPLANATION } from "#core/search/explain-search.ts";
import type { SearchExplanation } from "#shared/model/search.ts";
import { ENGLISH_PHRASES } from "#shared/text/query/describe-phrases-english.ts";
import { SPANISH_PHRASES } from "#shared/text/query/describe-phrases-spanish.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import { explainWith } from "../../../renderer/search/explain-in-words.ts";

/** What the backend says of a search in a case without documents. */
function explained(query: string): SearchExplanation {
  const parsed = parseQuery(query);
  if (parsed.kind === "failure") throw new Error(parsed.failure.message);
  const index = { figures: () => null, places: () => null, numberLimit: () => 0 };
  const resolved = { node: parsed.value.node, words: [], synonyms: [] };
  return explainSearch(
    index as unknown as Parameters<typeof explainSearch>[0],
    query,
    parsed.value,
    resolved as unknown as Parameters<typeof explainSearch>[3],
    FULL_EXPLANATION,
  );
}

const SEARCHES = [
  "custody",
  '"de la cru*" transfer',
  "plane w/10 (landed OR Texas) kind:order",
  "page:(custody NOT transfer) -release date:2025-03 /a.b/",
  '("a" not w/5 "b") OR (tag:hot smith~1)',
];

describe("explainWith", () => {
  it.each(SEARCHES)("finds the place of every word of %j: in English it says what the backend said", (query) => {
    const explanation = explained(query);
    const blank = JSON.parse(
      JSON.stringify(explanation, (key, value: unknown) => (key === "words" ? "" : value)),
    ) as SearchExplanation;
    expect(explainWith(ENGLISH_PHRASES, query, blank)).toEqual(explanation);
  });

  it("says sentence, tree and words anew, and leaves what was typed", () => {
    const { words, tree, leaves } = explainWith(SPANISH_PHRASES, "custody kind:order", explained("custody kind:order"));
    expect(words).toBe("documentos que tienen custody (y sus otras formas), y son órdenes judiciales");
    expect(tree.label).toBe("todo lo siguiente");
    expect(tree.children.map(({ label }) => label)).toEqual(["custody", "kind:order"]);
    expect(leaves.map((leaf) => leaf.words)).toEqual(["custody (y sus otras formas)", "órdenes judiciales"]);
  });
});
