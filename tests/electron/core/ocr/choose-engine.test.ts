import { describe, expect, test } from "vitest";
import { chooseEngine, requireLanguages } from "#core/ocr/choose-engine.ts";
import { chooseLanguages, needsAnotherLanguage } from "#core/ocr/choose-languages.ts";
import type { OcrEngine, OcrEngineName } from "#core/ports/ocr-engine.ts";

function engine(name: OcrEngineName, languages: readonly string[]): OcrEngine {
  return {
    name,
    version: name,
    concurrency: 1,
    languages: async () => languages,
    recognise: () => Promise.reject(new Error("not asked to")),
    close: async () => {},
  };
}

const builtIn = engine("built-in", ["eng", "spa", "fra"]);

describe("chooseEngine", () => {
  const choose = async (engines: readonly OcrEngine[], choice: "automatic" | "built-in" | "system") =>
    (await chooseEngine(engines, choice, ["eng", "spa"])).name;

  test("takes the system's by itself only where it knows all languages", async () => {
    expect(await choose([builtIn, engine("system", ["eng", "spa"])], "automatic")).toBe("system");
    expect(await choose([builtIn, engine("system", ["eng"])], "automatic")).toBe("built-in");
    expect(await choose([builtIn], "automatic")).toBe("built-in");
  });

  test("does as it is told, and goes on when the system's has gone", async () => {
    const both = [builtIn, engine("system", ["eng"])];
    expect(await choose(both, "built-in")).toBe("built-in");
    expect(await choose(both, "system")).toBe("system");
    expect(await choose([builtIn], "system")).toBe("built-in");
  });
});

describe("requireLanguages", () => {
  test("names what no engine can read, and what there is", async () => {
    const refused = requireLanguages([builtIn, engine("system", ["deu"])], ["spa", "rus"]);
    await expect(refused).rejects.toMatchObject({ code: "ocr/language-missing" });
    await expect(refused).rejects.toThrow("rus; there are deu, eng, fra, spa.");
    await expect(requireLanguages([builtIn], ["spa"])).resolves.toBeUndefined();
  });
});

describe("chooseLanguages", () => {
  const ofCase = ["eng", "spa", "fra"];
  test.each([
    [["spa"], "fra", ["spa"]],
    [null, "fra", ["fra"]],
    [null, "rus", ofCase],
    [null, null, ofCase],
  ])("chosen %j, detected %s: %j", (chosen, detected, languages) => {
    expect(chooseLanguages(chosen, detected, ofCase)).toEqual(languages);
  });

  test("a page in another language of the case is read again", () => {
    expect(needsAnotherLanguage(["eng"], "spa", ofCase)).toBe(true);
    expect(needsAnotherLanguage(["eng"], "eng", ofCase)).toBe(false);
    expect(needsAnotherLanguage(["eng"], "rus", ofCase)).toBe(false);
    expect(needsAnotherLanguage(["eng"], null, ofCase)).toBe(false);
  });
});
