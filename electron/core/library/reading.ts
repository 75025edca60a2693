import type { DocumentId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PageRotation } from "#shared/model/document.ts";
import type { LabelScheme, PageSketch, Reading } from "#shared/model/reading.ts";
import { sketchPage } from "#shared/text/sketch-page.ts";
import type { CasePorts } from "../backend-context.ts";
import { requireDocument } from "./require-document.ts";

/** A change of how a document is read; what is absent stays. */
export interface ReadingChange {
  readonly turn?: "right" | "over" | "left" | undefined;
  /** 1-based; none: all. */
  readonly pages: readonly number[];
  readonly cropsMargins?: boolean | undefined;
  readonly labelScheme?: LabelScheme | null | undefined;
}

const DEGREES = { right: 90, over: 180, left: 270 } as const;

/** @throws ProbativeError `document/not-found` */
export function showReading(ports: Pick<CasePorts, "documents" | "readings">, documentId: DocumentId): Reading {
  requireDocument(ports, documentId);
  return ports.readings.find(documentId);
}

/** The turned pages after some more were turned, ascending; those that stand as in the file again are left out. */
function turnPages(turned: Reading["turned"], pages: readonly number[], degrees: number): Reading["turned"] {
  const byPage = new Map<number, number>(turned.map(({ page, by }) => [page, by]));
  for (const page of pages) byPage.set(page, ((byPage.get(page) ?? 0) + degrees) % 360);
  return [...byPage]
    .filter(([, by]) => by !== 0)
    .sort(([first], [second]) => first - second)
    .map(([page, by]) => ({ page, by: by as PageRotation }));
}

function labelOf({ turn, pages, cropsMargins, labelScheme }: ReadingChange): string {
  if (turn !== undefined) {
    const [page] = pages;
    if (page === undefined) return "Turn all pages";
    return pages.length === 1 ? `Turn page ${page}` : `Turn ${pages.length} pages`;
  }
  if (labelScheme !== undefined) return "Choose names of pages";
  return cropsMargins === true ? "Crop margins" : "Show margins";
}

/**
 * Changes how a document is read, as one step that can be undone. A change that changes nothing is no step.
 *
 * @throws ProbativeError `document/not-found`, `document/no-such-page`
 */
export function setReading(ports: CasePorts, documentId: DocumentId, change: ReadingChange): Reading {
  const document = requireDocument(ports, documentId);
  const before = ports.readings.find(documentId);
  const missing = change.pages.find((page) => page > document.pages);
  if (missing !== undefined) {
    throw new ProbativeError("document/no-such-page", `It has ${document.pages}.`, {
      page: missing,
      pages: document.pages,
    });
  }
  const every = Array.from({ length: document.pages }, (_, index) => index + 1);
  const pages = change.pages.length === 0 ? every : [...new Set(change.pages)];
  const after: Reading = {
    labelScheme: change.labelScheme === undefined ? before.labelScheme : change.labelScheme,
    turned: change.turn === undefined ? before.turned : turnPages(before.turned, pages, DEGREES[change.turn]),
    cropsMargins: change.cropsMargins ?? before.cropsMargins,
  };
  if (JSON.stringify(after) === JSON.stringify(before)) return before;
  ports.edits.perform(labelOf(change), () => ports.readings.update(documentId, after));
  ports.publish({ kind: "changed", areas: ["readings", "edits"] });
  return after;
}

/**
 * Where the lines of text stand on some pages, those of them that the document has.
 *
 * @throws ProbativeError `document/not-found`
 */
export function sketchPages(
  ports: Pick<CasePorts, "documents" | "index">,
  documentId: DocumentId,
  from: number,
  to: number,
): readonly PageSketch[] {
  const { pages } = requireDocument(ports, documentId);
  const sketches: PageSketch[] = [];
  for (let page = from; page <= Math.min(to, pages); page += 1) {
    const box = ports.index.pageInfo(documentId, page)?.box;
    sketches.push(box === undefined ? [] : sketchPage(ports.index.pageRuns(documentId, page), box));
  }
  return sketches;
}
