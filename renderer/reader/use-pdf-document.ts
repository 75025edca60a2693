import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useCallback, useEffect, useState } from "react";
import { explainPdfError, sharePdf } from "./pdf-library.ts";

/** A PDF as the reader has it. Pages can be laid out, searched and selected before and without `open`. */
export type PdfState =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly pdf: PDFDocumentProxy }
  | { readonly kind: "failed"; readonly reason: string };

/** Opens the PDF at an address and closes it again; `retry` starts over. */
export function usePdfDocument(fileUrl: string): { readonly state: PdfState; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ readonly attempt: number; readonly url: string; readonly state: PdfState }>();

  useEffect(() => {
    let current = true;
    const settle = (state: PdfState): void => {
      if (current) setOpened({ attempt, url: fileUrl, state });
    };
    const fail = (error: unknown): void => {
      settle({ kind: "failed", reason: explainPdfError(error) });
    };
    const opening = sharePdf(fileUrl, fail);
    opening.pdf.then((pdf) => settle({ kind: "open", pdf }), fail);
    return () => {
      current = false;
      opening.close();
    };
  }, [fileUrl, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const isCurrent = opened !== undefined && opened.url === fileUrl && opened.attempt === attempt;
  return { state: isCurrent ? opened.state : { kind: "opening" }, retry };
}
