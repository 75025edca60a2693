import { z } from "zod";
import { type BriefId, briefIdSchema, type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import type { FileOutcome } from "#shared/model/job.ts";
import { type SearchOptions, type SearchRequest, searchOptionsSchema } from "#shared/model/search.ts";
import { type FacetChoice, NO_CHOICE } from "../library/facets.ts";
import {
  activateTab,
  closeTab,
  type Desk,
  type DeskTab,
  EMPTY_DESK,
  focusSide,
  joinSides,
  keepTabs,
  moveTab,
  openBeside,
  openDocument,
  rememberPage,
  type Side,
  type SideId,
  tabKey,
} from "./desk/desk.ts";
import type { ReaderPlace, SearchPlace, TabSubject, ViewName } from "./navigation.ts";

/** What the frame knows beyond the backend's answers. */
export interface FrameState {
  readonly view: ViewName;
  /** What is open in the reader. */
  readonly desk: Desk;
  /** Share of the width that the left side of a split has, 0 to 1. */
  readonly leftShare: number;
  /** The panel with the steps that can be undone and redone is open. */
  readonly showsHistory: boolean;
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
  | { readonly kind: "open-beside"; readonly subject: TabSubject }
  | { readonly kind: "close-tab"; readonly side: SideId; readonly key: string }
  | { readonly kind: "activate-tab"; readonly side: SideId; readonly key: string }
  /** To the other side where `to` is null, made when there is none; before the tab `before`, else to the end. */
  | {
      readonly kind: "move-tab";
      readonly side: SideId;
      readonly key: string;
      readonly to: SideId | null;
      readonly before?: string;
    }
  | { readonly kind: "focus-side"; readonly side: SideId }
  | { readonly kind: "join-sides" }
  | { readonly kind: "set-left-share"; readonly share: number }
  | {
      readonly kind: "remember-page";
      readonly side: SideId;
      readonly documentId: DocumentId;
      readonly page: number;
    }
  | { readonly kind: "keep-documents"; readonly known: ReadonlySet<DocumentId> }
  | { readonly kind: "keep-briefs"; readonly known: ReadonlySet<BriefId> }
  | { readonly kind: "show-history"; readonly shown: boolean }
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
  desk: EMPTY_DESK,
  leftShare: 0.5,
  showsHistory: false,
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
    case "open": {
      const { documentId, place, instead } = action;
      return { ...state, view: "reader", desk: openDocument(state.desk, documentId, place, instead) };
    }
    case "open-beside":
      return { ...state, view: "reader", desk: openBeside(state.desk, action.subject) };
    case "close-tab":
      return { ...state, desk: closeTab(state.desk, action.side, action.key) };
    case "activate-tab":
      return { ...state, view: "reader", desk: activateTab(state.desk, action.side, action.key) };
    case "move-tab":
      return { ...state, desk: moveTab(state.desk, action.side, action.key, action.to, action.before) };
    case "focus-side":
      return withDesk(state, focusSide(state.desk, action.side));
    case "join-sides":
      return { ...state, desk: joinSides(state.desk) };
    case "set-left-share":
      return { ...state, leftShare: action.share };
    case "remember-page":
      return { ...state, desk: rememberPage(state.desk, action.side, action.documentId, action.page) };
    case "keep-documents":
      return withDesk(
        state,
        keepTabs(state.desk, (tab) => tab.kind !== "document" || action.known.has(tab.documentId)),
      );
    case "keep-briefs":
      return withDesk(
        state,
        keepTabs(state.desk, (tab) => tab.kind !== "brief" || action.known.has(tab.briefId)),
      );
    case "show-history":
      return { ...state, showsHistory: action.shown };
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

function withDesk(state: FrameState, desk: Desk): FrameState {
  return desk === state.desk ? state : { ...state, desk };
}

const storedTabSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("document"), documentId: documentIdSchema, page: z.number().int().positive() }),
  z.object({ kind: z.literal("brief"), briefId: briefIdSchema }),
  z.object({ kind: z.literal("passages") }),
]);

const storedSideSchema = z.object({ tabs: z.array(storedTabSchema), active: z.string().nullable() });

const storedSchema = z.object({
  view: z.enum(["library", "search", "reader", "passages", "briefs", "activity"]),
  /** From left to right. */
  sides: z.union([z.tuple([storedSideSchema]), z.tuple([storedSideSchema, storedSideSchema])]),
  /** Place of the side that has the keyboard. */
  focused: z.number().int(),
  leftShare: z.number().min(0).max(1),
  showsHistory: z.boolean(),
  activeBrief: briefIdSchema.nullable(),
});

type StoredSide = z.infer<typeof storedSideSchema>;

/**
 * What of a frame is kept for next time. What was searched for is not: it would tell too much. Widths of panels, and
 * which of them are open, are kept beside it (ui/panel-memory.ts), for the same case.
 */
export function storeFrame(state: FrameState): z.infer<typeof storedSchema> {
  const [left, right] = state.desk.sides;
  return {
    view: state.view === "search" ? "library" : state.view,
    sides: right === undefined ? [storeSide(left)] : [storeSide(left), storeSide(right)],
    focused: right?.id === state.desk.focused ? 1 : 0,
    leftShare: state.leftShare,
    showsHistory: state.showsHistory,
    activeBrief: state.activeBrief,
  };
}

/** The frame as it was left; an empty one when nothing usable was stored. */
export function restoreFrame(stored: unknown): FrameState {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return EMPTY_FRAME;
  const { sides, focused, ...rest } = parsed.data;
  return { ...EMPTY_FRAME, ...rest, desk: restoreDesk(sides, focused) };
}

function storeSide({ tabs, active }: Side): StoredSide {
  return {
    tabs: tabs.map((tab) =>
      tab.kind === "document" ? { kind: tab.kind, documentId: tab.documentId, page: tab.place?.page ?? 1 } : tab,
    ),
    active,
  };
}

function restoreDesk([left, right]: z.infer<typeof storedSchema>["sides"], focused: number): Desk {
  const one = restoreSide("one", left);
  if (right === undefined || right.tabs.length === 0) return { sides: [one], focused: "one" };
  const two = restoreSide("two", right);
  if (left.tabs.length === 0) return { sides: [two], focused: "two" };
  return { sides: [one, two], focused: focused === 1 ? "two" : "one" };
}

function restoreSide(id: SideId, { tabs, active }: StoredSide): Side {
  const restored = tabs.map(
    (tab): DeskTab =>
      tab.kind === "document"
        ? { kind: tab.kind, documentId: tab.documentId, place: { page: tab.page }, request: 1 }
        : tab,
  );
  const [first] = restored;
  const isOpen = restored.some((tab) => tabKey(tab) === active);
  return { id, tabs: restored, active: isOpen ? active : first === undefined ? null : tabKey(first) };
}
