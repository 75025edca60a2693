import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TermPlaces } from "#core/ports/word-index.ts";
import { addAll, createSet } from "#core/search/evaluate/number-set.ts";
import { PhrasePlaces } from "#core/search/evaluate/phrase-places.ts";
import { type Stretch, WordPlaces } from "#core/search/evaluate/place-nodes.ts";
import { WordUnion } from "#core/search/evaluate/word-union.ts";

const DOCUMENTS = 90;

/** Positions by document. */
type Rows = readonly (readonly number[])[];

function termOf(rows: Rows): TermPlaces {
  const numbers = Int32Array.from(rows.flatMap((positions, number) => (positions.length > 0 ? [number] : [])));
  return {
    numbers,
    hits: Uint32Array.from(numbers, (number) => rows[number]?.length ?? 0),
    pages: new Uint32Array(numbers.length).fill(1),
    pageBits: new Uint32Array(numbers.length).fill(1),
    hasNeighbours: false,
    readBeside: () => false,
    isShared: new Uint8Array(numbers.length),
    positions: (index) => Int32Array.from(rows[numbers[index] ?? 0] ?? []),
    readPositions: (index, into) => {
      into.items = Int32Array.from(rows[numbers[index] ?? 0] ?? []);
      into.length = into.items.length;
    },
  };
}

const positions = fc.uniqueArray(fc.nat(40), { maxLength: 5 }).map((found) => found.sort((one, other) => one - other));
const term = fc.array(positions, { minLength: DOCUMENTS, maxLength: DOCUMENTS });

describe("the places of several terms", () => {
  test("are those of each, whether they are looked for or listed beforehand", () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(DOCUMENTS - 1)), (terms, asked) => {
        const all = createSet(DOCUMENTS);
        addAll(
          all,
          Int32Array.from({ length: DOCUMENTS }, (_, number) => number),
        );
        const sought = new WordUnion(terms.map(termOf));
        const listed = new WordUnion(terms.map(termOf));
        listed.prepare(all);
        for (const number of [...asked, ...asked.toSorted((one, other) => one - other)]) {
          const expected = [...new Set(terms.flatMap((rows) => rows[number] ?? []))].sort((one, other) => one - other);
          for (const union of [sought, listed]) {
            union.load(number);
            expect([...union.items.subarray(0, union.length)]).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the places of a phrase", () => {
  test("are found in many documents one after the other", () => {
    // More documents than there are marks, which are then used again.
    const documents = 700;
    const rows = (seed: number): Rows =>
      Array.from({ length: documents }, (_, number) =>
        Array.from({ length: 30 }, (_, at) => at).filter(
          (at) => (at * 7 + number * seed + ((at * number) % 5)) % 3 === 0,
        ),
      );
    const [first, second, third] = [rows(1), rows(2), rows(4)];
    const stretch: Stretch = { number: 0, isPage: false, bodyFrom: 0, bodyTo: 0, furnitureFrom: 0, furnitureTo: 0 };
    const words = [first, second, third].map((own) => new WordPlaces(new WordUnion([termOf(own)]), stretch));
    const units = words.map(({ union }, offset) => ({ union, offset, words: 1 }));
    const phrase = new PhrasePlaces(words, units, stretch);
    for (let number = 0; number < documents; number += 1) {
      stretch.number = number;
      phrase.find();
      const expected = (first[number] ?? []).filter(
        (at) => second[number]?.includes(at + 1) === true && third[number]?.includes(at + 2) === true,
      );
      expect([...phrase.starts.subarray(0, phrase.count)]).toEqual(expected);
      expect([...phrase.ends.subarray(0, phrase.count)]).toEqual(expected.map((at) => at + 2));
    }
  });
});
