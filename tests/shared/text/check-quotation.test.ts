import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkQuotation } from "#shared/text/check-quotation.ts";
import { isSameWording, normalizeForMatching } from "#shared/text/normalize.ts";

/** The difference in one line: [-removed-], {+added+}. */
function show(quotation: string, source: string): string {
  const check = checkQuotation(quotation, source);
  if (check.kind === "verified") return "verified";
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return check.difference.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join("");
}

/** All but the spaces and hyphens, on which line ends leave their mark. */
const letters = (text: string) => normalizeForMatching(text).normalized.replace(/[ -]/g, "");

describe("checkQuotation", () => {
  it.each([
    ["They shall be held.", "They shall be held."],
    ["They shall be held.", " They\nshall be\n\nheld.\n"],
    ["the detention was lawful", "the deten-\ntion was lawful"],
    ["a well-known place", "a well-\nknown place"],
    ['He said "no".', "He said “no”."],
    ["O'Brien – first", "O’Brien — ﬁrst"],
    ["Nu\u0301n\u0303ez", "Núñez"],
    ["", ""],
    ["", " \n"],
  ])("verifies %j against %j", (quotation, source) => {
    expect(checkQuotation(quotation, source)).toEqual({ kind: "verified" });
  });

  it.each([
    ["They will be held.", "They shall be held.", "They [-shall-]{+will+} be held."],
    ["They will be held.", "They\nshall be\nheld.", "They [-shall-]{+will+} be held."],
    ["They be held", "They shall be held", "They[- shall-] be held"],
    ["They shall not be held", "They shall be held", "They shall{+ not+} be held"],
    ["persons were held", "The persons were held", "[-The -]persons were held"],
    ["persons were held here", "persons were held", "persons were held{+ here+}"],
    ["They will then go", "They shall now go", "They [-shall now-]{+will then+} go"],
    ["paid $4,670,000 in all", "paid $4,760,000 in all", "paid $[-4,760,000-]{+4,670,000+} in all"],
    ["they were", "They were", "[-They-]{+they+} were"],
    ["Nunez left", "Núñez left", "[-Núñez-]{+Nunez+} left"],
    ["held, and", "held; and", "held[-;-]{+,+} and"],
    ["held", "held.", "held[-.-]"],
    ["re-creation", "recreation", "[-recreation-]{+re-creation+}"],
    ["a well-known x", "a well-\nknown y", "a wellknown [-y-]{+x+}"],
    ["non refoulement", "nonrefoulement", "[-nonrefoulement-]{+non refoulement+}"],
    ["(a)", "( a)", "([- -]a)"],
    ["", "All of it", "[-All of it-]"],
    ["All of it", "", "{+All of it+}"],
    ["😀 b", "😁 b", "[-😁-]{+😀+} b"],
  ])("shows %j against %j as %j", (quotation, source, expected) => {
    expect(show(quotation, source)).toBe(expected);
  });

  it("gives parts that read as the source and as the quotation", () => {
    const unit = fc.constantFrom(
      "a",
      "b",
      "shall",
      "will",
      " ",
      " ",
      "\n",
      "-",
      "-\n",
      ",",
      ".",
      "“",
      "’",
      "4",
      "ﬁ",
      "😀",
      "\u00ad",
      "é",
      "\u200b",
    );
    const text = fc.array(unit, { maxLength: 30 }).map((units) => units.join(""));
    fc.assert(
      fc.property(text, text, (quotation, source) => {
        const check = checkQuotation(quotation, source);
        if (check.kind === "verified") {
          expect(isSameWording(quotation, source)).toBe(true);
          return;
        }
        const read = (kind: "removed" | "added") =>
          check.difference
            .filter((part) => part.kind === "same" || part.kind === kind)
            .map((part) => part.text)
            .join("");
        expect(letters(read("removed"))).toBe(letters(source));
        expect(letters(read("added"))).toBe(letters(quotation));
        if (!/[-\u00ad]/.test(quotation + source)) {
          expect(isSameWording(read("removed"), source)).toBe(true);
          expect(isSameWording(read("added"), quotation)).toBe(true);
        }
        expect(check.difference.some((part) => part.kind !== "same")).toBe(true);
        for (const [index, part] of check.difference.entries()) {
          expect(part.text).not.toBe("");
          expect(part.kind).not.toBe(check.difference[index + 1]?.kind);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("answers long texts that have nothing in common", () => {
    const one = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(" ");
    const other = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(" ");
    const check = checkQuotation(`same ${one} end`, `same ${other} end`);
    expect(check).toMatchObject({ kind: "altered" });
    if (check.kind === "altered")
      expect(check.difference.map((part) => part.kind)).toEqual(["same", "removed", "added", "same"]);
  });
});
