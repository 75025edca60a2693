import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MergePlan, MergeSide, PlacedPassage } from "#core/exchange/merge-state.ts";
import { placeKey } from "#core/exchange/merge-state.ts";
import { noteParts, textParts } from "#core/exchange/note-parts.ts";
import { planMerge } from "#core/exchange/plan-merge.ts";
import type { DocumentId, PassageId, PassageLinkId, TagId } from "#shared/base/ids.ts";
import type { Contribution } from "#shared/model/exchange.ts";
import { type Passage, REVIEW_MARKS, type ReviewMark } from "#shared/model/passage.ts";
import { pathKey } from "#shared/text/tag-path.ts";
import { createTestIds } from "../../../support/test-program.ts";

const DOCUMENT = "doc_000000000001" as DocumentId;
const EMPTY: MergeSide = { tags: [], passages: [], links: [] };
const KEEP_BOTH = { made: new Map(), otherwise: "both" } as const;

/** What one person says of a place, by small numbers so that two people meet often. */
const passageArbitrary = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  start: fc.integer({ min: 0, max: 4 }),
  tags: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  marks: fc.subarray([...REVIEW_MARKS]),
  note: fc.constantFrom(
    "",
    "One.",
    "Two.",
    "One.\n\n---\n\nTwo.",
    "**Ana:** Three.",
    "**Important:** read this",
    "---",
  ),
});
const personArbitrary = (author: string) =>
  fc.record({
    author: fc.constant(author),
    tags: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 4 }),
        name: fc.constantFrom("Payment", "payment", "Payment › Amount", "Custody", "Notice"),
        description: fc.constantFrom("", "What was paid.", "Who held them."),
      }),
      { maxLength: 4, selector: (tag) => tag.id },
    ),
    passages: fc.uniqueArray(passageArbitrary, { maxLength: 5, selector: (passage) => passage.id }),
    links: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 4,
      selector: ([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`,
    }),
  });
interface Person {
  readonly author: string;
  readonly tags: readonly { readonly id: number; readonly name: string; readonly description: string }[];
  readonly passages: readonly {
    readonly id: number;
    readonly start: number;
    readonly tags: readonly number[];
    readonly marks: readonly ReviewMark[];
    readonly note: string;
  }[];
  readonly links: readonly (readonly [number, number])[];
}

const idOf = <Id extends string>(prefix: string, number: number) =>
  `${prefix}_${String(number).padStart(12, "0")}` as Id;

function contributionOf({ author, tags, passages, links }: Person): Contribution {
  const at = "2026-03-01T09:30:00.000Z";
  const known = new Set(tags.map((tag) => tag.id));
  const written = new Set(passages.map((passage) => passage.id));
  const linked = links.filter(([one, other]) => one !== other && written.has(one) && written.has(other));
  return {
    format: "probative-contribution",
    version: 1,
    program: "probative",
    caseTitle: "Specimen",
    author,
    exportedAt: at,
    documents: [],
    tags: tags.map((tag, position) => ({
      tagId: idOf<TagId>("tag", tag.id),
      name: tag.name,
      color: "teal",
      key: 1,
      description: tag.description,
      examples: "",
      archived: false,
      position,
    })),
    passages: passages.map(({ id, start, tags: own, marks, note }) => ({
      passageId: idOf<PassageId>("pas", id),
      sha256: "0".repeat(64),
      quote: `words at ${start}`,
      prefix: "",
      suffix: "",
      ranges: [{ page: 1, start, end: start + 10, label: null }],
      region: null,
      tags: own.filter((tag) => known.has(tag)).map((tag) => idOf<TagId>("tag", tag)),
      marks,
      note,
      origin: null,
      author,
      createdAt: at,
      updatedAt: at,
      state: "anchored",
    })),
    links: linked.map(([one, other], index) => ({
      linkId: idOf<PassageLinkId>("lnk", index + 1),
      from: idOf<PassageId>("pas", one),
      to: idOf<PassageId>("pas", other),
      relation: "contradicts",
      reason: `as ${author} sees it`,
      author,
      createdAt: at,
    })),
    digest: "0".repeat(64),
  };
}

function placesOf(contribution: Contribution): ReadonlyMap<PassageId, PlacedPassage> {
  return new Map(
    contribution.passages.map(({ passageId, quote, prefix, suffix, ranges, region, state }) => [
      passageId,
      {
        documentId: DOCUMENT,
        where: "",
        quote,
        prefix,
        suffix,
        region,
        state,
        ranges: ranges.map((range) => ({ ...range, addresses: [], quads: [] })),
      },
    ]),
  );
}

const ids = createTestIds(1_000_000);

function plan(side: MergeSide, contribution: Contribution, decisions = KEEP_BOTH) {
  return planMerge(side, contribution, placesOf(contribution), decisions, ids);
}

function patch<Value>(before: readonly Value[], added: readonly Value[], changed: readonly Value[], id: keyof Value) {
  const now = new Map(changed.map((value) => [value[id], value]));
  return [...before.map((value) => now.get(value[id]) ?? value), ...added];
}

function apply(side: MergeSide, done: MergePlan): MergeSide {
  return {
    tags: patch(side.tags, done.addedTags, done.changedTags, "tagId"),
    passages: patch(side.passages, done.addedPassages, done.changedPassages, "passageId"),
    links: patch(side.links, done.addedLinks, done.changedLinks, "linkId"),
  };
}

function merge(side: MergeSide, person: Person): MergeSide {
  return apply(side, plan(side, contributionOf(person)));
}

/** Everything that is said, without identifiers, as a set of lines. */
function statementsOf({ tags, passages, links }: MergeSide): ReadonlySet<string> {
  const names = new Map(tags.map((tag) => [tag.tagId, pathKey(tag.name)]));
  const place = new Map(passages.map((passage) => [passage.passageId, placeKey(passage)]));
  const said = (passage: Passage) => [
    `passage ${placeKey(passage)}`,
    ...passage.tagIds.map((tag) => `tag ${placeKey(passage)} ${names.get(tag)}`),
    ...passage.marks.map((mark) => `mark ${placeKey(passage)} ${mark}`),
    ...noteParts(passage.note, passage.author).map((part) => `note ${placeKey(passage)} ${JSON.stringify(part)}`),
  ];
  return new Set([
    ...tags.flatMap((tag) => [
      `tag ${pathKey(tag.name)}`,
      ...textParts(tag.description).map((text) => `about ${pathKey(tag.name)} ${text}`),
    ]),
    ...passages.flatMap(said),
    ...links.flatMap((link) => {
      const ends = [place.get(link.from), place.get(link.to)].toSorted().join(" ");
      return noteParts(link.reason, link.author).map((part) => `link ${ends} ${JSON.stringify(part)}`);
    }),
  ]);
}

/** What a contribution says by itself; a link between two passages of one place says nothing. */
function ownStatements(person: Person): ReadonlySet<string> {
  const contribution = contributionOf(person);
  const places = placesOf(contribution);
  const side: MergeSide = {
    tags: contribution.tags.map((tag) => ({ ...tag, passages: 0 })),
    passages: contribution.passages.map(({ tags, sha256: _, ...passage }) => {
      const { where: __, ...placed } = places.get(passage.passageId) ?? expect.unreachable();
      return { ...passage, ...placed, tagIds: tags };
    }),
    links: contribution.links,
  };
  const key = (id: PassageId) => JSON.stringify(places.get(id)?.ranges);
  return statementsOf({ ...side, links: side.links.filter((link) => key(link.from) !== key(link.to)) });
}

describe("merging contributions", () => {
  it("in any order says the same, twice changes nothing, and loses nothing", () => {
    fc.assert(
      fc.property(
        personArbitrary("Me"),
        personArbitrary("Ana"),
        personArbitrary("Ben"),
        fc.boolean(),
        (me, ana, ben, isEmpty) => {
          const base = isEmpty ? EMPTY : merge(EMPTY, me);
          const first = merge(merge(base, ana), ben);
          const second = merge(merge(base, ben), ana);
          const said = statementsOf(first);
          expect(statementsOf(second)).toEqual(said);
          for (const person of [ana, ben]) {
            expect([...ownStatements(person)].filter((statement) => !said.has(statement))).toEqual([]);
          }
          expect([...statementsOf(base)].filter((statement) => !said.has(statement))).toEqual([]);
          for (const person of [ana, ben]) {
            const again = plan(first, contributionOf(person));
            expect([...again.addedTags, ...again.addedPassages, ...again.addedLinks]).toEqual([]);
            expect([...again.changedTags, ...again.changedPassages, ...again.changedLinks]).toEqual([]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("keeps what is here whatever is decided", () => {
    const choice = fc.constantFrom("both" as const, "ours" as const, "theirs" as const);
    fc.assert(
      fc.property(personArbitrary("Me"), personArbitrary("Ana"), choice, (me, ana, otherwise) => {
        const base = merge(EMPTY, me);
        const merged = apply(base, plan(base, contributionOf(ana), { made: new Map(), otherwise } as never));
        expect(merged.tags.length).toBeGreaterThanOrEqual(base.tags.length);
        expect(new Set(merged.tags.map((tag) => pathKey(tag.name))).size).toBe(merged.tags.length);
        for (const passage of base.passages) {
          const now = merged.passages.find((other) => other.passageId === passage.passageId);
          expect(now?.tagIds).toEqual(expect.arrayContaining([...passage.tagIds]));
          expect(now?.marks).toEqual(expect.arrayContaining([...passage.marks]));
        }
        for (const link of base.links) expect(merged.links.map((other) => other.linkId)).toContain(link.linkId);
      }),
      { numRuns: 300 },
    );
  });
});

const PERSON: Person = { author: "Ana", tags: [], passages: [], links: [] };
const NOTED = { id: 1, start: 0, tags: [1], marks: [], note: "Paid in March." } as const;

describe("conflicts of a merge", () => {
  const mine: Person = {
    ...PERSON,
    author: "Me",
    tags: [{ id: 1, name: "Payment", description: "What was paid." }],
    passages: [{ ...NOTED, tags: [1], marks: [], note: "Paid in May." }],
  };
  const theirs: Person = {
    ...PERSON,
    tags: [{ id: 1, name: "Notice", description: "" }],
    passages: [{ ...NOTED, tags: [1], marks: [], start: 2 }],
  };

  it("are named, with what both say and what will be done", () => {
    const base = merge(EMPTY, mine);
    const { conflicts } = plan(base, contributionOf(theirs));
    expect(conflicts.map(({ id, ours, theirs: other, choice }) => [id, ours, other, choice])).toEqual([
      ["tag-name:tag_000000000001", "Payment", "Notice", "both"],
      ["extent:pas_000000000001", "words at 0", "words at 2", "both"],
    ]);
  });

  it("are decided one by one", () => {
    const base = merge(EMPTY, mine);
    const made = new Map([
      ["tag-name:tag_000000000001", "theirs"],
      ["extent:pas_000000000001", "theirs"],
      ["note:pas_000000000001", "ours"],
    ] as const);
    const merged = apply(base, plan(base, contributionOf(theirs), { made, otherwise: "both" } as never));
    expect(merged.tags.map((tag) => tag.name)).toEqual(["Notice"]);
    expect(merged.passages.map(({ quote, note }) => [quote, note])).toEqual([["words at 2", "Paid in May."]]);
  });

  it("leave both notes, each with its author", () => {
    const base = merge(EMPTY, mine);
    const same: Person = { ...theirs, passages: [{ ...NOTED, tags: [], marks: ["hot"] }] };
    const merged = apply(base, plan(base, contributionOf(same)));
    expect(merged.passages).toMatchObject([
      { note: "Paid in May.\n\n---\n\n**Ana:** Paid in March.", marks: ["hot"], author: "Me" },
    ]);
  });
});
