import { describe, expect, it } from "vitest";
import { sentenceAround, stretchAround } from "../../../../renderer/passages/browser/context-text.ts";

describe("sentenceAround", () => {
  it("keeps the rest of the sentence only", () => {
    expect(sentenceAround("It ended. The Embassy will ", " to defray the costs. A further")).toEqual({
      before: "The Embassy will ",
      after: " to defray the costs.",
    });
    expect(sentenceAround("He said “no.” Then ", "")).toEqual({ before: "Then ", after: "" });
  });

  it("marks where the context was cut inside a sentence", () => {
    expect(sentenceAround("bassy of the Republic will ", " to defray the costs of their custo")).toEqual({
      before: "… of the Republic will ",
      after: " to defray the costs of their …",
    });
  });

  it("flows over line ends and divided words", () => {
    expect(sentenceAround("End.\nThe deten-\ntion ", "").before).toBe("The detention ");
  });
});

describe("stretchAround", () => {
  it("takes what stands around a range of the page, up to its ends", () => {
    expect(stretchAround("One. Two. Three.", 5, 9)).toEqual({ before: "One. ", after: " Three." });
    const long = `${"word ".repeat(300)}HERE${" word".repeat(300)}`;
    const { before, after } = stretchAround(long, 1500, 1504);
    expect(before.startsWith("…")).toBe(true);
    expect(after.endsWith("…")).toBe(true);
    expect(before.length).toBeLessThan(620);
  });
});
