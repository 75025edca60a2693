import type { ResolvedNode } from "#shared/text/query/resolved-query.ts";
import type { Attempt } from "./attempt.ts";
import { buildPlaces, type Placed } from "./build-places.ts";
import type { FieldMatches } from "./evaluation.ts";
import { collectField, fieldDocuments, hasFieldOnPage } from "./field-atom.ts";
import type { HitCollector, PageRange } from "./hit-collector.ts";
import { addSet, createSet, has, keepCommon, type NumberSet } from "./number-set.ts";
import { ALL_PAGES, type PageMasks, pagesOfWord, UNKNOWN_PAGES } from "./page-masks.ts";
import type { Stretch } from "./place-nodes.ts";
import { RequiredPages } from "./required-pages.ts";
import type { WordUnion } from "./word-union.ts";

/** Whether a part of `page( )` holds on a page: not known before its regular expressions were run. */
export type Holds = "no" | "yes" | "unknown";

/** A part of what stands in `page( )`. It is asked about one page after the other. */
export interface PageExpression {
  /** Documents one of whose pages may match; null where any may. */
  candidates(): NumberSet | null;
  /** Words one of which stands on every page that matches; null where there are none. */
  readonly pilots: readonly WordUnion[] | null;
  /** Where it may hold and where it does, of a document of no more than `PAGE_BITS` pages; documents in ascending order. */
  masks(number: number): PageMasks;
  /**
   * Whether it holds on the page.
   *
   * @param isRun whether the regular expressions were run: then the answer is never "unknown"
   */
  test(number: number, page: number, isRun: boolean): Holds;
  /** Gathers what gave the last answer, when that was "yes". */
  collect(number: number, page: number, collector: HitCollector): void;
  readonly placed: readonly Placed[];
  /** Whether all that it can gather are places of words. */
  readonly isWordsOnly: boolean;
  /** Its regular expressions. */
  readonly patterns: readonly string[];
}

/**
 * Builds the parts of what stands in `page( )`.
 *
 * @param emit gathers the used places of a part
 */
export function buildPageExpression(
  node: ResolvedNode,
  stretch: Stretch,
  attempt: Attempt,
  emit: (placed: Placed, number: number, collector: HitCollector) => void,
): PageExpression {
  const build = (child: ResolvedNode): PageExpression => buildPageExpression(child, stretch, attempt, emit);
  switch (node.kind) {
    case "and": {
      const negative = node.nodes.flatMap((member) => (member.kind === "not" ? [build(member.node)] : []));
      return andOnPage(node.nodes.filter((member) => member.kind !== "not").map(build), negative);
    }
    case "or":
      return orOnPage(node.nodes.map(build), attempt.limit);
    case "regex":
      return patternOnPage(node.pattern, attempt);
    case "field":
      return fieldOnPage(attempt.sources.field(node.condition), attempt);
    case "word":
    case "phrase":
    case "near":
    case "not-near": {
      const placed = buildPlaces(node, stretch, attempt);
      return {
        masks: masksOf(node, placed),
        candidates: placed.candidates,
        pilots: placed.pilots,
        test: () => (placed.node.touch() ? "yes" : "no"),
        collect: (number, _page, collector) => emit(placed, number, collector),
        placed: [placed],
        isWordsOnly: true,
        patterns: [],
      };
    }
    case "not":
    case "page":
      throw new Error(`"${node.kind}" cannot stand here in page( ).`);
  }
}

function andOnPage(positive: readonly PageExpression[], negative: readonly PageExpression[]): PageExpression {
  return {
    candidates: () => {
      const sets = positive.flatMap((member) => member.candidates() ?? []);
      const [first, ...others] = sets;
      if (first === undefined) return null;
      for (const set of others) keepCommon(first, set);
      return first;
    },
    pilots: rarestPilots(positive),
    masks: (number) => {
      let may = ALL_PAGES;
      let does = ALL_PAGES;
      for (const member of positive) {
        const masks = member.masks(number);
        may &= masks.may;
        does &= masks.does;
        if (may === 0) return { may, does };
      }
      for (const member of negative) {
        const masks = member.masks(number);
        may &= ~masks.does;
        does &= ~masks.may;
      }
      return { may, does };
    },
    test: (number, page, isRun) => {
      let holds: Holds = "yes";
      for (const member of positive) {
        const answer = member.test(number, page, isRun);
        if (answer === "no") return "no";
        if (answer === "unknown") holds = "unknown";
      }
      for (const member of negative) {
        const answer = member.test(number, page, isRun);
        if (answer === "yes") return "no";
        if (answer === "unknown") holds = "unknown";
      }
      return holds;
    },
    collect: (number, page, collector) => {
      for (const member of positive) member.collect(number, page, collector);
    },
    ...allOf(positive, negative),
  };
}

function orOnPage(members: readonly PageExpression[], limit: number): PageExpression {
  const answers: Holds[] = members.map(() => "no");
  return {
    candidates: () => {
      const union = createSet(limit);
      for (const member of members) {
        const set = member.candidates();
        if (set === null) return null;
        addSet(union, set);
      }
      return union;
    },
    masks: (number) => {
      let may = 0;
      let does = 0;
      for (const member of members) {
        const masks = member.masks(number);
        may |= masks.may;
        does |= masks.does;
      }
      return { may, does };
    },
    pilots: members.some(({ pilots }) => pilots === null) ? null : members.flatMap(({ pilots }) => pilots ?? []),
    test: (number, page, isRun) => {
      // Each is asked, for each has hits of its own to give.
      members.forEach((member, index) => {
        answers[index] = member.test(number, page, isRun);
      });
      if (answers.includes("yes")) return "yes";
      return answers.includes("unknown") ? "unknown" : "no";
    },
    collect: (number, page, collector) => {
      members.forEach((member, index) => {
        if (answers[index] === "yes") member.collect(number, page, collector);
      });
    },
    ...allOf(members, []),
  };
}

function patternOnPage(pattern: string, attempt: Attempt): PageExpression {
  const required = new RequiredPages(pattern, attempt);
  /** The document that was asked about last, and its pages that may match. */
  let asked = -1;
  let flags: Uint8Array | null = null;
  const find = (number: number, page: number): PageRange[] => {
    const ranges: PageRange[] = [];
    attempt.patterns.collect(pattern, number, page, attempt, ranges);
    return ranges;
  };
  return {
    candidates: () => required.documents(),
    pilots: null,
    masks: () => UNKNOWN_PAGES,
    test: (number, page, isRun) => {
      if (!isRun) {
        if (number !== asked) flags = required.flags(number);
        asked = number;
        return flags === null || flags[page] === 1 ? "unknown" : "no";
      }
      return find(number, page).length > 0 ? "yes" : "no";
    },
    collect: (number, page, collector) => collector.patterns.push(...find(number, page)),
    placed: [],
    isWordsOnly: false,
    patterns: [pattern],
  };
}

function fieldOnPage(matches: FieldMatches, attempt: Attempt): PageExpression {
  const documents = fieldDocuments(matches, attempt.limit);
  return {
    candidates: () => documents.slice(),
    pilots: null,
    masks: () => UNKNOWN_PAGES,
    test: (number, page) => {
      const holds = matches.scope === "page" ? hasFieldOnPage(matches.places, number, page) : has(documents, number);
      return holds ? "yes" : "no";
    },
    collect: (number, page, collector) => {
      if (matches.scope === "page") collectField(matches.places, number, page, collector.fields);
    },
    placed: [],
    isWordsOnly: false,
    patterns: [],
  };
}

/** A word stands where its bits say; anything larger only where one of the words does that stand on each of its pages. */
function masksOf(node: ResolvedNode, { unions, pilots }: Placed): (number: number) => PageMasks {
  const [union] = unions;
  if (node.kind === "word" && union !== undefined) {
    const pagesOf = pagesOfWord(union);
    return (number) => {
      const mask = pagesOf(number);
      return mask === ALL_PAGES ? UNKNOWN_PAGES : { may: mask, does: mask };
    };
  }
  const ofPilots = pilots.map(pagesOfWord);
  return (number) => ({ may: ofPilots.reduce((mask, pagesOf) => mask | pagesOf(number), 0), does: 0 });
}

/** Of parts that all have to hold, those words that leave the fewest pages to look at. */
function rarestPilots(members: readonly PageExpression[]): readonly WordUnion[] | null {
  let best: readonly WordUnion[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { pilots } of members) {
    if (pilots === null) continue;
    const weight = pilots.reduce((sum, pilot) => sum + pilot.weight, 0);
    if (weight >= least) continue;
    best = pilots;
    least = weight;
  }
  return best;
}

function allOf(
  shown: readonly PageExpression[],
  others: readonly PageExpression[],
): Pick<PageExpression, "placed" | "isWordsOnly" | "patterns"> {
  const all = [...shown, ...others];
  return {
    placed: all.flatMap(({ placed }) => placed),
    isWordsOnly: shown.every(({ isWordsOnly }) => isWordsOnly),
    patterns: all.flatMap(({ patterns }) => patterns),
  };
}
