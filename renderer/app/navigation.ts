import { createContext, useContext } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { Quad } from "#shared/model/geometry.ts";

/** The views of the rail. */
export type ViewName = "library" | "search" | "reader" | "passages" | "briefs" | "activity";

/** Where to go in a document. */
export interface ReaderPlace {
  readonly page: number;
  /** What to bring into sight on that page; the top of the page when absent. */
  readonly quads?: readonly Quad[];
  /** The passage to mark as the current one. */
  readonly passageId?: PassageId;
  /** The query whose hits are boxed, and the hit to mark as the current one. */
  readonly query?: string;
  readonly hitStart?: number;
}

/**
 * What the frame gives the reader view for the active tab. The view is mounted anew for another document.
 * A new `request` goes to `place` again, even when it is the same one.
 */
export interface ReaderViewProps {
  readonly documentId: DocumentId;
  /** Where to go first, or where the tab was left; null for the first page. */
  readonly place: ReaderPlace | null;
  readonly request: number;
  /** Tells the page that is most in sight, so that the tab comes back to it. */
  readonly onPageChange: (page: number) => void;
}

/** What every view may ask of the frame. */
export interface Navigation {
  readonly view: ViewName;
  show(view: ViewName): void;
  /** Opens a document in a tab of the reader (or the tab that it has) and goes to the place. */
  openDocument(documentId: DocumentId, place?: ReaderPlace): void;
  /** The document in the reader's active tab. */
  readonly activeDocument: DocumentId | null;
  /** The text in the search field of the top bar; searching happens as it changes. */
  readonly query: string;
  setQuery(query: string): void;
  /** The brief that the panel beside the reader shows and that "Add to brief" adds to. */
  readonly activeBrief: BriefId | null;
  setActiveBrief(briefId: BriefId | null): void;
  /** Says something in the quiet message area (also to screen readers). */
  announce(message: string, tone?: "plain" | "bad"): void;
}

/** Given by the frame. */
export const NavigationContext = createContext<Navigation | null>(null);

/** The frame's navigation. Throws outside of the frame: that is a defect. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error("useNavigation needs the frame");
  return navigation;
}
