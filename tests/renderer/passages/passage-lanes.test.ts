import { describe, expect, it } from "vitest";
import type { PassageListItem } from "#shared/model/passage.ts";
import { passageLanes, passagesHere } from "../../../renderer/passages/passage-lanes.ts";
import { passage } from "./support.ts";

function at(letter: string, page: number, start: number, end: number): PassageListItem {
  return passage(letter, { ranges: [{ page, start, end, label: null, addresses: [], quads: [] }] });
}

function lanesOf(passages: readonly PassageListItem[]): readonly (number | undefined)[] {
  const lanes = passageLanes(passages);
  return passages.map((each) => lanes.get(each.passageId));
}

describe("passageLanes", () => {
  it("gives passages that overlap lanes of their own, the longer one next to the text", () => {
    expect(lanesOf([at("2", 1, 0, 10), at("1", 1, 0, 50), at("3", 1, 40, 90), at("4", 1, 95, 99)])).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it("tells pages apart", () => {
    expect(lanesOf([at("1", 1, 0, 50), at("2", 2, 0, 50)])).toEqual([0, 0]);
  });

  it("has four lanes at most", () => {
    const many = ["1", "2", "3", "4", "5", "6"].map((letter) => at(letter, 1, 0, 50));
    expect(Math.max(...lanesOf(many).map((lane) => lane ?? 0))).toBe(3);
  });
});

describe("passagesHere", () => {
  it("are those that share text, and regions that lie over each other", () => {
    const [one, two, far] = [at("1", 1, 0, 50), at("2", 1, 40, 90), at("3", 1, 60, 70)];
    expect(passagesHere([one, two, far], one)).toEqual([one, two]);
    expect(passagesHere([one, two, far], two)).toEqual([one, two, far]);
    const area = (letter: string, left: number) =>
      passage(letter, {
        ranges: [{ page: 1, start: 0, end: 0, label: null, addresses: [], quads: [] }],
        region: { page: 1, box: [left, 0, left + 10, 10] },
      });
    const [first, over, beside] = [area("4", 0), area("5", 5), area("6", 20)];
    expect(passagesHere([first, over, beside, one], first)).toEqual([first, over]);
  });
});
