import type { ResolvedNode, ResolvedWord } from "#shared/text/query/resolved-query.ts";
import { type Attempt, documentsOf, openTerms } from "./attempt.ts";
import { NearPlaces, NotNearPlaces } from "./near-nodes.ts";
import { addSet, createSet, keepCommon, type NumberSet } from "./number-set.ts";
import { PhrasePlaces } from "./phrase-places.ts";
import { planPhrase } from "./phrase-units.ts";
import { OrPlaces, type PlaceNode, type Stretch, WordPlaces } from "./place-nodes.ts";
import { WordUnion } from "./word-union.ts";

/** A part of a search that stands at places, over all documents. */
export interface Placed {
  readonly node: PlaceNode;
  /** Every word that is read for it. */
  readonly unions: readonly WordUnion[];
  /** Every term in what may be shown. */
  readonly terms: readonly string[];
  /** Documents that may have a place: none other has. */
  readonly candidates: () => NumberSet;
  /** Words one of which stands on every page with a place. */
  readonly pilots: readonly WordUnion[];
}

/** Joins the terms of words that are met at one place. */
function openWords(words: readonly ResolvedWord[], attempt: Attempt): WordUnion {
  return new WordUnion(
    openTerms(
      words.flatMap((word) => word.terms),
      attempt,
    ),
  );
}

/** Builds what finds the places of a word, phrase, group of them or proximity. */
export function buildPlaces(node: ResolvedNode, stretch: Stretch, attempt: Attempt): Placed {
  const build = (child: ResolvedNode): Placed => buildPlaces(child, stretch, attempt);
  switch (node.kind) {
    case "word":
      return placeWords([node], stretch, attempt);
    case "phrase": {
      const words = node.words.map((word) => placeWords([word], stretch, attempt));
      const units = planPhrase(node.words, attempt);
      const unions = units.map(({ union }) => union);
      return {
        node: new PhrasePlaces(
          words.map((word) => word.node),
          units,
          stretch,
        ),
        unions,
        terms: words.flatMap(({ terms }) => terms),
        candidates: () => commonDocuments(unions, attempt),
        pilots: [rarest(unions)],
      };
    }
    case "or": {
      const words = node.nodes.filter((member) => member.kind === "word");
      // Many words at one place are read at once, as the forms of one word are.
      if (words.length === node.nodes.length) return placeWords(words, stretch, attempt);
      const members = node.nodes.map(build);
      return {
        ...joined(members),
        node: new OrPlaces(members.map((member) => member.node)),
        candidates: () => union(members, attempt.limit),
        pilots: members.flatMap((member) => member.pilots),
      };
    }
    case "near": {
      const isLeftPivot = node.left.kind !== "and";
      const pivot = build(isLeftPivot ? node.left : node.right);
      const side = isLeftPivot ? node.right : node.left;
      const members = (side.kind === "and" ? side.nodes : [side]).map(build);
      const all = [pivot, ...members];
      const nearness = {
        distance: node.distance,
        after: !node.ordered || isLeftPivot,
        before: !node.ordered || !isLeftPivot,
      };
      return {
        ...joined(all),
        node: new NearPlaces(
          pivot.node,
          members.map((member) => member.node),
          nearness,
          stretch,
        ),
        candidates: () => intersection(all),
        pilots: pivot.pilots,
      };
    }
    case "not-near": {
      const kept = build(node.left);
      const avoided = build(node.right);
      return {
        node: new NotNearPlaces(kept.node, avoided.node, {
          distance: node.distance,
          after: true,
          before: !node.ordered,
        }),
        unions: [...kept.unions, ...avoided.unions],
        terms: kept.terms,
        candidates: kept.candidates,
        pilots: kept.pilots,
      };
    }
    case "and":
    case "not":
    case "page":
    case "field":
    case "regex":
      throw new Error(`A search cannot have "${node.kind}" at a place in a document.`);
  }
}

function placeWords(
  words: readonly ResolvedWord[],
  stretch: Stretch,
  attempt: Attempt,
): Placed & { readonly node: WordPlaces } {
  const opened = openWords(words, attempt);
  let documents: NumberSet | null = null;
  return {
    node: new WordPlaces(opened, stretch),
    unions: [opened],
    terms: words.flatMap((word) => word.terms.map(({ term }) => term)),
    candidates: () => {
      documents ??= documentsOf(opened, attempt);
      return documents.slice();
    },
    pilots: [opened],
  };
}

function joined(parts: readonly Placed[]): Pick<Placed, "unions" | "terms"> {
  return { unions: parts.flatMap((part) => part.unions), terms: parts.flatMap((part) => part.terms) };
}

function commonDocuments([first, ...others]: readonly WordUnion[], attempt: Attempt): NumberSet {
  const set = first === undefined ? createSet(0) : documentsOf(first, attempt);
  for (const other of others) keepCommon(set, documentsOf(other, attempt));
  return set;
}

function rarest(unions: readonly WordUnion[]): WordUnion {
  return unions.reduce((best, next) => (next.weight < best.weight ? next : best));
}

function intersection(parts: readonly Placed[]): NumberSet {
  const [first, ...rest] = parts;
  const set = first?.candidates() ?? createSet(0);
  for (const part of rest) keepCommon(set, part.candidates());
  return set;
}

function union(parts: readonly Placed[], limit: number): NumberSet {
  const set = createSet(limit);
  for (const part of parts) addSet(set, part.candidates());
  return set;
}
