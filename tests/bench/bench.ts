import { parseArgs } from "node:util";
import { benchDetect } from "./detect-bench.ts";
import { benchImport } from "./import-bench.ts";
import { benchLibrary } from "./library-bench.ts";
import { benchMemory } from "./memory-bench.ts";
import { benchOcr } from "./ocr-bench.ts";
import { benchOpen } from "./open-bench.ts";
import { benchReader } from "./reader-bench.ts";
import { type Figure, formatReport } from "./report.ts";
import { benchSearch } from "./search-bench.ts";
import { benchWindow } from "./window-bench.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", multiple: true },
    json: { type: "boolean", default: false },
    pages: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const RUNS = values.quick ? { import: 1, search: 2, open: 3, detect: 1 } : { import: 3, search: 5, open: 7, detect: 3 };
const FILES_IN_WINDOW = values.quick ? 1000 : 10_000;
const DOCUMENTS_IN_LIBRARY = values.quick ? 10_000 : 100_000;
/** Pages of the larger of the two cases that are searched; the other has a tenth. */
const PAGES_SEARCHED = Number(values.pages ?? (values.quick ? 20_000 : 1_000_000));

const PARTS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  import: () => benchImport(RUNS.import, say),
  search: () => benchSearch([PAGES_SEARCHED / 10, PAGES_SEARCHED], RUNS.search, say),
  open: () => benchOpen(RUNS.open, say),
  reader: () => benchReader(RUNS.open, say),
  ocr: () => benchOcr(say),
  memory: () => benchMemory(say),
  window: () => benchWindow(FILES_IN_WINDOW, say),
  library: () => benchLibrary(DOCUMENTS_IN_LIBRARY, say),
  detect: () => benchDetect(RUNS.detect, say),
};

/** Progress goes to standard error, so that the table can be kept alone. */
function say(progress: string): void {
  process.stderr.write(`${progress}\n`);
}

async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (values.only !== undefined && !values.only.includes(name)) continue;
    figures.push(...(await part()));
  }
  return figures;
}

if (values.help) {
  process.stdout.write(
    `usage: npm run bench -- [--quick] [--only ${Object.keys(PARTS).join("|")}]… [--pages N] [--json]\n` +
      "Prints one table. Peers (recoll, ripgrep, pdftotext, tesseract) are measured in the same run where they are installed.\n",
  );
} else {
  const figures = await measure();
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : `${formatReport(figures)}\n`);
}
