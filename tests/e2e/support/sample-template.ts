import { resolve } from "node:path";

/** The sample case, made once before the browser tests; each test opens a copy of its own. */
export const SAMPLE_TEMPLATE = resolve(import.meta.dirname, "../../.output/sample-case");
