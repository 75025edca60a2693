import { createContext, useContext } from "react";
import type { BriefId, DocumentId, PassageId } from "#shared/base/ids.ts";
import type { Quad } from "#shared/model/geometry.ts";
import type { SearchOptions, SearchRequest, SearchSort } from "#shared/model/search.ts";
import type { MessageKey } from "../messages/en/english.ts";

/** The views of the rail. */
export type ViewName = "library" | "search" | "reader" | "passages" | "briefs" | "activity";

/** What the views are called. */
export const VIEW_NAMES: Readonly<Record<ViewName, MessageKey>> = {
  library: "app.library",
  search: "app.search",
  reader: "app.reader",
  passages: "passages.tags",
  briefs: "app.briefs",
  activity: "app.activity",
};

/** Parts of the search view: the result of the field, the searches that were kept, and lists of many searches. */
export type SearchPlace = "results" | "saved" | "terms";

/** The search that led to a document, so that its hits can be walked through there and on into the next document. */
export interface SearchTrail {
  readonly search: SearchRequest;
  readonly sort: SearchSort;
  /** Place of the document in the result, from 0; null when it was not opened from a list of results. */
  readonly rank: number | null;
}

/** Where to go in a document. */
export interface ReaderPlace {
  readonly page: number;
  /** What to bring into sight on that page; the top of the page when absent. */
  readonly quads?: readonly Quad[];
  /** The passage to mark as the current one. */
  readonly passageId?: PassageId;
  /** The search whose hits are boxed, and where on the page the hit begins that is to be the current one. */
  readonly trail?: SearchTrail;
  readonly hitStart?: number;
}

/** What can stand in a tab of the reader, beside something else. */
export type TabSubject =
  | { readonly kind: "document"; readonly documentId: DocumentId; readonly place?: ReaderPlace }
  | { readonly kind: "brief"; readonly briefId: BriefId }
  | { readonly kind: "passages" };

/**
 * What the frame gives the reader view for the active tab of a side. The view is mounted anew for another document.
 * A new `request` goes to `place` again, even when it is the same one.
 *
 * Two reader views can stand side by side, also of one document at two places: elements need names of their own (`useId`),
 * and what hears the whole window does so only while `focused`. A side of a split counts as narrow (`useNarrow`), and
 * what is remembered of its panels is its own (`usePanelOpen`, `useRemembered`).
 */
export interface ReaderViewProps {
  readonly documentId: DocumentId;
  /** Where to go first, or where the tab was left; null for the first page. */
  readonly place: ReaderPlace | null;
  readonly request: number;
  /** Tells the page that is most in sight, so that the tab comes back to it. */
  readonly onPageChange: (page: number) => void;
  /** Its side is the one that the keyboard stands in; always so without a split. Only then it takes the keyboard itself. */
  readonly focused: boolean;
  /** The document that stands on the other side of a split, e.g. to scroll along with it; null when there is none. */
  readonly beside: DocumentId | null;
}

/** What every view may ask of the frame. */
export interface Navigation {
  readonly view: ViewName;
  show(view: ViewName): void;
  /**
   * Opens a document in a tab of the reader (or the tab that it has) and goes to the place. With `instead` the tab of
   * that document makes room for it, so that walking through a result does not leave a row of tabs behind.
   */
  openDocument(documentId: DocumentId, place?: ReaderPlace, instead?: DocumentId): void;
  /**
   * Opens a document, a brief or the passages on the other side of a split, which is made when there is none. The keyboard
   * goes there. With a brief or the passages in front, `openDocument` too opens on the other side, once there is one.
   */
  openBeside(subject: TabSubject): void;
  /** The document in front on the side that has the keyboard; with a brief or passages there, the one on the other side. */
  readonly activeDocument: DocumentId | null;
  /** The text in the search field of the top bar; searching happens as it changes. */
  readonly query: string;
  setQuery(query: string): void;
  /** How the search in the field is read, besides its text. Filters and forms taken out go when the field is emptied. */
  readonly searchOptions: SearchOptions;
  setSearchOptions(options: SearchOptions): void;
  /** Puts a whole search into the field, such as a saved one, and shows its result. */
  openSearch(search: SearchRequest): void;
  /** The part of the search view that is in front. */
  readonly searchPlace: SearchPlace;
  showSearchPlace(place: SearchPlace): void;
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
