import { describe, expect, it } from "vitest";
import type { Tag } from "#shared/model/tag.ts";
import {
  buildTagTree,
  flattenTree,
  searchTree,
  type TagNode,
  withoutArchived,
} from "../../../renderer/codebook/tag-tree.ts";
import { treeRows, treeStep } from "../../../renderer/codebook/tree-rows.ts";
import { tag } from "../passages/support.ts";

function tree(...tags: readonly Tag[]): readonly TagNode[] {
  return buildTagTree(tags);
}

/** Leaves with the level of each, places without a tag in brackets. */
function outline(nodes: readonly TagNode[]): readonly string[] {
  return treeRows(nodes, new Set()).map(({ node, level }) => {
    const name = node.tag === null ? `(${node.leaf})` : node.leaf;
    return `${level} ${name}`;
  });
}

const PAYMENT = [
  tag("a", "Payment › Amount", { position: 2, description: "A sum in money" }),
  tag("b", "Custody", { position: 1 }),
  tag("c", "payment › Terms › Schedule", { position: 3 }),
  tag("d", "Payment", { position: 1 }),
];

describe("buildTagTree", () => {
  it("makes places of paths, whatever their case, and names them as their own tag does", () => {
    expect(outline(tree(...PAYMENT))).toEqual(["1 Payment", "2 Amount", "2 (Terms)", "3 Schedule", "1 Custody"]);
  });

  it("orders siblings by position, and by creation where nobody moved them", () => {
    expect(outline(tree(tag("a", "Zeal"), tag("b", "Awe")))).toEqual(["1 Zeal", "1 Awe"]);
    expect(outline(tree(tag("a", "Zeal", { position: 5 }), tag("b", "Awe › Low", { position: 4 })))).toEqual([
      "1 (Awe)",
      "2 Low",
      "1 Zeal",
    ]);
  });
});

describe("withoutArchived and searchTree", () => {
  it("leaves out archived tags, but not what stands above a tag in use", () => {
    const all = tree(
      tag("a", "Old", { archived: true }),
      tag("b", "Kept above", { archived: true }),
      tag("c", "Kept above › In use"),
      tag("d", "Place › Gone", { archived: true }),
    );
    expect(outline(withoutArchived(all))).toEqual(["1 (Kept above)", "2 In use"]);
  });

  it("finds words of path, description and examples, with what stands above", () => {
    const nodes = tree(...PAYMENT);
    expect(outline(searchTree(nodes, "schedule"))).toEqual(["1 Payment", "2 (Terms)", "3 Schedule"]);
    expect(outline(searchTree(nodes, "payment sum"))).toEqual(["1 Payment", "2 Amount"]);
    expect(outline(searchTree(nodes, "nothing"))).toEqual([]);
  });
});

describe("treeStep", () => {
  const nodes = tree(...PAYMENT);
  const open = treeRows(nodes, new Set());
  const closed = treeRows(nodes, new Set(flattenTree(nodes).map((node) => node.key)));

  it("moves as trees do", () => {
    expect(treeStep(open, 0, "ArrowDown")).toEqual({ kind: "go", index: 1 });
    expect(treeStep(open, 0, "ArrowUp")).toBeNull();
    expect(treeStep(open, 0, "ArrowRight")).toEqual({ kind: "go", index: 1 });
    expect(treeStep(open, 1, "ArrowLeft")).toEqual({ kind: "go", index: 0 });
    expect(treeStep(open, 0, "End")).toEqual({ kind: "go", index: 4 });
    expect(treeStep(open, 1, "ArrowRight")).toBeNull();
  });

  it("folds and unfolds", () => {
    expect(treeStep(open, 0, "ArrowLeft")).toEqual({ kind: "fold", key: "payment" });
    expect(treeStep(closed, 0, "ArrowRight")).toEqual({ kind: "unfold", keys: ["payment"] });
    expect(treeStep(closed, 1, "*")).toEqual({ kind: "unfold", keys: ["payment"] });
  });

  it("goes to the next line that begins with a letter, around the end", () => {
    expect(treeStep(open, 0, "c")).toEqual({ kind: "go", index: 4 });
    expect(treeStep(open, 4, "P")).toEqual({ kind: "go", index: 0 });
    expect(treeStep(open, 0, "x")).toBeNull();
  });
});
