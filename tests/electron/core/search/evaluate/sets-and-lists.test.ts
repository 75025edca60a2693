import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meet } from "#core/search/evaluate/meet-numbers.ts";
import {
  add,
  addAll,
  addSet,
  countSet,
  createSet,
  has,
  keepCommon,
  listSet,
  removeSet,
} from "#core/search/evaluate/number-set.ts";
import {
  markFollowed,
  markFollowedByChosen,
  markFollowing,
  markMutual,
  type Places,
} from "#core/search/evaluate/reach.ts";
import { SpanList } from "#core/search/evaluate/span-list.ts";

const ascending = (max: number, maxLength: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(fc.nat(max), { maxLength }).map((numbers) => numbers.sort((one, other) => one - other));

describe("sets of numbers", () => {
  test("do what sets do", () => {
    fc.assert(
      fc.property(ascending(200, 60), ascending(200, 60), (one, other) => {
        const fill = (numbers: readonly number[]) => {
          const set = createSet(201);
          addAll(set, Int32Array.from(numbers));
          return set;
        };
        const right = new Set(other);
        const apply = (change: typeof keepCommon) => {
          const set = fill(one);
          change(set, fill(other));
          return listSet(set);
        };
        const sorted = (set: ReadonlySet<number>) => Int32Array.from([...set].sort((a, b) => a - b));
        expect(apply(keepCommon)).toEqual(Int32Array.from(one.filter((number) => right.has(number))));
        expect(apply(addSet)).toEqual(sorted(new Set([...one, ...other])));
        expect(apply(removeSet)).toEqual(Int32Array.from(one.filter((number) => !right.has(number))));
        expect(countSet(fill(one))).toBe(one.length);
        expect(one.every((number) => has(fill(one), number))).toBe(true);
      }),
    );
  });

  test("pass over what lies beyond them", () => {
    const set = createSet(10);
    add(set, 500);
    expect(countSet(set)).toBe(0);
    expect(has(set, 500)).toBe(false);
  });
});

describe("ascending lists", () => {
  test("meet where they have the same numbers, however different their lengths", () => {
    const lists = fc.tuple(ascending(400, 200), ascending(400, 6));
    fc.assert(
      fc.property(lists, fc.boolean(), ([long, short], isTurned) => {
        const [one, other] = isTurned ? [short, long] : [long, short];
        const { left, right, count } = meet(Int32Array.from(one), Int32Array.from(other));
        const common = one.filter((number) => other.includes(number));
        expect([...left.subarray(0, count)].map((at) => one[at])).toEqual(common);
        expect([...right.subarray(0, count)].map((at) => other[at])).toEqual(common);
      }),
    );
  });
});

const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(5)), { maxLength: 20 });

function list(made: readonly (readonly [number, number])[]): SpanList {
  const filled = new SpanList();
  for (const [start, length] of made) filled.push(start, start + length);
  return filled;
}

function read(filled: SpanList): readonly (readonly [number, number])[] {
  return Array.from({ length: filled.length }, (_, index) => [filled.start(index), filled.end(index)] as const);
}

describe("spans", () => {
  test("that share a position become one; neighbours stay apart", () => {
    const filled = list([
      [7, 0],
      [3, 2],
      [5, 1],
      [8, 0],
      [20, 3],
      [21, 0],
    ]);
    filled.mergeOverlapping();
    expect(read(filled)).toEqual([
      [3, 6],
      [7, 7],
      [8, 8],
      [20, 23],
    ]);
  });

  test("are sorted and found, each once, however many runs they come in", () => {
    fc.assert(
      fc.property(spans, (made) => {
        const filled = list(made);
        filled.sortUnique();
        const expected = [
          ...new Map(made.map(([start, length]) => [`${start} ${length}`, [start, start + length]])).values(),
        ];
        expected.sort(([start = 0, end = 0], [other = 0, otherEnd = 0]) => start - other || end - otherEnd);
        expect(read(filled)).toEqual(expected);
        expected.forEach(([start = 0, end = 0], index) => {
          expect(filled.indexOf(start, end)).toBe(index);
        });
        expect(filled.indexOf(61, 99)).toBe(-1);
      }),
    );
  });
});

function places(filled: SpanList): Places {
  return {
    count: filled.length,
    starts: Int32Array.from(read(filled), ([start]) => start),
    ends: Int32Array.from(read(filled), ([, end]) => end),
  };
}

describe("nearness", () => {
  const sorted = spans.map((made) => {
    const filled = list(made);
    filled.sortUnique();
    return places(filled);
  });
  const follows = (one: Places, at: number, other: Places, otherAt: number, distance: number) => {
    const gap = (other.starts[otherAt] ?? 0) - (one.ends[at] ?? 0);
    return gap >= 1 && gap <= distance;
  };
  const flagsOf = (one: Places, isMarked: (at: number) => boolean) =>
    Uint8Array.from({ length: one.count }, (_, at) => (isMarked(at) ? 1 : 0));
  const indexes = (one: Places) => Array.from({ length: one.count }, (_, at) => at);

  test("is found as comparing every two places finds it", () => {
    fc.assert(
      fc.property(sorted, sorted, fc.integer({ min: 1, max: 12 }), fc.nat(3), (one, other, distance, modulus) => {
        const chosen = Uint8Array.from({ length: other.count }, (_, at) => (at % (modulus + 1) === 0 ? 1 : 0));
        const followed = new Uint8Array(one.count);
        markFollowed(one, other, distance, followed);
        expect(followed).toEqual(
          flagsOf(one, (at) => indexes(other).some((otherAt) => follows(one, at, other, otherAt, distance))),
        );
        const following = new Uint8Array(one.count);
        markFollowing(one, other, distance, following, chosen);
        expect(following).toEqual(
          flagsOf(one, (at) =>
            indexes(other).some((otherAt) => chosen[otherAt] === 1 && follows(other, otherAt, one, at, distance)),
          ),
        );
        const byChosen = new Uint8Array(one.count);
        markFollowedByChosen(one, other, distance, byChosen, chosen);
        expect(byChosen).toEqual(
          flagsOf(one, (at) =>
            indexes(other).some((otherAt) => chosen[otherAt] === 1 && follows(one, at, other, otherAt, distance)),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });

  test("of two words is found in one pass", () => {
    const words = ascending(80, 30).map((numbers): Places => {
      const positions = Int32Array.from(numbers);
      return { count: positions.length, starts: positions, ends: positions };
    });
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 12 }), (one, other, distance) => {
        const [flags, otherFlags] = [new Uint8Array(one.count), new Uint8Array(other.count)];
        const isAny = markMutual(one, other, distance, flags, otherFlags);
        const isNear = (at: number, otherAt: number) =>
          follows(one, at, other, otherAt, distance) || follows(other, otherAt, one, at, distance);
        const expected = flagsOf(one, (at) => indexes(other).some((otherAt) => isNear(at, otherAt)));
        expect(flags).toEqual(expected);
        expect(otherFlags).toEqual(flagsOf(other, (otherAt) => indexes(one).some((at) => isNear(at, otherAt))));
        expect(isAny).toBe(expected.includes(1));
      }),
      { numRuns: 1000 },
    );
  });
});
