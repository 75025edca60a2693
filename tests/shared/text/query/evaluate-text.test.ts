import { describe, expect, test } from "vitest";
import { evaluateText, searchText, type TextSearchOptions } from "#shared/text/query/evaluate-text.ts";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { QueryNode } from "#shared/text/query/query-node.ts";
import { readSearchableText, type TextPage } from "#shared/text/query/searchable-text.ts";

const PLAIN: TextSearchOptions = { stemming: true, synonyms: [] };

function parse(query: string): QueryNode {
  const parsed = parseQuery(query);
  if (parsed.kind === "failure") throw new Error(parsed.failure.message);
  return parsed.value.node;
}

/** What stands at each hit, parts on other pages after a bar; null for a document that does not match. */
function search(
  query: string,
  pages: string | readonly (string | TextPage)[],
  options: Partial<TextSearchOptions> = {},
) {
  const list = typeof pages === "string" ? [pages] : pages;
  const texts = list.map((page) => (typeof page === "string" ? { text: page, detections: [] } : page));
  const { matches, hits } = evaluateText(parse(query), readSearchableText(texts), { ...PLAIN, ...options });
  const slice = ({ page, start, end }: { page: number; start: number; end: number }) =>
    texts[page - 1]?.text.slice(start, end).replaceAll(/\s+/gu, " ");
  return matches ? hits.map(({ parts }) => parts.map(slice).join(" | ")) : null;
}

function stamped(text: string, words: string): TextPage {
  const start = text.indexOf(words);
  return { text, detections: [{ start, end: start + words.length, value: { kind: "page-id", number: 1 } }] };
}

describe("words and phrases", () => {
  test.each<[string, string, readonly string[] | null]>([
    ["custody", "In CUSTODY. In custody?", ["CUSTODY", "custody"]],
    ["nunez", "El señor Núñez y Nunez", ["Núñez", "Nunez"]],
    ["=núñez", "El señor Núñez y Nunez, Nuñez", ["Núñez"]],
    ["detained", "He detains one detainee", ["detains"]],
    ["=detained", "He detains, they detained", ["detained"]],
    ['"was detained"', "He was detained; it was detaining", ["was detained"]],
    ["detention", "the deten-\ntion center", ["deten- tion"]],
    ["tion", "the deten-\ntion center", ["deten- tion"]],
    ['"deten center"', "the deten-\ntion center", ["deten- tion center"]],
    ['"exact phrase"', "an exact\nphrase", ["exact phrase"]],
    ['"very very"', "very very very", ["very very very"]],
    ['"joh* doe"', "John Doe, Johanna Doe, Jane Doe", ["John Doe", "Johanna Doe"]],
    ["custcdy~1", "custody custdy costy", ["custody", "custdy"]],
    ["b?", "b ba by bay", ["ba", "by"]],
    ["missing", "nothing here", null],
    ["one two", "two and one", ["two", "one"]],
  ])("%s in %j", (query, text, hits) => {
    expect(search(query, text)).toEqual(hits);
  });

  test("without stemming are met as they are", () => {
    expect(search("detained", "He detains", { stemming: false })).toBeNull();
  });
});

describe("nearness", () => {
  test.each<[string, string, readonly string[] | null]>([
    ["a w/2 b", "a x b", ["a", "b"]],
    ["a w/2 b", "a x y b", null],
    ["a w/2 b", "b a", ["b", "a"]],
    ["a pre/2 b", "b a", null],
    ["a pre/2 b", "a b x b a", ["a", "b"]],
    [
      '(joh* OR juan) w/2 "de la cruz"',
      "Juan X de la Cruz; Johan de la Cruz",
      ["Juan", "de la Cruz", "Johan", "de la Cruz"],
    ],
    ["(a w/2 b) w/2 c", "a x b x c", ["a", "b", "c"]],
    ["(a w/2 b) w/2 c", "a x b x x c", null],
    ["a w/3 (b AND c)", "b x a c", ["b", "a", "c"]],
    ["a w/3 (b AND c)", "b a x x x x a c", null],
    ["a not w/2 b", "a x b x x a", ["a"]],
    ["a not w/2 b", "a b", null],
    ["a w/1 a", "a a", ["a", "a"]],
    ['"a b" w/1 "b c"', "a b c", null],
  ])("%s in %j", (query, text, hits) => {
    expect(search(query, text)).toEqual(hits);
  });
});

describe("AND, OR and NOT", () => {
  test.each<[string, readonly string[], readonly string[] | null]>([
    ["a AND b", ["a x", "b"], ["a", "b"]],
    ["page:(a b)", ["a x", "b"], null],
    ["page:(a b)", ["a x", "b a"], ["b", "a"]],
    ["a OR b", ["a x", "c"], ["a"]],
    ["a NOT b", ["a", "b"], null],
    ["page:(a NOT b)", ["a b", "a"], ["a"]],
    ["page:(a NOT b) OR c", ["a b", "c"], ["c"]],
    ["(a AND x) OR b", ["a", "b"], ["b"]],
    ['page:("a b")', ["a", "b"], null],
    ['"a b"', ["a", "b"], ["a | b"]],
  ])("%s over %j", (query, pages, hits) => {
    expect(search(query, pages)).toEqual(hits);
  });
});

describe("pages", () => {
  const furniture = [
    "HEADER\nwe saw the deten-\nPageID.1\nFOOTER",
    "HEADER\ntion of men\nFOOTER",
    "HEADER\nat dawn\nFOOTER",
  ];
  const pages = [stamped(furniture[0] ?? "", "PageID.1"), ...furniture.slice(1)];

  test.each<[string, readonly string[] | null]>([
    ['"the detention of"', ["the deten- | tion of"]],
    ["detention", ["deten- | tion"]],
    ['"men at dawn"', ["men | at dawn"]],
    ['"dawn footer"', null],
    ["header w/5 footer", null],
    ["header", ["HEADER", "HEADER", "HEADER"]],
    ["pageid.1", ["PageID.1"]],
    ["saw w/3 of", ["saw", "of"]],
    ["page:(detention)", ["deten- | tion"]],
    ["page:(detention of)", null],
  ])("%s holds across headers, footers and stamps", (query, hits) => {
    // The hyphen belongs to the line, not to the word.
    expect(search(query, pages)?.map((hit) => hit.replaceAll("deten |", "deten- |")) ?? null).toEqual(hits);
  });

  test("of a hit are where it begins", () => {
    const found = evaluateText(
      parse('"the detention of"'),
      readSearchableText(pages.map((page) => (typeof page === "string" ? { text: page, detections: [] } : page))),
      PLAIN,
    );
    expect(found.pages).toEqual([1]);
  });
});

describe("regular expressions", () => {
  test.each<[string, readonly string[], readonly string[] | null]>([
    ["/TRF \\d+/", ["TRF\n\n301 and trf 302", "TRF 303"], ["TRF 301", "trf 302", "TRF 303"]],
    ["/a*/", ["bbb"], null],
    ["page:(/a.b/ c)", ["a\nb", "a b c"], ["a b", "c"]],
    ["/ab|bc/ OR /bc/ OR /cd/", ["abcd"], ["abcd"]],
    ["/a/ OR /b/", ["ab"], ["a", "b"]],
    ["/x/ OR x", ["x"], ["x", "x"]],
  ])("%s over %j", (query, pages, hits) => {
    expect(search(query, pages)).toEqual(hits);
  });
});

describe("fields", () => {
  const field: TextSearchOptions["field"] = (condition) => {
    if (condition.field === "exemption") {
      return {
        scope: "page",
        places: [
          { page: 2, start: 0, end: 6 },
          { page: 2, start: 0, end: 6 },
        ],
      };
    }
    if (condition.field === "has") return { scope: "page", places: [{ page: 1, start: -1, end: -1 }] };
    return { scope: "document", holds: condition.field === "kind" };
  };
  const pages = ["a word", "(b)(6) a name"];

  test.each<[string, readonly string[] | null]>([
    ["kind:order", []],
    ["kind:order AND name", ["name"]],
    ["court:capital AND name", null],
    ["NOT court:capital AND name", ["name"]],
    ["exemption:b6 word", ["word", "(b)(6)"]],
    ["page:(exemption:b6 word)", null],
    ["page:(exemption:b6 name)", ["(b)(6)", "name"]],
    ["page:(has:ocr kind:order a)", ["a"]],
  ])("%s", (query, hits) => {
    expect(search(query, pages, { field })).toEqual(hits);
  });

  test("are met by nothing where nothing is known", () => {
    expect(search("kind:order", pages)).toBeNull();
  });
});

describe("synonyms", () => {
  const synonyms = [{ names: ["CCL", "Centro de Custodia de La Salina"] }];

  test.each<[string, string, readonly string[] | null]>([
    ["ccl", "the Centro de Custodia de La Salina, or CCL", ["Centro de Custodia de La Salina", "CCL"]],
    ['"centro de custodia de la salina"', "at the CCL", ["CCL"]],
    ["men w/2 ccl", "men of Centro de Custodia de La Salina", ["men", "Centro de Custodia de La Salina"]],
    ["=ccl", "Centro de Custodia de La Salina", null],
    ['"at ccl"', "at Centro de Custodia de La Salina", null],
  ])("%s in %j", (query, text, hits) => {
    expect(search(query, text, { synonyms })).toEqual(hits);
  });
});

describe("recognised words", () => {
  const page: TextPage = {
    text: "custody cost custody",
    detections: [],
    confidences: [
      [0, 7, 30],
      [8, 12, 90],
    ],
  };

  test("that are doubtful are left out when that is asked", () => {
    expect(search("custody", [page], { confident: true })).toEqual(["custody"]);
    expect(search('"custody cost"', [page], { confident: true })).toBeNull();
    expect(search('"custody cost"', [page])).toEqual(["custody cost"]);
    expect(search("/custody cost/", [page], { confident: true })).toEqual(["custody cost"]);
  });
});

test("a text by itself is searched as one page", () => {
  expect(searchText(parse("cost w/2 custody"), "the cost of custody", PLAIN)).toEqual({
    matches: true,
    hits: [{ parts: [{ page: 1, start: 4, end: 8 }] }, { parts: [{ page: 1, start: 12, end: 19 }] }],
    pages: [1],
  });
  expect(searchText(parse("cost"), "", PLAIN)).toEqual({ matches: false, hits: [], pages: [] });
});
