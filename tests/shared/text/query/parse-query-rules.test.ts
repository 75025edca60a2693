import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "#shared/text/query/parse-query.ts";
import type { QueryNode } from "#shared/text/query/query-node.ts";
import { writeQuery } from "#shared/text/query/write-query.ts";
import { compact, parsed, withoutPlaces } from "./compact-tree.ts";

function problem(source: string) {
  const result = parseQuery(source);
  return result.kind === "failure" ? result.failure : null;
}

describe("parseQuery", () => {
  const pieces = fc.oneof(
    fc.constantFrom(
      "AND",
      "or",
      "not",
      "NOT",
      "(",
      ")",
      '"',
      "“",
      "*",
      "?",
      "a",
      "b*",
      "O'B",
      " ",
      " ",
      " ",
      "§",
      "\ud83d",
    ),
    fc.constantFrom(
      "w/5",
      "pre/3",
      "NEAR(",
      "=",
      "~1",
      "~",
      "/",
      "-",
      "+",
      "!",
      "\\",
      "^2",
      "page:(",
      "kind:",
      "date:",
    ),
    fc.constantFrom(
      "order",
      "2025",
      "..",
      "[",
      " TO ",
      "]",
      ">=",
      "bates:",
      "amount:",
      "USD",
      "exemption:",
      "(b)",
      "é",
      "tag:",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  const sources = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(""));

  it("answers every string, with rules kept and places inside it", () => {
    let read = 0;
    fc.assert(
      fc.property(sources, (source) => {
        const result = parseQuery(source);
        if (result.kind === "ok") {
          read += 1;
          const { node } = result.value;
          requireRules(node, null, source.length);
          const written = writeQuery(node);
          expect(withoutPlaces(parsed(written).node), written).toEqual(withoutPlaces(node));
          for (const { at, message } of result.value.notices) {
            expect(message).not.toBe("");
            expect(at.start < at.end && at.start >= 0 && at.end <= source.length).toBe(true);
          }
        } else {
          expect(result.failure.message).not.toBe("");
          expect(result.failure.offset).toBeGreaterThanOrEqual(0);
          expect(result.failure.offset).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it("survives what is long", () => {
    expect(problem("(".repeat(100_000))?.message).toMatch(/deeper/);
    expect(problem(`a${" w/1 a".repeat(50_000)}`)?.message).toMatch(/in a row/);
    expect(compact(parsed(`${"NOT ".repeat(100_000)}a`).node)).toBe("a");
    const { node } = parsed("a OR b ".repeat(10_000));
    expect(node.kind === "or" ? node.nodes.length : 0).toBe(10_001);
  });
});

function requireRules(node: QueryNode, parent: QueryNode | null, length: number, isInPage = false): void {
  expect(node.at.start).toBeGreaterThanOrEqual(0);
  expect(node.at.end).toBeLessThanOrEqual(length);
  expect(node.at.start).toBeLessThan(node.at.end);
  const isNear = parent?.kind === "near" || parent?.kind === "not-near";
  if (isNear)
    expect(node.kind).toMatch(
      parent.kind === "near" ? /^(word|phrase|or|and|near|not-near)$/ : /^(word|phrase|or|near|not-near)$/,
    );
  switch (node.kind) {
    case "word":
      if (node.word.kind === "wildcard") expect(node.word.pattern).toMatch(/[^*?]/u);
      return;
    case "phrase":
      expect(node.words.length).toBeGreaterThan(1);
      for (const word of node.words) {
        if (word.word.kind === "word") expect(word.word.forms).toBe(false);
        requireRules(word, node, length);
      }
      return;
    case "and":
    case "or":
      expect(node.nodes.length).toBeGreaterThan(1);
      expect(node.kind).not.toBe(parent?.kind);
      expect(node.nodes.every(({ kind }) => kind === "not")).toBe(false);
      for (const member of node.nodes) {
        if (node.kind === "or") expect(member.kind).not.toBe("not");
        if (isNear) expect(member.kind).toMatch(/^(word|phrase|or|near|not-near)$/);
        requireRules(member, node, length, isInPage);
      }
      return;
    case "not":
      expect(parent?.kind).toBe("and");
      expect(node.node.kind).not.toBe("not");
      requireRules(node.node, node, length, isInPage);
      return;
    case "near":
    case "not-near":
      expect(node.left.kind === "and" && node.right.kind === "and").toBe(false);
      requireRules(node.left, node, length);
      requireRules(node.right, node, length);
      return;
    case "page":
      expect(isInPage).toBe(false);
      requireRules(node.node, node, length, true);
      return;
    case "regex":
    case "field":
      return;
  }
}
