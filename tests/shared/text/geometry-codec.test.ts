import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextRun } from "#shared/model/geometry.ts";
import {
  decodeRuns,
  decodeRunsTouching,
  encodeRunColumns,
  encodeRuns,
  GEOMETRY_LIMIT,
  GEOMETRY_STEP,
  RUN_DIRECTIONS,
} from "#shared/text/geometry-codec.ts";

const coordinate = fc.oneof(
  fc.double({ min: -20, max: 1000, noNaN: true }),
  fc.double({ min: -GEOMETRY_LIMIT, max: GEOMETRY_LIMIT, noNaN: true }),
);

const pageRuns = fc
  .array(
    fc.record({
      gap: fc.nat(3),
      direction: fc.constantFrom(...RUN_DIRECTIONS),
      low: coordinate,
      high: coordinate,
      edges: fc.array(coordinate, { minLength: 1, maxLength: 40 }),
    }),
    { maxLength: 20 },
  )
  .map((parts) => {
    let offset = 0;
    return parts.map(({ gap, ...part }): TextRun => {
      const start = offset + gap;
      offset = start + part.edges.length - 1;
      return { ...part, start, end: offset };
    });
  });

describe("geometry codec", () => {
  test("gives back every run, coordinates rounded to the step", () => {
    fc.assert(
      fc.property(pageRuns, (runs) => {
        const decoded = decodeRuns(encodeRuns(runs));
        expect(decoded.length).toBe(runs.length);
        decoded.forEach((run, index) => {
          const original = runs[index];
          expect(original).toBeDefined();
          if (original === undefined) return;
          expect([run.start, run.end, run.direction]).toEqual([original.start, original.end, original.direction]);
          const pairs = [
            [run.low, original.low],
            [run.high, original.high],
            ...run.edges.map((edge, position) => [edge, original.edges[position]]),
          ];
          expect(run.edges.length).toBe(original.edges.length);
          for (const [actual, wanted] of pairs) {
            expect(Math.abs((actual ?? Number.NaN) - (wanted ?? 0))).toBeLessThanOrEqual(GEOMETRY_STEP / 2);
          }
        });
      }),
    );
  });

  test("a second round trip changes nothing", () => {
    fc.assert(
      fc.property(pageRuns, (runs) => {
        const once = encodeRuns(runs);
        expect(encodeRuns(decodeRuns(once))).toEqual(once);
      }),
    );
  });

  test("gives those runs alone that touch a stretch, as they are", () => {
    const stretches = fc.array(
      fc
        .record({ start: fc.nat(400), length: fc.nat(40) })
        .map(({ start, length }) => ({ start, end: start + length })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(pageRuns, stretches, (runs, wanted) => {
        const bytes = encodeRuns(runs);
        const touched = decodeRuns(bytes).filter((run) =>
          wanted.some(({ start, end }) => start < run.end && run.start < end),
        );
        expect(decodeRunsTouching(bytes, wanted)).toEqual(touched);
      }),
    );
  });

  test("columns and objects give the same bytes", () => {
    const runs: TextRun[] = [
      { start: 0, end: 2, direction: "right", low: 700, high: 712, edges: [72, 78.5, 84] },
      { start: 3, end: 4, direction: "down", low: 10, high: 22, edges: [500, 490] },
    ];
    const columns = encodeRunColumns({
      count: 2,
      start: Int32Array.of(0, 3),
      end: Int32Array.of(2, 4),
      direction: Uint8Array.of(0, 3),
      low: Float64Array.of(700, 10),
      high: Float64Array.of(712, 22),
      edges: Float64Array.of(72, 78.5, 84, 500, 490),
    });
    expect(columns).toEqual(encodeRuns(runs));
    expect(decodeRuns(columns)).toEqual(runs);
  });

  test("an ordinary line costs about two bytes a character", () => {
    const edges = Array.from({ length: 81 }, (_, index) => 72 + index * 5.5);
    const bytes = encodeRuns([{ start: 0, end: 80, direction: "right", low: 700, high: 712, edges }]);
    expect(bytes.length).toBeLessThan(80 * 2 + 16);
  });

  test("a page without text is two bytes", () => {
    expect(encodeRuns([])).toHaveLength(2);
    expect(decodeRuns(encodeRuns([]))).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, GEOMETRY_LIMIT * 2])("refuses the coordinate %s", (value) => {
    expect(() => encodeRuns([{ start: 0, end: 1, direction: "right", low: 0, high: 1, edges: [0, value] }])).toThrow(
      RangeError,
    );
  });

  test("refuses runs that overlap or have a wrong number of edges", () => {
    const run: TextRun = { start: 0, end: 1, direction: "right", low: 0, high: 1, edges: [0, 1] };
    expect(() => encodeRuns([run, run])).toThrow(RangeError);
    expect(() => encodeRuns([{ ...run, edges: [0] }])).toThrow(RangeError);
  });

  test("never reads damaged bytes as something else without noticing the end", () => {
    const bytes = encodeRuns([{ start: 0, end: 2, direction: "up", low: 1, high: 2, edges: [1, 2, 3] }]);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => decodeRuns(bytes.subarray(0, length))).toThrow(RangeError);
    }
    expect(() => decodeRuns(Uint8Array.of(...bytes, 0))).toThrow(RangeError);
    expect(() => decodeRuns(Uint8Array.of(9, 0))).toThrow(RangeError);
  });
});
