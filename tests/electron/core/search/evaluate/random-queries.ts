import fc from "fast-check";
import type { FieldCondition, PhraseNode, QueryNode, QuerySpan, WordNode } from "#shared/text/query/query-node.ts";
import { VOCABULARY } from "./random-documents.ts";

const at: QuerySpan = { start: 0, end: 0 };

/** Words that searches ask for. */
type Words = fc.Arbitrary<WordNode>;

/** Words as they are typed, with their forms or without. */
function typedWords(vocabulary: readonly string[]): Words {
  return fc.record({ text: fc.constantFrom(...vocabulary), forms: fc.boolean() }).map(wordNode);
}

const inventedWords: Words = fc.oneof(
  { weight: 6, arbitrary: typedWords(VOCABULARY) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("Núñez", "señor", "émigré").map((text): WordNode => {
      return { kind: "word", word: { kind: "word", text, forms: false, strict: true }, at };
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("no*", "*t*", "?e", "de*", "n?t*", "court?", "*tion", "c*t")
      .map((pattern): WordNode => ({ kind: "word", word: { kind: "wildcard", pattern }, at })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        text: fc.constantFrom("note", "cour", "dention", "nunes"),
        distance: fc.constantFrom(1 as const, 2 as const),
      })
      .map((made): WordNode => ({ kind: "word", word: { kind: "fuzzy", ...made }, at })),
  },
);

function wordNode({ text, forms }: { readonly text: string; readonly forms: boolean }): WordNode {
  return { kind: "word", word: { kind: "word", text, forms, strict: false }, at };
}

function phrase(word: Words): fc.Arbitrary<PhraseNode> {
  return fc.array(word, { minLength: 2, maxLength: 3 }).map((words): PhraseNode => ({ kind: "phrase", words, at }));
}

const nearness = fc.record({ distance: fc.integer({ min: 1, max: 6 }), ordered: fc.boolean() });

function flat(kind: "and" | "or", nodes: readonly QueryNode[]): QueryNode {
  const members = nodes.flatMap((node) => (node.kind === kind ? node.nodes : [node]));
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : { kind, nodes: members, at };
}

/** What may stand within proximity. */
function placed(word: Words, depth: number): fc.Arbitrary<QueryNode> {
  const leaf = fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: phrase(word) });
  if (depth === 0) return leaf;
  const inner = placed(word, depth - 1);
  const group = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: group.map((nodes) => flat("or", nodes)) },
    { weight: 2, arbitrary: near(inner) },
  );
}

function near(inner: fc.Arbitrary<QueryNode>): fc.Arbitrary<QueryNode> {
  const both = fc.array(inner, { minLength: 2, maxLength: 3 }).map((nodes) => flat("and", nodes));
  const sides = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(inner, inner) },
    { weight: 1, arbitrary: fc.tuple(inner, both) },
    { weight: 1, arbitrary: fc.tuple(both, inner) },
  );
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(sides, nearness)
        .map(([[left, right], how]): QueryNode => ({ kind: "near", left, right, ...how, at })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(inner, inner, nearness)
        .map(([left, right, how]): QueryNode => ({ kind: "not-near", left, right, ...how, at })),
    },
  );
}

const PATTERNS = [
  "court\\s+\\w+",
  "n.t",
  "[aeiou]{2}",
  "(?:note|order) of",
  "of the",
  "t",
  "detention",
  "\\bno",
  "x*",
  "the.*?of",
] as const;

const regex = fc.constantFrom(...PATTERNS).map((pattern): QueryNode => ({ kind: "regex", pattern, at }));

/** One of a document, one of whole pages, and two of places on pages. */
const CONDITIONS: readonly FieldCondition[] = [
  { field: "kind", kind: "order" },
  { field: "language", language: "spa" },
  { field: "exemption", code: null },
  { field: "amount", currency: null, range: { from: 1, to: null } },
];

const field = fc.constantFrom(...CONDITIONS).map((condition): QueryNode => ({ kind: "field", condition, at }));

/** What may stand where documents, or within `page( )` pages, are asked about. */
function combined(word: Words, depth: number, allowsPage: boolean): fc.Arbitrary<QueryNode> {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: word },
    { weight: 2, arbitrary: phrase(word) },
    { weight: 3, arbitrary: near(placed(word, 1)) },
    { weight: 1, arbitrary: regex },
    { weight: 1, arbitrary: field },
    ...(allowsPage
      ? [{ weight: 3, arbitrary: combined(word, 2, false).map((node): QueryNode => ({ kind: "page", node, at })) }]
      : []),
  );
  if (depth === 0) return leaf;
  const inner = combined(word, depth - 1, allowsPage);
  const members = fc.array(inner, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: members.map((nodes) => flat("or", nodes)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(members, fc.array(inner, { maxLength: 1 }))
        .map(([nodes, excluded]) =>
          flat("and", [...nodes, ...excluded.map((node): QueryNode => ({ kind: "not", node, at }))]),
        ),
    },
  );
}

/** Searches of every kind, as deep as people write them and a little deeper, for documents that were made up. */
export const queryArbitrary: fc.Arbitrary<QueryNode> = combined(inventedWords, 2, true);

/** Such searches for documents that have these words. */
export function queriesFor(vocabulary: readonly string[]): fc.Arbitrary<QueryNode> {
  return combined(typedWords(vocabulary), 2, true);
}
