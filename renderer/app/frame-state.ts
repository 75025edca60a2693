import { z } from "zod";
import { type BriefId, briefIdSchema, type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import type { FileOutcome } from "#shared/model/job.ts";
import { type SearchOptions, type SearchRequest, searchOptionsSchema } from "#shared/model/search.ts";
import { type FacetChoice, NO_CHOICE } from "../library/facets.ts";
import type { ReaderPlace, SearchPlace, ViewName } from "./navigation.ts";

/** A document that is open in the reader. `request` grows when the tab is asked to go somewhere. */
export interface ReaderTab {
  readonly documentId: DocumentId;
  readonly place: ReaderPlace | null;
  readonly request: number;
}

/** What the frame knows beyond the backend's answers. */
export interface FrameState {
  readonly view: ViewName;
  readonly tabs: readonly ReaderTab[];
  readonly activeDocument: DocumentId | null;
  readonly query: string;
  /** How the search is read, besides its text. */
  readonly searchOptions: SearchOptions;
  readonly searchPlace: SearchPlace;
  readonly activeBrief: BriefId | null;
  /** What the library is narrowed to. */
  readonly libraryChoice: FacetChoice;
  /** What the account of imports is filtered by. */
  readonly accountFilter: FileOutcome | null;
}

export type FrameAction =
  | { readonly kind: "show"; readonly view: ViewName }
  | {
      readonly kind: "open";
      readonly documentId: DocumentId;
      readonly place: ReaderPlace | null;
      /** Its tab makes room for the document. */
      readonly instead?: DocumentId;
    }
  | { readonly kind: "close-tab"; readonly documentId: DocumentId }
  | { readonly kind: "activate-tab"; readonly documentId: DocumentId }
  | { readonly kind: "remember-page"; readonly documentId: DocumentId; readonly page: number }
  | { readonly kind: "keep-documents"; readonly known: ReadonlySet<DocumentId> }
  | { readonly kind: "set-query"; readonly query: string }
  | { readonly kind: "set-search-options"; readonly options: SearchOptions }
  | { readonly kind: "open-search"; readonly search: SearchRequest }
  | { readonly kind: "show-search-place"; readonly place: SearchPlace }
  | { readonly kind: "set-brief"; readonly briefId: BriefId | null }
  | { readonly kind: "narrow-library"; readonly choice: FacetChoice }
  | { readonly kind: "set-account-filter"; readonly outcome: FileOutcome | null };

/** The frame of a case that was never open in this window. */
export const EMPTY_FRAME: FrameState = {
  view: "library",
  tabs: [],
  activeDocument: null,
  query: "",
  searchOptions: searchOptionsSchema.parse({}),
  searchPlace: "results",
  activeBrief: null,
  libraryChoice: NO_CHOICE,
  accountFilter: null,
};

/** One step of the frame. */
export function reduceFrame(state: FrameState, action: FrameAction): FrameState {
  switch (action.kind) {
    case "show":
      return { ...state, view: action.view };
    case "open":
      return openTab(makeRoom(state, action.documentId, action.instead), action.documentId, action.place);
    case "close-tab":
      return closeTab(state, action.documentId);
    case "activate-tab":
      return { ...state, activeDocument: action.documentId, view: "reader" };
    case "remember-page":
      return {
        ...state,
        tabs: state.tabs.map((tab) =>
          tab.documentId === action.documentId ? { ...tab, place: placeOnPage(tab.place, action.page) } : tab,
        ),
      };
    case "keep-documents": {
      const gone = state.tabs.filter((tab) => !action.known.has(tab.documentId));
      return gone.reduce((kept, tab) => closeTab(kept, tab.documentId), state);
    }
    case "set-query":
      return {
        ...state,
        query: action.query,
        searchPlace: action.query.trim() === "" || action.query === state.query ? state.searchPlace : "results",
        searchOptions:
          action.query.trim() === "" ? { ...state.searchOptions, filters: [], without: [] } : state.searchOptions,
        view: action.query.trim() === "" || action.query === state.query ? state.view : "search",
      };
    case "set-search-options":
      return { ...state, searchOptions: action.options };
    case "open-search": {
      const { query, ...searchOptions } = action.search;
      return { ...state, query, searchOptions, searchPlace: "results", view: "search" };
    }
    case "show-search-place":
      return { ...state, searchPlace: action.place, view: "search" };
    case "set-brief":
      return { ...state, activeBrief: action.briefId };
    case "narrow-library":
      return { ...state, libraryChoice: action.choice };
    case "set-account-filter":
      return { ...state, accountFilter: action.outcome };
  }
}

function openTab(state: FrameState, documentId: DocumentId, place: ReaderPlace | null): FrameState {
  const opened = { ...state, view: "reader" as const, activeDocument: documentId };
  const known = state.tabs.find((tab) => tab.documentId === documentId);
  if (known === undefined) return { ...opened, tabs: [...state.tabs, { documentId, place, request: 1 }] };
  // Opened without a place, a document comes back where it was left.
  if (place === null) return opened;
  const moved = { documentId, place, request: known.request + 1 };
  return { ...opened, tabs: state.tabs.map((tab) => (tab === known ? moved : tab)) };
}

/** Puts the document that is to be opened where the tab of another one stands; the tab that it has already stays. */
function makeRoom(state: FrameState, documentId: DocumentId, instead: DocumentId | undefined): FrameState {
  if (instead === undefined || instead === documentId) return state;
  if (state.tabs.some((tab) => tab.documentId === documentId)) return closeTab(state, instead);
  const room = { documentId, place: null, request: 0 };
  return { ...state, tabs: state.tabs.map((tab) => (tab.documentId === instead ? room : tab)) };
}

function closeTab(state: FrameState, documentId: DocumentId): FrameState {
  const index = state.tabs.findIndex((tab) => tab.documentId === documentId);
  if (index < 0) return state;
  const tabs = state.tabs.filter((tab) => tab.documentId !== documentId);
  if (state.activeDocument !== documentId) return { ...state, tabs };
  const neighbour = tabs[Math.min(index, tabs.length - 1)];
  return { ...state, tabs, activeDocument: neighbour?.documentId ?? null };
}

/** A page that was scrolled to takes the tab's place; the search stays, its hits are still boxed there. */
function placeOnPage(place: ReaderPlace | null, page: number): ReaderPlace {
  if (place?.page === page) return place;
  return place?.trail === undefined ? { page } : { page, trail: place.trail };
}

const storedSchema = z.object({
  view: z.enum(["library", "search", "reader", "passages", "briefs", "activity"]),
  tabs: z.array(z.object({ documentId: documentIdSchema, page: z.number().int().positive() })),
  activeDocument: documentIdSchema.nullable(),
  activeBrief: briefIdSchema.nullable(),
});

/** What of a frame is kept for next time. What was searched for is not: it would tell too much. */
export function storeFrame(state: FrameState): z.infer<typeof storedSchema> {
  return {
    view: state.view === "search" ? "library" : state.view,
    tabs: state.tabs.map((tab) => ({ documentId: tab.documentId, page: tab.place?.page ?? 1 })),
    activeDocument: state.activeDocument,
    activeBrief: state.activeBrief,
  };
}

/** The frame as it was left; an empty one when nothing usable was stored. */
export function restoreFrame(stored: unknown): FrameState {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return EMPTY_FRAME;
  const { view, tabs, activeDocument, activeBrief } = parsed.data;
  const isOpen = tabs.some((tab) => tab.documentId === activeDocument);
  return {
    ...EMPTY_FRAME,
    view,
    tabs: tabs.map(({ documentId, page }) => ({ documentId, place: { page }, request: 1 })),
    activeDocument: isOpen ? activeDocument : (tabs[0]?.documentId ?? null),
    activeBrief,
  };
}
