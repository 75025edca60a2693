import { performance } from "node:perf_hooks";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import { findNearDuplicates, type SignedDocument } from "#shared/text/near-duplicates.ts";
import { SIGNATURE_BYTES } from "#shared/text/page-signature.ts";
import type { Figure } from "./report.ts";

const PAGES_EACH = 20;
/** Every tenth document is a copy whose pages lost some hashes; every other of these has one page changed. */
const COPY_EVERY = 10;
const HASHES_LOST = 3;

/** Time and memory of the search for near-duplicates among made-up signatures with planted copies. */
export function measureNearDuplicates(documents: number): Figure {
  const made = makeDocuments(documents);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const clusters = findNearDuplicates(made);
  const seconds = (performance.now() - start) / 1000;
  const grown = Math.max(0, process.memoryUsage().rss - before) / 1024 ** 2;
  const planted = Math.floor(documents / COPY_EVERY);
  return {
    what: "near-duplicates",
    value: `${seconds.toFixed(1)} s`,
    comparedWith: "",
    ratio: null,
    aim: "seconds",
    note: `${(documents * PAGES_EACH).toLocaleString("en-US")} pages in ${documents.toLocaleString("en-US")} documents, ${clusters.length} of ${planted} planted copies found, ${grown.toFixed(0)} MiB more`,
  };
}

function makeDocuments(documents: number): readonly SignedDocument[] {
  const random = createRandom();
  const makePage = () => Uint8Array.from({ length: SIGNATURE_BYTES }, () => random() & 0xff);
  const cover = makePage();
  const made: SignedDocument[] = [];
  for (let index = 0; index < documents; index += 1) {
    const isCopy = index % COPY_EVERY === COPY_EVERY - 1;
    const source = isCopy ? made[index - 1 - (random() % (COPY_EVERY - 2))]?.pages : undefined;
    const pages = Array.from({ length: PAGES_EACH }, (_, page) => {
      const original = source?.[page];
      if (original === undefined || original === null) return page === 0 && index % 3 === 0 ? cover : makePage();
      if (page === 3 && index % (2 * COPY_EVERY) === COPY_EVERY - 1) return makePage();
      const copy = original.slice();
      for (let lost = 0; lost < HASHES_LOST; lost += 1) copy[(random() % (SIGNATURE_BYTES / 2)) * 2] = random() & 0xff;
      return copy;
    });
    made.push({ documentId: makeId(index), date: null, pages });
  }
  return made;
}

function makeId(index: number): DocumentId {
  return documentIdSchema.parse(`doc_${String(index).padStart(12, "0")}`);
}

/** Numbers that repeat on every run (Marsaglia, xorshift, 2003). */
function createRandom(): () => number {
  let state = 0x2545f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
