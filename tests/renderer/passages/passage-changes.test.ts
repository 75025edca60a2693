import { describe, expect, it } from "vitest";
import { toggledTagNames, withPassage } from "../../../renderer/passages/passage-changes.ts";
import { passage, tag } from "./support.ts";

const at = (letter: string, page: number, start: number) =>
  passage(letter, { ranges: [{ page, start, end: start + 5, label: null, addresses: [], quads: [] }] });

describe("withPassage", () => {
  const list = [at("1", 1, 0), at("2", 2, 40), at("3", 9, 0)];
  const order = (added: ReturnType<typeof at>) => withPassage(list, added).map((item) => item.passageId.charAt(4));

  it("puts a new passage where it falls in the document", () => {
    expect(order(at("x", 2, 10))).toEqual(["1", "x", "2", "3"]);
    expect(order(at("x", 2, 60))).toEqual(["1", "2", "x", "3"]);
    expect(order(at("x", 99, 0))).toEqual(["1", "2", "3", "x"]);
  });

  it("replaces a passage that is known", () => {
    const changed = { ...at("2", 2, 40), note: "changed" };
    expect(withPassage(list, changed)[1]).toBe(changed);
    expect(withPassage(list, changed)).toHaveLength(3);
  });
});

describe("toggledTagNames", () => {
  const [pay, time] = [tag("a", "Payment"), tag("b", "Duration")];

  it("puts a tag on at the end and takes it off, keeping the others", () => {
    const carrying = passage("1", { tagIds: [time.tagId] });
    expect(toggledTagNames(carrying, [pay, time], pay.tagId)).toEqual(["Duration", "Payment"]);
    expect(toggledTagNames(carrying, [pay, time], time.tagId)).toEqual([]);
  });
});
