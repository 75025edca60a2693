import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useMemo, useRef, useState } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail, PageInfo } from "#shared/model/document.ts";
import type { Box } from "#shared/model/geometry.ts";
import { PLAIN_READING, type Reading } from "#shared/model/reading.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import { type FoundMargins, MarginFinder, NO_MARGINS } from "./margin-finder.ts";
import { cropPage } from "./page-margins.ts";
import { addRotation } from "./page-transform.ts";
import type { RenderQueue } from "./render-queue.ts";

/** How a document is read in this case; as it is in the file until that is known. */
export function useReading(documentId: DocumentId): Reading {
  return useCallQuery("reading.show", { document: documentId }).data ?? PLAIN_READING;
}

/**
 * The pages as they are shown: those that people turned are turned, and margins are left out. All that is placed on pages
 * goes by a page's box and rotation, so marks, hits and selections turn with them.
 */
export function showPages(
  pageInfos: readonly PageInfo[],
  turned: Reading["turned"],
  crop: (info: PageInfo) => Box,
): readonly PageInfo[] {
  const byPage = new Map(turned.map(({ page, by }) => [page, by]));
  return pageInfos.map((info) => {
    const by = byPage.get(info.page) ?? 0;
    const box = crop(info);
    if (by === 0 && box === info.box) return info;
    return { ...info, box, rotation: addRotation(info.rotation, by) };
  });
}

/** The document with its pages as they are shown, and the way to say which of them are near. */
export interface ShownDocument {
  readonly detail: DocumentDetail;
  readonly lookAt: (first: number, last: number) => void;
}

/** Puts a reading into effect. `pdf` is null until it is open; margins are found by painting it. */
export function useShownDocument(
  detail: DocumentDetail,
  reading: Reading,
  pdf: PDFDocumentProxy | null,
  queue: RenderQueue,
): ShownDocument {
  const { pageInfos } = detail;
  const { turned, cropsMargins } = reading;
  const [found, setFound] = useState<FoundMargins>(NO_MARGINS);
  const finder = useRef<MarginFinder | null>(null);
  const near = useRef({ first: 1, last: 0 });
  // What the pages hold may be read anew; where they stand in the file stays.
  const original = useRef(pageInfos);

  useEffect(() => {
    if (!cropsMargins || pdf === null) return;
    const mine = new MarginFinder(pdf, original.current, queue, setFound);
    finder.current = mine;
    mine.look(near.current.first, near.current.last);
    return () => {
      mine.stop();
      finder.current = null;
      setFound(NO_MARGINS);
    };
  }, [cropsMargins, pdf, queue]);

  const shown = useMemo(() => {
    if (turned.length === 0 && !cropsMargins) return detail;
    const boxes = new Map<number, Box>();
    const crop = (info: PageInfo): Box => {
      if (!cropsMargins) return info.box;
      const box = boxes.get(info.page) ?? cropPage(info, found.common, found.own.get(info.page));
      boxes.set(info.page, box);
      return box;
    };
    return { ...detail, pageInfos: showPages(pageInfos, turned, crop) };
  }, [detail, pageInfos, turned, cropsMargins, found]);

  const [lookAt] = useState(() => (first: number, last: number): void => {
    near.current = { first, last };
    finder.current?.look(first, last);
  });
  return { detail: shown, lookAt };
}
