import { describe, expect, it } from "vitest";
import type { DifferencePart } from "#shared/model/brief.ts";
import { checkQuotation } from "#shared/text/check-quotation.ts";
import { checkFigures, sourceWords, tellDifference } from "../../../renderer/briefs/check-summary.ts";
import { inSpanish } from "../passages/support.ts";

describe("checkFigures", () => {
  it("names what there is and leaves out what there is not", () => {
    const figures = checkFigures({ verified: 41, altered: 1, orphaned: 0, missing: 2 });
    expect(figures.map((figure) => figure.text)).toEqual(["41 quotes verified", "1 altered", "2 sources missing"]);
    expect(checkFigures({ verified: 0, altered: 0, orphaned: 0, missing: 0 })).toEqual([]);
  });

  it("speaks of one and of several", () => {
    const texts = (count: number) =>
      checkFigures({ verified: count, altered: 0, orphaned: count, missing: count }).map((figure) => figure.text);
    expect(texts(1)).toEqual(["1 quote verified", "1 lost its place", "1 source missing"]);
    expect(texts(2)).toEqual(["2 quotes verified", "2 lost their place", "2 sources missing"]);
    expect(inSpanish(() => texts(1))).toEqual(["1 verificada", "1 perdió su lugar", "Falta 1 fuente"]);
    expect(inSpanish(() => texts(2))).toEqual(["2 verificadas", "2 perdieron su lugar", "Faltan 2 fuentes"]);
  });
});

const SOURCE = "The Embassy will make available a grant";

function differenceTo(quotation: string): readonly DifferencePart[] {
  const check = checkQuotation(quotation, SOURCE);
  if (check.kind !== "altered") throw new Error("expected the wording to differ");
  return check.difference;
}

describe("tellDifference", () => {
  it.each([
    ["The Embassy shall make available a grant", "“will” → “shall”"],
    ["The Embassy will make a grant", "left out: “available”"],
    ["The Embassy will gladly make available a grant", "added: “gladly”"],
    ["An Embassy will make available a loan", "2 changes"],
    ["The Embassy regrets that it is in no position at all to make available a grant", "1 change"],
  ])("tells %s as %s", (quotation, told) => {
    expect(tellDifference(differenceTo(quotation))).toBe(told);
  });

  it("says nothing for no difference", () => {
    expect(tellDifference([{ kind: "same", text: "words" }])).toBe("");
  });
});

describe("sourceWords", () => {
  it.each(["The Embassy shall make available a grant", "Embassy will make a grant now"])(
    "rebuilds a wording that the source verifies, from %s",
    (quotation) => {
      expect(checkQuotation(sourceWords(differenceTo(quotation)), SOURCE).kind).toBe("verified");
    },
  );
});
