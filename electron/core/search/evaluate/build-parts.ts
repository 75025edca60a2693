import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { Attempt } from "./attempt.ts";
import { fieldAtom } from "./field-atom.ts";
import { addSet, createSet, keepCommon, type NumberSet, removeSet } from "./number-set.ts";
import { pageAtom } from "./page-atom.ts";
import type { AndPart, Part } from "./part.ts";
import { patternAtom } from "./pattern-atom.ts";
import { placesAtom } from "./places-atom.ts";
import { wordAtom } from "./word-atom.ts";

/**
 * Makes of a search the parts that decide on documents.
 *
 * @param isAlone whether the node is the whole search
 */
export function buildParts(node: ResolvedNode, attempt: Attempt, isAlone = true): Part {
  switch (node.kind) {
    case "word":
      return wordAtom(node, attempt);
    case "phrase":
    case "near":
    case "not-near":
      return placesAtom(node, attempt, isAlone);
    case "regex":
      return patternAtom(node.pattern, attempt);
    case "field":
      return fieldAtom(node.condition, attempt);
    case "page":
      return pageAtom(node.node, attempt);
    case "and": {
      const positive = node.nodes
        .filter((member) => member.kind !== "not")
        .map((member) => buildParts(member, attempt, false));
      const negative = node.nodes.flatMap((member) =>
        member.kind === "not" ? [buildParts(member.node, attempt, false)] : [],
      );
      const cost = dearest([...positive, ...negative]);
      return { kind: "and", cost, positive, negative, matched: createSet(attempt.limit) };
    }
    case "or": {
      const members = node.nodes.map((member) => buildParts(member, attempt, false));
      return { kind: "or", cost: dearest(members), members };
    }
    case "not":
      throw new Error('"not" stands only in "and".');
  }
}

/**
 * Decides on documents, what is cheap first, so that what is dear has fewer to look at.
 *
 * @returns a set of its own: those of `allowed` that match
 */
export async function evaluatePart(part: Part, allowed: NumberSet): Promise<NumberSet> {
  switch (part.kind) {
    case "atom":
      return part.evaluate(allowed);
    case "or": {
      const matched = new Uint32Array(allowed.length);
      for (const member of part.members) addSet(matched, await evaluatePart(member, allowed));
      return matched;
    }
    case "and":
      return evaluateAnd(part, allowed);
  }
}

async function evaluateAnd(part: AndPart, allowed: NumberSet): Promise<NumberSet> {
  let left: NumberSet = allowed.slice();
  for (const member of part.positive) {
    const candidates = candidatesOf(member);
    if (candidates !== null) keepCommon(left, candidates);
  }
  const steps = [
    ...part.positive.map((member) => ({ member, isPositive: true })),
    ...part.negative.map((member) => ({ member, isPositive: false })),
  ].sort((one, other) => one.member.cost - other.member.cost);
  for (const { member, isPositive } of steps) {
    const matched = await evaluatePart(member, left);
    if (isPositive) left = matched;
    else removeSet(left, matched);
  }
  part.matched = left.slice();
  return left;
}

/** Documents that may match a part; null where any may. */
function candidatesOf(part: Part): NumberSet | null {
  switch (part.kind) {
    case "atom":
      return part.candidates();
    case "or": {
      let union: NumberSet | null = null;
      for (const member of part.members) {
        const set = candidatesOf(member);
        if (set === null) return null;
        if (union === null) union = set;
        else addSet(union, set);
      }
      return union;
    }
    case "and": {
      let common: NumberSet | null = null;
      for (const member of part.positive) {
        const set = candidatesOf(member);
        if (set === null) continue;
        if (common === null) common = set;
        else keepCommon(common, set);
      }
      return common;
    }
  }
}

function dearest(parts: readonly Part[]): number {
  return parts.reduce((most, { cost }) => Math.max(most, cost), 0);
}
