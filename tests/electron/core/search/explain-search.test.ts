import { describe, expect, it } from "vitest";
import type { WordIndex } from "#core/ports/word-index.ts";
import { TERMS_MAX } from "#core/search/expand-word.ts";
import { explainRequest } from "#core/search/prepare-search.ts";
import { resolveQuery } from "#core/search/resolve-query.ts";
import type { SearchRequest } from "#shared/model/search.ts";
import { searchRequestSchema } from "#shared/model/search.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import { expectFailure } from "../../../support/expect-failure.ts";
import { searchText } from "../../../support/search-text.ts";
import { setUpTestCase } from "../../../support/test-case.ts";
import { createTestIds } from "../../../support/test-program.ts";

const PAGES = [
  "SPECIMEN the detainee was detained. They detain him; she detains. Núñez and Nunez.",
  "The Special Custody Centre (SCC) is a prison. Prisons are full. Detention.",
];

async function setUpExplained() {
  const test = await setUpTestCase();
  await test.importOne({ title: "Terms", pages: PAGES });
  await test.importOne({ title: "Other", pages: ["the SCC detained nobody"] });
  const explain = (query: string, options: Partial<SearchRequest> = {}) =>
    explainRequest(test.ports(), { ...searchRequestSchema.parse({ query }), ...options });
  const forms = (query: string, options: Partial<SearchRequest> = {}) =>
    explain(query, options).leaves.map((leaf) => leaf.forms.map(({ form, reason }) => `${form} ${reason}`).sort());
  const addSynonyms = (...names: string[]) =>
    test.ports().synonyms.insert({ synonymId: createTestIds(names.length).next("synonym"), names });
  return { test, explain, forms, addSynonyms };
}

describe("what the words of a search stand for", () => {
  it("are its other forms, unless it is told otherwise", async () => {
    const { forms } = await setUpExplained();
    const stems = ["detain typed", "detained stem", "detains stem"];
    expect(forms("detain")).toEqual([stems]);
    expect(forms("detain", { stemming: false })).toEqual([["detain typed"]]);
    expect(forms("=detain")).toEqual([["detain typed"]]);
    expect(forms('"detain him"')).toEqual([[]]);
    // A word that stands nowhere was looked for all the same.
    expect(forms("zebra")).toEqual([["zebra typed"]]);
  });

  it("are accents, wildcards and near spellings, each with its reason", async () => {
    const { forms } = await setUpExplained();
    expect(forms("núñez", { stemming: false })).toEqual([["nunez accent"]]);
    expect(forms("=núñez")).toEqual([["núñez typed"]]);
    expect(forms("deten*")).toEqual([["detention wildcard"]]);
    expect(forms("detaned~1")).toEqual([["detained fuzzy"]]);
    expect(forms('"the scc det*"')).toEqual([
      [],
      ["detained wildcard", "detainee wildcard", "detains wildcard", "detain wildcard", "detention wildcard"].sort(),
    ]);
  });

  it("are told with counts, and can be taken out", async () => {
    const { test, explain } = await setUpExplained();
    const [leaf] = explain("detain").leaves;
    expect(leaf).toMatchObject({ source: "detain", at: { start: 0, end: 6 }, moreForms: 0, documents: 2, hits: 4 });
    expect(leaf?.forms[0]).toEqual({ form: "detained", reason: "stem", documents: 2, hits: 2, excluded: false });
    const without = ["detain>detained"];
    const [narrower] = explain("detain", { without }).leaves;
    expect(narrower).toMatchObject({ documents: 1, hits: 2 });
    expect(narrower?.forms.find(({ form }) => form === "detained")?.excluded).toBe(true);
    expect(await searchText(test.ports(), "detain", { without })).toMatchObject({ documents: 1, hits: 2 });
    expect(await searchText(test.ports(), "DETAIN", { without })).toMatchObject({ hits: 2 });
    expect(await searchText(test.ports(), "detains", { without })).toMatchObject({ hits: 4 });
  });

  it("are the synonyms of the case: shown when they apply, and switchable", async () => {
    const { test, explain, forms, addSynonyms } = await setUpExplained();
    addSynonyms("SCC", "Special Custody Centre", "prison");
    const hits = async (query: string, options = {}) => (await searchText(test.ports(), query, options)).hits;
    expect(explain("scc OR x").synonyms).toEqual([{ source: "scc", others: ["Special Custody Centre", "prison"] }]);
    expect(forms("scc")).toEqual([["prison synonym", "prisons synonym", "scc typed"]]);
    expect(await hits("scc")).toBe(5);
    expect(await hits("scc", { synonyms: false })).toBe(2);
    expect(await hits('"special custody centre"')).toBe(5);
    expect(await hits("=scc")).toBe(2);
    expect(await hits("scc", { without: ["scc>Special Custody Centre", "scc>prisons"] })).toBe(3);
    // prison, prisons, and what they are near to
    expect(await hits("(scc OR nobody) w/3 full")).toBe(3);
  });

  it("are too many where hardly a letter is given", () => {
    const words = Array.from({ length: TERMS_MAX + 1 }, (_, at) => ({ term: `a${at}`, documents: 1, hits: 1 }));
    const index = { termsLike: () => words } as unknown as WordIndex;
    const parsed = parseQuery("b AND a*");
    if (parsed.kind === "failure") throw new Error("not read");
    const known = { ...index, figures: () => null, termsWithPrefix: () => [] };
    const options = { stemming: true, synonyms: true, without: [], groups: [] };
    const failure = expectFailure("search/too-broad", () =>
      resolveQuery(known, "b AND a*", parsed.value.node, options),
    );
    return expect(failure).resolves.toMatchObject({ details: { word: "a*", offset: 6 } });
  });
});

describe("an explanation", () => {
  it("says a search in words and as a tree with a place for each leaf", async () => {
    const { explain } = await setUpExplained();
    const query = 'detain w/5 him AND NOT (kind:order OR "the scc") and /x+/';
    const { words, tree, leaves, notices } = explain(query);
    expect(words).toMatch(/^documents that /);
    expect(leaves.map(({ source }) => source)).toEqual(["detain", "him", "kind:order", '"the scc"', "/x+/"]);
    for (const { source, at } of leaves) expect(query.slice(at.start, at.end)).toBe(source);
    expect(tree.leaf).toBeNull();
    expect(tree.children.map(({ leaf, children }) => [leaf, children.length])).toEqual([
      [null, 2],
      [null, 1],
      [4, 0],
    ]);
    expect(notices).toHaveLength(1);
    expect(leaves[2]).toMatchObject({ forms: [], documents: null, hits: null });
  });

  it("comes with every answer", async () => {
    const { test, explain } = await setUpExplained();
    expect((await searchText(test.ports(), "detain him")).explanation).toEqual(explain("detain him"));
  });
});
