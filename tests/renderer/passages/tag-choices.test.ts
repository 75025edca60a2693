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

describe("tagOfKey", () => {
  it("finds the tag of a number key and nothing for other keys", () => {
    expect(tagOfKey(TAGS, "2")?.name).toBe("Payment › terms");
    for (const key of ["9", "0", "p", "F2"]) expect(tagOfKey(TAGS, key)).toBeNull();
  });
});
