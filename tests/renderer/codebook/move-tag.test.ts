import { describe, expect, it } from "vitest";
import { possibleParents, targetOfDrop, targetOfKey, zoneAt } from "../../../renderer/codebook/move-tag.ts";
import { buildTagTree, flattenTree } from "../../../renderer/codebook/tag-tree.ts";
import { tag } from "../passages/support.ts";

const TREE = buildTagTree(
  ["A", "A › One", "A › Two", "A › Three", "B", "C", "C › Deep › Deeper"].map((name, position) =>
    tag(String(position), name, { position }),
  ),
);

function at(name: string) {
  const node = flattenTree(TREE).find((each) => each.name === name);
  if (node === undefined) throw new Error(`no ${name}`);
  return node;
}

describe("targetOfDrop", () => {
  it("goes into, before and after a line", () => {
    expect(targetOfDrop(TREE, at("B"), at("A"), "inside")).toEqual({ under: "A", before: null });
    expect(targetOfDrop(TREE, at("B"), at("A › Two"), "before")).toEqual({ under: "A", before: "A › Two" });
    expect(targetOfDrop(TREE, at("B"), at("A › Three"), "after")).toEqual({ under: "A", before: null });
    expect(targetOfDrop(TREE, at("A › One"), at("A › Two"), "after")).toEqual({ under: "A", before: "A › Three" });
  });

  it("goes nowhere below itself, and not to where it is", () => {
    expect(targetOfDrop(TREE, at("A"), at("A › One"), "inside")).toBeNull();
    expect(targetOfDrop(TREE, at("A"), at("A"), "inside")).toBeNull();
    expect(targetOfDrop(TREE, at("A › One"), at("A › Two"), "before")).toBeNull();
  });
});

describe("targetOfKey", () => {
  it("moves among siblings", () => {
    expect(targetOfKey(TREE, at("A › Two"), "up")).toEqual({ under: "A", before: "A › One" });
    expect(targetOfKey(TREE, at("A › One"), "down")).toEqual({ under: "A", before: "A › Three" });
    expect(targetOfKey(TREE, at("A › Two"), "down")).toEqual({ under: "A", before: null });
    expect(targetOfKey(TREE, at("A"), "up")).toBeNull();
    expect(targetOfKey(TREE, at("C"), "down")).toBeNull();
  });

  it("moves in and out", () => {
    expect(targetOfKey(TREE, at("B"), "in")).toEqual({ under: "A", before: null });
    expect(targetOfKey(TREE, at("A"), "in")).toBeNull();
    expect(targetOfKey(TREE, at("A › One"), "out")).toEqual({ under: null, before: "B" });
    expect(targetOfKey(TREE, at("C › Deep"), "out")).toEqual({ under: null, before: null });
    expect(targetOfKey(TREE, at("A"), "out")).toBeNull();
  });
});

describe("zoneAt and possibleParents", () => {
  it("has a quarter of the line at each edge", () => {
    expect([2, 14, 26].map((y) => zoneAt(y, 0, 28))).toEqual(["before", "inside", "after"]);
  });

  it("offers every place but the tag and what is below it", () => {
    expect(possibleParents(TREE, at("A")).map((node) => node.name)).toEqual([
      "B",
      "C",
      "C › Deep",
      "C › Deep › Deeper",
    ]);
  });
});
