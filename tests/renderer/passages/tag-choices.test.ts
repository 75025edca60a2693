import { describe, expect, it } from "vitest";
import { tagChoices, tagOfKey } from "../../../renderer/passages/tag-choices.ts";
import { inSpanish, tag } from "./support.ts";

const TAGS = [
  tag("a", "Assurances"),
  tag("b", "Payment › terms", { key: 2 }),
  tag("c", "Información", { key: 1 }),
  tag("d", "Late payment"),
  tag("e", "Repayment"),
];

function namesFor(typed: string): readonly string[] {
  return tagChoices(TAGS, typed).map((choice) => (choice.kind === "tag" ? choice.tag.name : `+ ${choice.name}`));
}

describe("tagChoices", () => {
  it("lists tags with number keys first, then by name", () => {
    expect(namesFor("")).toEqual(["Información", "Payment › terms", "Assurances", "Late payment", "Repayment"]);
  });

  it("orders names as the interface's language does", () => {
    const tags = [tag("a", "Ñandú"), tag("b", "Nube"), tag("c", "Obra")];
    const names = () => tagChoices(tags, "").map((choice) => (choice.kind === "tag" ? choice.tag.name : null));
    expect(names()).toEqual(["Ñandú", "Nube", "Obra"]);
    expect(inSpanish(names)).toEqual(["Nube", "Ñandú", "Obra"]);
  });

  it("prefers the beginning of the name, then of a word, then any place, and offers to create", () => {
    expect(namesFor(" pay ")).toEqual(["Payment › terms", "Late payment", "Repayment", "+ pay"]);
  });

  it("folds case and accents to find, but not to decide that a name is taken", () => {
    expect(namesFor("informacion")).toEqual(["Información", "+ informacion"]);
    expect(namesFor("INFORMACIÓN")).toEqual(["Información"]);
  });
});

describe("recent tags", () => {
  const [assurances, , , late, repayment] = TAGS;
  const recent = [late?.tagId, assurances?.tagId].flatMap((id) => id ?? []);

  it("get the number keys that no tag has of its own, the latest first", () => {
    const keys = tagChoices(TAGS, "", recent).map((choice) =>
      choice.kind === "tag" ? [choice.tag.name, choice.key] : [],
    );
    expect(keys).toEqual([
      ["Información", 1],
      ["Payment › terms", 2],
      ["Late payment", 3],
      ["Assurances", 4],
      ["Repayment", null],
    ]);
    expect(tagOfKey(TAGS, "3", recent)).toBe(late);
    expect(tagOfKey(TAGS, "5", recent)).toBeNull();
  });

  it("are not offered once they are archived", () => {
    const tags = TAGS.map((each) => (each === repayment ? { ...each, archived: true } : each));
    expect(tagChoices(tags, "repay").map((choice) => choice.kind)).toEqual(["create"]);
    expect(tagChoices(tags, "repayment")).toEqual([]);
  });
});

describe("paths", () => {
  it("may be typed with > or /", () => {
    expect(tagChoices(TAGS, "payment/terms").map((choice) => choice.kind)).toEqual(["tag"]);
    expect(tagChoices(TAGS, "Payment > amount").at(-1)).toEqual({ kind: "create", name: "Payment › amount" });
  });
});

describe("tagOfKey", () => {
  it("finds the tag of a number key and nothing for other keys", () => {
    expect(tagOfKey(TAGS, "2")?.name).toBe("Payment › terms");
    for (const key of ["9", "0", "p", "F2"]) expect(tagOfKey(TAGS, key)).toBeNull();
  });
});
