import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PageRaster } from "#core/ports/page-renderer.ts";
import { PROJECT_ROOT } from "./command-line.ts";

/** Real documents, when they lie beside the project. */
const CORPUS = process.env["PROBATIVE_CORPUS"] ?? join(PROJECT_ROOT, "../shared/corpus");

/** A page of a file, and the language in which it is written. */
export interface BenchPage {
  readonly path: string;
  readonly page: number;
  readonly language: "eng" | "spa" | "fra";
}

function inCorpus(language: BenchPage["language"], name: string, ...pages: readonly number[]): readonly BenchPage[] {
  return pages.map((page) => ({ path: join(CORPUS, name), page, language }));
}

const present = ({ path }: BenchPage): boolean => existsSync(path);

/** True scans: typewriter pages, letters, forms and statutes, at 200 and 300 dots per inch. */
export const SCANNED_PAGES: readonly BenchPage[] = [
  ...inCorpus("eng", "foia/104-10209-10018.pdf", 3, 5),
  ...inCorpus("eng", "foia/104-10178-10096.pdf", 5),
  ...inCorpus("eng", "foia/157-10002-10105.pdf", 4),
  ...inCorpus("eng", "foia/Section_803.pdf", 1),
  ...inCorpus("eng", "scanned/42USC2000ee-PCLOB_Enabling_Statute-3.pdf", 2),
  ...inCorpus("eng", "scanned/Letter-DHS_Cyber_3-21-2014.pdf", 2),
  ...inCorpus("eng", "scanned/Letter-Senate_letter_to_PCLOB-Jun2013.pdf", 1),
].filter(present);

/** Pages whose text layer is the truth: they are rendered and spoilt as scanning does. */
export const TRUE_PAGES: readonly BenchPage[] = [
  ...inCorpus("eng", "court/11thCircuit-200814991.pdf", 3, 4),
  ...inCorpus("eng", "court/scotus_slip_opinion.pdf", 3),
  ...inCorpus("eng", "court/missouri.pdf", 2, 3),
  ...inCorpus("eng", "foia/PCLOB_702_report_196p.pdf", 30),
  ...inCorpus("spa", "diplomatic/BOE-A-1978-31229-consolidado.pdf", 4, 5),
].filter(present);

/** How a page is spoilt. */
export type Spoiling = "grey" | "black-and-white";

/** Blurs a raster, adds noise of the same kind at every run, and makes it black and white when asked. */
export function spoilRaster(raster: PageRaster, spoiling: Spoiling): PageRaster {
  const { width, height, pixels } = raster;
  const random = createNoise();
  const spoilt = new Uint8Array(pixels.length).fill(255);
  for (let row = 1; row < height - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const at = row * width + column;
      let sum = 0;
      for (const step of [-width, 0, width]) {
        sum += (pixels[at + step - 1] ?? 0) + 2 * (pixels[at + step] ?? 0) + (pixels[at + step + 1] ?? 0);
      }
      // Toner and paper are neither black nor white.
      const grey = 30 + (sum / 12) * 0.8 + 40 * (random() + random() + random() - 1.5);
      spoilt[at] = spoiling === "grey" ? Math.min(255, Math.max(0, grey)) : grey < 135 ? 0 : 255;
    }
  }
  return { ...raster, pixels: spoilt };
}

/** A linear congruential generator (W. H. Press et al., "Numerical Recipes", 1992): the same noise at every run. */
function createNoise(): () => number {
  let state = 20_250_315;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Smallest number of characters to insert, remove or replace, divided by those of the truth; spaces count as one. */
export function characterErrorRate(truth: string, read: string): number {
  const first = [...truth.normalize("NFC").replace(/\s+/gu, " ").trim()];
  const second = [...read.normalize("NFC").replace(/\s+/gu, " ").trim()];
  let above = new Uint32Array(second.length + 1).map((_, index) => index);
  for (const [row, character] of first.entries()) {
    const current = new Uint32Array(second.length + 1);
    current[0] = row + 1;
    for (let column = 0; column < second.length; column += 1) {
      const replaced = (above[column] ?? 0) + (character === second[column] ? 0 : 1);
      current[column + 1] = Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
    }
    above = current;
  }
  return (above[second.length] ?? 0) / Math.max(1, first.length);
}
