import type { DocumentId } from "#shared/base/ids.ts";
import type { Passage } from "#shared/model/passage.ts";
import { createTestIds } from "../../../support/test-program.ts";

const ids = createTestIds();

/** A passage on the first page of a document. */
export function makePassage(change: Partial<Passage> & { readonly documentId: DocumentId }): Passage {
  return {
    passageId: ids.next("passage"),
    quote: "one year",
    prefix: "for ",
    suffix: ".",
    ranges: [{ page: 1, start: 4, end: 12, label: "i", addresses: [], quads: [[0, 10, 50, 10, 0, 0, 50, 0]] }],
    tagIds: [],
    note: "",
    marks: [],
    region: null,
    origin: null,
    author: "A. Tester",
    createdAt: "2026-03-01T09:30:00.000Z",
    updatedAt: "2026-03-01T09:30:00.000Z",
    state: "anchored",
    ...change,
  };
}
