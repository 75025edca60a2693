import type { ReactNode, Ref } from "react";
import type { DocumentId } from "#shared/base/ids.ts";
import type { DocumentDetail, PageText } from "#shared/model/document.ts";
import type { Quad } from "#shared/model/geometry.ts";
import type { TextLayer } from "#shared/model/page-state.ts";
import type { PageRegion, TextRange } from "#shared/model/passage.ts";
import type { Bookmark } from "#shared/model/reading.ts";
import type { TagColor } from "#shared/model/tag.ts";
import type { Span } from "#shared/text/normalize.ts";
import type { ReaderPanel } from "./side-panel.tsx";

/** Something boxed on a page: a tagged passage or a hit of the query. `quads` are in PDF user space. */
export interface ReaderMark {
  readonly id: string;
  /** 1-based position in the file. */
  readonly page: number;
  readonly quads: readonly Quad[];
  readonly look:
    | {
        readonly kind: "passage";
        /** Of its first tag. */
        readonly color: TagColor | null;
        /** Of all its tags, in their order. */
        readonly colors: readonly TagColor[];
        /** Among passages that overlap each has a lane of its own, from 0: their lines stand below each other. */
        readonly lane: number;
        /** A rectangle of the page instead of text. */
        readonly boxed: boolean;
        readonly current: boolean;
      }
    | { readonly kind: "hit"; readonly current: boolean };
  /** What it is, for assistive technology and the tooltip. */
  readonly label: string;
  /** Offsets of its text on the page, where it has any: where it is marked when the pages are shown as text. */
  readonly span?: Span;
}

/** Where the reader is asked to go. A new `request` scrolls again, even to the same place. */
export interface ReaderTarget {
  readonly page: number;
  /** Brought to the middle of the view; the top of the page when absent or empty. */
  readonly quads?: readonly Quad[];
  readonly request: number;
  /** One of many on the way from hit to hit: going back leads to where the way began. */
  readonly step?: boolean;
}

/** A part of a selection on one page. `quads` in PDF user space. */
export interface SelectedRange extends TextRange {
  readonly quads: readonly Quad[];
}

/** Where a passage stands or shall stand: offsets into the text of each page, or a rectangle with the text inside of it. */
export interface Extent {
  readonly ranges: readonly SelectedRange[];
  /** The exact text; parts on successive pages are joined by one line break. Empty for a region without text. */
  readonly quote: string;
  readonly region: PageRegion | null;
}

/** What is selected. */
export interface ReaderSelection extends Extent {
  /** Client rectangle, where the selection was left, beside which a popover can stand. */
  readonly anchor: DOMRect;
}

/** The passage whose ends can be moved. */
export interface AdjustableExtent {
  /** Handed back with the new extent. */
  readonly id: string;
  readonly ranges: readonly TextRange[];
  readonly region: PageRegion | null;
}

/** What can be done about the text of a page. */
export interface PageTextActions {
  /** Asks for OCR of this document before all others. */
  readonly recognise: () => void;
  /** Puts the other text of a page into use; the one that was in use is kept. */
  readonly chooseLayer: (page: number, layer: TextLayer) => void;
}

/** A way of selecting that stays until it is left: going from sentence to sentence, or drawing rectangles. */
export type SelectingMode = "sentences" | "region";

/** What a parent may ask of a mounted reader. */
export interface ReaderHandle {
  /** Starts a way of selecting, or leaves it (null). */
  setMode(mode: SelectingMode | null): void;
  /** Starts moving and sizing the rectangle of the adjustable passage. */
  adjustRegion(): void;
  /** The picture of a region as PNG, at twice its size at 100 %. Rejects when the page cannot be painted. */
  cropRegion(region: PageRegion): Promise<Blob>;
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
  /** The passage whose ends can be moved, where it stands now. */
  readonly adjustable?: AdjustableExtent | null;
  readonly onAdjust?: (id: string, extent: Extent) => void;
  /** Called when a way of selecting was started or left, by key, button or handle. */
  readonly onModeChange?: (mode: SelectingMode | null) => void;
  /** What can be done about the text of a page; absent in a preview. Stable, so that pages need not be made anew. */
  readonly textActions?: PageTextActions;
  /** Called with the page that is most in sight, also for the first one. */
  readonly onPageChange: (page: number) => void;
  /** Pages that were marked; none in a preview. */
  readonly bookmarks?: readonly Bookmark[];
  /** Puts a bookmark on a page, or takes it away. */
  readonly onBookmark?: (page: number) => void;
  /** Opens what finds words in the document. */
  readonly onFind?: () => void;
  /** What the panel at the left can show besides outline and pages. */
  readonly panels?: readonly ReaderPanel[];
  /** The document on the other side of a split that says the same as this one; null when there is none. */
  readonly counterpart?: DocumentId | null;
  /** True where commands of the window are carried out here: on the side that has the keyboard. */
  readonly commanded?: boolean;
  readonly onNextHit?: () => void;
  readonly onPreviousHit?: () => void;
  /** Stands at the foot of the pages. */
  readonly footer?: ReactNode;
  /** Shown at the left of the toolbar: what the document is. */
  readonly headerExtra?: ReactNode;
  readonly ref?: Ref<ReaderHandle>;
}
