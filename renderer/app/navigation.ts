import { createContext, useContext } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { Quad } from "#shared/model/geometry.ts";

/** The views of the rail. */
export type ViewName = "library" | "search" | "reader" | "passages" | "briefs";

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
