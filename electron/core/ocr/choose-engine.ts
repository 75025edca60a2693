import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { OcrEngineChoice } from "#shared/model/ocr.ts";
import type { OcrEngine } from "../ports/ocr-engine.ts";

/**
 * The engine that a choice means. `automatic` takes the system's where it knows all languages, because it is faster; the
 * built-in one is always there. A system engine that was chosen and has gone is replaced by the built-in one.
 *
 * @throws Error when not even the built-in engine is there: the installation is broken
 */
export async function chooseEngine(
  engines: readonly OcrEngine[],
  choice: OcrEngineChoice,
  languages: readonly string[],
): Promise<OcrEngine> {
  const builtIn = engines.find((engine) => engine.name === "built-in");
  const system = engines.find((engine) => engine.name === "system");
  if (builtIn === undefined) throw new Error("the built-in OCR engine is absent");
  if (choice === "built-in" || system === undefined) return builtIn;
  if (choice === "system") return system;
  const known = new Set(await system.languages());
  return languages.every((language) => known.has(language)) ? system : builtIn;
}

/**
 * Refuses languages that no engine can read, so that OCR does not fail page by page.
 *
 * @throws ProbativeError `ocr/language-missing`
 */
export async function requireLanguages(engines: readonly OcrEngine[], languages: readonly string[]): Promise<void> {
  const known = new Set((await Promise.all(engines.map((engine) => engine.languages()))).flat());
  const missing = languages.filter((language) => !known.has(language));
  if (missing.length > 0) {
    const there = [...known].sort().join(", ");
    throw new ProbativeError("ocr/language-missing", `${missing.join(", ")}; there are ${there}.`, {
      languages: missing.join(", "),
    });
  }
}
