import type { ReactNode, Ref } from "react";
import type { DocumentDetail, PageText } from "#shared/model/document.ts";
import type { Quad } from "#shared/model/geometry.ts";
import type { TextLayer } from "#shared/model/page-state.ts";
import type { TextRange } from "#shared/model/passage.ts";
import type { TagColor } from "#shared/model/tag.ts";

/** Something boxed on a page: a tagged passage or a hit of the query. `quads` are in PDF user space. */
export interface ReaderMark {
  readonly id: string;
  /** 1-based position in the file. */
  readonly page: number;
  readonly quads: readonly Quad[];
  readonly look:
    | { readonly kind: "passage"; readonly color: TagColor | null; readonly current: boolean }
    | { readonly kind: "hit"; readonly current: boolean };
  /** What it is, for assistive technology and the tooltip. */
  readonly label: string;
}

/** Where the reader is asked to go. A new `request` scrolls again, even to the same place. */
export interface ReaderTarget {
  readonly page: number;
  /** Brought to the middle of the view; the top of the page when absent or empty. */
  readonly quads?: readonly Quad[];
  readonly request: number;
}

/** Selected text: offsets into the text of each page, and the exact text (pages joined by one line break). */
export interface ReaderSelection {
  readonly ranges: readonly TextRange[];
  readonly quote: string;
  /** Client rectangle, where the selection was left, beside which a popover can stand. */
  readonly anchor: DOMRect;
}

/** What can be done about the text of a page. */
export interface PageTextActions {
  /** Asks for OCR of this document before all others. */
  readonly recognise: () => void;
  /** Puts the other text of a page into use; the one that was in use is kept. */
  readonly chooseLayer: (page: number, layer: TextLayer) => void;
}

/** What a parent may ask of a mounted reader. */
export interface ReaderHandle {
  /** Drops the selection and the caret; `onSelectionChange(null)` follows if something was selected. */
  clearSelection(): void;
  /** Puts the keyboard on the pages. */
  focus(): void;
  /** Shows the top of a page (1-based position in the file). */
  goToPage(page: number): void;
}

export interface ReaderProps {
  readonly detail: DocumentDetail;
  /** Address of the PDF, with byte ranges. */
  readonly fileUrl: string;
  /** Rejects when the text of the page cannot be read. */
  readonly loadPageText: (page: number) => Promise<PageText>;
  readonly marks: readonly ReaderMark[];
  readonly target: ReaderTarget | null;
  /** `preview` shows the pages and the gutter only. */
  readonly chrome: "full" | "preview";
  /** Called when a selection has been made or dropped, not while it is being drawn. */
  readonly onSelectionChange: (selection: ReaderSelection | null) => void;
  readonly onMarkActivate: (id: string, anchor: DOMRect) => void;
  /** What can be done about the text of a page; absent in a preview. Stable, so that pages need not be made anew. */
  readonly textActions?: PageTextActions;
  /** Called with the page that is most in sight, also for the first one. */
  readonly onPageChange: (page: number) => void;
  readonly onNextHit?: () => void;
  readonly onPreviousHit?: () => void;
  /** Shown at the left of the toolbar: what the document is. */
  readonly headerExtra?: ReactNode;
  readonly ref?: Ref<ReaderHandle>;
}
