import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentKindSchema } from "#shared/model/detection.ts";
import { sourceFormatSchema } from "#shared/model/format.ts";
import { nextNumber, previousNumber } from "#shared/text/query/fields-numbers.ts";
import { parseFilter } from "#shared/text/query/parse-query.ts";
import type { FieldCondition, QueryNode, WordNode, WordPattern } from "#shared/text/query/query-node.ts";
import { writeFilter, writeQuery } from "#shared/text/query/write-query.ts";
import { parsed, withoutPlaces } from "./compact-tree.ts";

const at = { start: 0, end: 1 };
const texts = fc.constantFrom(
  "custody",
  "Núñez",
  "and",
  "NOT",
  "or",
  "NEAR",
  "w",
  "xfirstword",
  "2025",
  "年",
  "a",
  "TO",
  "contains",
  "x̌",
  "𝔘b",
);
const accented = fc.constantFrom("Núñez", "é", "LÓPEZ", "x̌");
const patterns = fc
  .string({ unit: fc.constantFrom("a", "b", "*", "?", "年", "7"), minLength: 1, maxLength: 6 })
  .map((pattern) => pattern.replaceAll(/\*+/gu, "*"))
  .filter((pattern) => /[*?]/u.test(pattern) && /[^*?]/u.test(pattern));

const wildcard = patterns.map((pattern): WordPattern => ({ kind: "wildcard", pattern }));
const fuzzy = fc.record({
  kind: fc.constant("fuzzy" as const),
  text: texts,
  distance: fc.constantFrom(1 as const, 2 as const),
});
const exact = texts.map((text): WordPattern => ({ kind: "word", text, forms: false, strict: false }));
const strict = accented.map((text): WordPattern => ({ kind: "word", text, forms: false, strict: true }));
const loose = texts.map((text): WordPattern => ({ kind: "word", text, forms: true, strict: false }));
const inPhrase = fc.oneof(exact, strict, wildcard, fuzzy);
const onePattern = fc.oneof(loose, inPhrase);

const toNode = (word: WordPattern): WordNode => ({ kind: "word", word, at });
const wordNode = onePattern.map(toNode);
const phraseNode = fc
  .array(inPhrase.map(toNode), { minLength: 2, maxLength: 4 })
  .map((words): QueryNode => ({ kind: "phrase", words, at }));
const regexNode = fc
  .constantFrom("a.b", "\\d{3}", "[/]x", "a\\/b", "(a|b)+", "\\(b\\)", "é")
  .map((pattern): QueryNode => ({ kind: "regex", pattern, at }));

const ends = <T>(value: fc.Arbitrary<T>, order: (one: T, other: T) => boolean) =>
  fc
    .tuple(fc.option(value), fc.option(value))
    .filter(([from, to]) => from !== null || to !== null)
    .map(([from, to]) => (from !== null && to !== null && order(to, from) ? { from: to, to: from } : { from, to }));
const whole = fc.nat({ max: 1_000_000 });
const decimal = fc
  .oneof(whole, fc.double({ min: 0, max: 1e14, noNaN: true }), fc.constantFrom(0.1, 80.5, 1e-7, 12.34))
  .map((number) => Math.abs(number))
  .chain((number) => fc.constantFrom(number, nextNumber(number), number > 0 ? previousNumber(number) : number));
const percent = decimal.map((number) => number % 100);
const less = (one: number, other: number) => one < other;
const date = fc
  .tuple(
    fc.integer({ min: 1500, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat({ max: 2 }),
  )
  .map(([year, month, day, precision]) =>
    [year, month, day]
      .slice(0, precision + 1)
      .map((part) => String(part).padStart(2, "0"))
      .join("-"),
  );
const isBefore = (one: string, other: string) => {
  const precision = Math.min(one.length, other.length);
  return one.slice(0, precision) < other.slice(0, precision);
};
const words = fc.oneof(
  fc.constant([]),
  onePattern.map((word) => [word]),
  fc.array(inPhrase, { minLength: 2, maxLength: 3 }),
);

const condition: fc.Arbitrary<FieldCondition> = fc.oneof(
  fc.constantFrom(...documentKindSchema.options).map((kind) => ({ field: "kind" as const, kind })),
  fc.constantFrom(...sourceFormatSchema.options).map((format) => ({ field: "format" as const, format })),
  fc.record({
    field: fc.constantFrom("title", "court", "case", "ecf", "author", "from", "to", "name", "source", "tag", "note"),
    words,
  }),
  fc.record({ field: fc.constantFrom("date", "filed"), range: ends(date, isBefore) }),
  fc.record({ field: fc.constant("pages" as const), range: ends(whole, less) }),
  fc.record({
    field: fc.constant("bates" as const),
    prefix: fc.constantFrom("DHS-", "MSFT ", "DHS-2025-", "ABC", "", "A&B_", "A.B. "),
    range: ends(whole, less),
  }),
  fc.constantFrom("spa", "eng", "fra", "quc").map((language) => ({ field: "language" as const, language })),
  fc
    .constantFrom(
      "(b)",
      "(b)(6)",
      "(b)(7)(C)",
      "(j)(2)",
      "1.4",
      "1.4(c)",
      "3.3(b)(1)",
      "Withheld in full",
      "Referred to",
      "With",
      null,
    )
    .map((code) => ({ field: "exemption" as const, code })),
  fc.record({
    field: fc.constant("amount" as const),
    currency: fc.constantFrom("USD", "EUR", null),
    range: ends(decimal, less),
  }),
  fc
    .constantFrom("ocr", "redaction", "hidden", "passage", "attachment", "text")
    .map((what) => ({ field: "has" as const, what })),
  fc.record({ field: fc.constant("confidence" as const), range: ends(percent, less) }),
);
const fieldNode = condition.map((one): QueryNode => ({ kind: "field", condition: one, at }));

/** Members under one kind; its own kind among them is left out, as a tree never holds it. */
const join = (kind: "and" | "or", members: readonly QueryNode[]): QueryNode => {
  const [first = toNode({ kind: "wildcard", pattern: "a*" }), ...rest] = members.filter((node) => node.kind !== kind);
  return rest.length === 0 ? first : { kind, nodes: [first, ...rest], at };
};

const nearNode = (
  kinds: readonly ("near" | "not-near")[],
  left: fc.Arbitrary<QueryNode>,
  right: fc.Arbitrary<QueryNode>,
) =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    left,
    right,
    distance: fc.integer({ min: 1, max: 1000 }),
    ordered: fc.boolean(),
    at: fc.constant(at),
  }) as fc.Arbitrary<QueryNode>;

const placed: fc.Arbitrary<QueryNode> = fc.letrec<{ place: QueryNode; or: QueryNode; near: QueryNode; and: QueryNode }>(
  (tie) => ({
    place: fc.oneof({ maxDepth: 3, withCrossShrink: true }, wordNode, phraseNode, tie("or"), tie("near")),
    or: fc.array(tie("place"), { minLength: 2, maxLength: 3 }).map((nodes) => join("or", nodes)),
    and: fc.array(tie("place"), { minLength: 2, maxLength: 3 }).map((nodes) => join("and", nodes)),
    near: fc.oneof(
      nearNode(["near", "not-near"], tie("place"), tie("place")),
      nearNode(["near"], tie("and"), tie("place")),
      nearNode(["near"], tie("place"), tie("and")),
    ),
  }),
).place;

const treeOf = (leaf: fc.Arbitrary<QueryNode>): fc.Arbitrary<QueryNode> =>
  fc.letrec<{ node: QueryNode; or: QueryNode; and: QueryNode }>((tie) => ({
    node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, tie("or"), tie("and")),
    or: fc.array(tie("node"), { minLength: 2, maxLength: 3 }).map((nodes) => join("or", nodes)),
    and: fc
      .tuple(
        fc.array(tie("node"), { minLength: 1, maxLength: 2 }),
        fc.array(
          tie("node").map((node): QueryNode => ({ kind: "not", node, at })),
          { maxLength: 2 },
        ),
      )
      .map(([positive, negative]) => {
        const first = join("and", positive);
        const members = first.kind === "and" ? first.nodes : [first];
        return negative.length === 0
          ? first
          : { kind: "and", nodes: [...negative.slice(1), ...members, ...negative.slice(0, 1)], at };
      }),
  })).node;

const leaf = fc.oneof(placed, regexNode, fieldNode);
const page = treeOf(leaf).map((node): QueryNode => ({ kind: "page", node, at }));
const tree = treeOf(fc.oneof(leaf, page));

describe("writeQuery", () => {
  it("writes what reads back to the same tree", () => {
    fc.assert(
      fc.property(tree, (node) => {
        const written = writeQuery(node);
        expect(withoutPlaces(parsed(written).node), written).toEqual(withoutPlaces(node));
      }),
      { numRuns: 1500 },
    );
  });

  it("has one spelling for what can be written in several", () => {
    const spellings: readonly (readonly [string, string])[] = [
      ["(a w/1 b) w/2 (c pre/3 d) e", "a w/1 b w/2 (c pre/3 d) AND e"],
      ["a && b", "a AND b"],
      ["a not w/3 b", "a NOT w/3 b"],
      ['(a OR "b c") within/5 d*', '(a OR "b c") w/5 d*'],
      ["O'Brien -kind:Orders", '"O Brien" AND NOT kind:order'],
      ["bates:DHS-000123-000200", "bates:DHS-123..DHS-200"],
      ["amount:USD:>1000", "amount:>1000USD"],
      ["confidence:{10 TO 80}", "confidence:{10 TO 80}"],
      ["exemption:b7c", "exemption:(b)(7)(C)"],
      ["lang:Spanish", "language:spa"],
      ["=custody", '"custody"'],
      ["/a/i", "/a/"],
    ];
    expect(writeQuery(parsed(`(a${" w/1 a".repeat(20)}) w/1 b`).node)).toBe(`(a${" w/1 a".repeat(20)}) w/1 b`);
    for (const [source, written] of spellings) expect(writeQuery(parsed(source).node)).toBe(written);
  });
});

describe("writeFilter", () => {
  it("writes what reads back to the same condition", () => {
    fc.assert(
      fc.property(condition, (one) => {
        const written = writeFilter(one);
        expect(parseFilter(written), written).toEqual({ kind: "ok", value: one });
      }),
      { numRuns: 1500 },
    );
  });
});
