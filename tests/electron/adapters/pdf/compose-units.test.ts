import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeUnits } from "#adapters/pdf/compose-units.ts";
import { createGlyphs, type Glyphs, pushGlyph, RIGHT } from "#adapters/pdf/glyphs.ts";

/** Units of a text, each ten points wide. */
function unitsOf(text: string): Glyphs {
  const units = createGlyphs(Math.max(1, text.length));
  for (let index = 0; index < text.length; index += 1) {
    pushGlyph(units, text.charCodeAt(index), RIGHT, index * 10, index * 10 + 10, 0, 12);
  }
  return units;
}

function textOf(units: Glyphs): string {
  return String.fromCharCode(...units.code.subarray(0, units.count));
}

const letters = fc.constantFrom("a", "e", "o", "\u0301", "\u0308", "\u0327", "\u1100", "\u1161", "\u11a8", "\u0958");
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(letters, { maxLength: 12 }).map((parts) => parts.join("")),
);

describe("composing units", () => {
  test("any text becomes its NFC, within the place that it had", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const units = unitsOf(text);
        composeUnits(units, 0);
        expect(textOf(units)).toBe(text.normalize("NFC"));
        let reached = 0;
        for (let row = 0; row < units.count; row += 1) {
          expect(units.begin[row]).toBeGreaterThanOrEqual(reached - 1e-9);
          expect(units.end[row]).toBeGreaterThanOrEqual(units.begin[row] ?? 0);
          reached = units.begin[row] ?? 0;
        }
        if (units.count > 0) expect(units.end[units.count - 1]).toBeCloseTo(text.length * 10, 6);
      }),
    );
  });

  test("a composed character takes the place of its parts, its neighbours keep theirs", () => {
    const units = unitsOf("xe\u0301y");
    composeUnits(units, 0);
    expect(textOf(units)).toBe("x\u00e9y");
    expect([...units.begin.subarray(0, 3)]).toEqual([0, 10, 30]);
    expect([...units.end.subarray(0, 3)]).toEqual([10, 30, 40]);
  });

  test("what stands before the line is left alone", () => {
    const units = unitsOf("e\u0301e\u0301");
    composeUnits(units, 2);
    expect(textOf(units)).toBe("e\u0301\u00e9");
  });
});
