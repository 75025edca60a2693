import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffSequences } from "#shared/text/diff-sequences.ts";

const isSame = (one: string, other: string) => one === other;

function longestCommon(one: readonly string[], other: readonly string[]): number {
  let previous = new Array<number>(other.length + 1).fill(0);
  for (const member of one) {
    const current = [0];
    for (const [index, some] of other.entries()) {
      current.push(
        member === some ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, current[index] ?? 0),
      );
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

describe("diffSequences", () => {
  it("leads from the first to the second, and no way is shorter", () => {
    const members = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 20 });
    fc.assert(
      fc.property(members, members, (first, second) => {
        const steps = diffSequences(first, second, isSame);
        const read = (kind: "first" | "second") =>
          steps.flatMap((step) => (kind in step ? [(step as Record<string, unknown>)[kind]] : []));
        expect(read("first")).toEqual([...first.keys()]);
        expect(read("second")).toEqual([...second.keys()]);
        for (const step of steps) if (step.kind === "same") expect(first[step.first]).toBe(second[step.second]);
        expect(steps.filter((step) => step.kind === "same").length).toBe(longestCommon(first, second));
      }),
      { numRuns: 1000 },
    );
  });

  it("handles what is empty", () => {
    expect(diffSequences([], [], isSame)).toEqual([]);
    expect(diffSequences(["a"], [], isSame)).toEqual([{ kind: "removed", first: 0 }]);
    expect(diffSequences([], ["a"], isSame)).toEqual([{ kind: "added", second: 0 }]);
  });
});
