import type { BriefId, DocumentId } from "#shared/base/ids.ts";
import type { ReaderPlace, TabSubject } from "../navigation.ts";

/** A document that is open in the reader. `request` grows when the tab is asked to go somewhere. */
export interface DocumentTab {
  readonly kind: "document";
  readonly documentId: DocumentId;
  readonly place: ReaderPlace | null;
  readonly request: number;
}

/** What is open on a side. */
export type DeskTab =
  | DocumentTab
  | { readonly kind: "brief"; readonly briefId: BriefId }
  | { readonly kind: "passages" };

/** A name for a side that it keeps while the other one comes and goes; where it stands is its place in the list. */
export type SideId = "one" | "two";

/** A row of tabs and what is in front of it. `active` is the key of a tab, null while there are none. */
export interface Side {
  readonly id: SideId;
  readonly tabs: readonly DeskTab[];
  readonly active: string | null;
}

/**
 * What lies open: one side, or two side by side. Of two, neither is empty. A document has at most one tab on a side and
 * can be open on both, at two places; a brief and the passages are open once.
 */
export interface Desk {
  readonly sides: readonly [Side] | readonly [Side, Side];
  readonly focused: SideId;
}

export const EMPTY_DESK: Desk = { sides: [{ id: "one", tabs: [], active: null }], focused: "one" };

/** What tells a tab from the others of its side. */
export function tabKey(tab: DeskTab | TabSubject): string {
  switch (tab.kind) {
    case "document":
      return tab.documentId;
    case "brief":
      return tab.briefId;
    case "passages":
      return tab.kind;
  }
}

/** The side that has the keyboard. */
export function focusedSide({ sides, focused }: Desk): Side {
  return sides.find((side) => side.id === focused) ?? sides[0];
}

/** The side that has it not; null without a split. */
export function otherSide({ sides, focused }: Desk): Side | null {
  return sides.find((side) => side.id !== focused) ?? null;
}

/** The tab in front of a side. */
export function activeTab(side: Side | null): DeskTab | null {
  return side?.tabs.find((tab) => tabKey(tab) === side.active) ?? null;
}

/** The document in front on the focused side; where that is none, the one on the other side. */
export function activeDocument(desk: Desk): DocumentId | null {
  for (const side of [focusedSide(desk), otherSide(desk)]) {
    const tab = activeTab(side);
    if (tab?.kind === "document") return tab.documentId;
  }
  return null;
}

/**
 * Opens a document where it belongs: in place of the tab `instead`; in its own tab, wherever that is; else on the focused
 * side. From a brief or the passages it opens on the other side of a split, so that they stay in sight.
 */
export function openDocument(
  desk: Desk,
  documentId: DocumentId,
  place: ReaderPlace | null,
  instead?: DocumentId,
): Desk {
  const here = focusedSide(desk);
  const other = otherSide(desk);
  const has = (side: Side | null, key: string) => side?.tabs.some((tab) => tabKey(tab) === key) === true;
  if (instead !== undefined && instead !== documentId) {
    const side = has(here, instead) || !has(other, instead) ? here : (other ?? here);
    return onSide(desk, side.id, (before) => withDocument(makeRoom(before, documentId, instead), documentId, place));
  }
  const keepsInSight = activeTab(here)?.kind !== "document" && here.tabs.length > 0;
  const side = other !== null && (keepsInSight || (!has(here, documentId) && has(other, documentId))) ? other : here;
  return onSide(desk, side.id, (before) => withDocument(before, documentId, place));
}

/** Opens something on the other side, which is made when there is none. On an empty desk there is nothing to be beside. */
export function openBeside(desk: Desk, subject: TabSubject): Desk {
  const here = focusedSide(desk);
  if (here.tabs.length === 0) return onSide(desk, here.id, (before) => withTab(before, subject));
  if (subject.kind !== "document" && here.tabs.some((tab) => tabKey(tab) === tabKey(subject))) {
    return moveTab(desk, here.id, tabKey(subject), null);
  }
  const split = splitDesk(desk);
  const other = otherSide(split);
  return other === null ? desk : onSide(split, other.id, (before) => withTab(before, subject));
}

/** Puts a tab in front. */
export function activateTab(desk: Desk, side: SideId, key: string): Desk {
  return onSide(desk, side, (before) => ({ ...before, active: key }));
}

/** Puts the keyboard on a side, where there is one of that name. */
export function focusSide(desk: Desk, side: SideId): Desk {
  return desk.focused === side || !desk.sides.some(({ id }) => id === side) ? desk : { ...desk, focused: side };
}

/** Closes a tab; its neighbour comes to the front. A side of two that has no tab left goes. */
export function closeTab(desk: Desk, sideId: SideId, key: string): Desk {
  return tidy({ ...desk, sides: mapSides(desk.sides, (side) => (side.id === sideId ? without(side, key) : side)) });
}

/**
 * Moves a tab to the other side, which is made when there is none, or within its own.
 *
 * @param to the side; null for the other one
 * @param before the tab that it comes to stand before; the end when absent
 */
export function moveTab(desk: Desk, from: SideId, key: string, to: SideId | null, before?: string): Desk {
  const source = desk.sides.find((side) => side.id === from);
  const tab = source?.tabs.find((candidate) => tabKey(candidate) === key);
  if (source === undefined || tab === undefined) return desk;
  const split = to === null ? splitDesk(desk) : desk;
  const target = split.sides.find((side) => (to === null ? side.id !== from : side.id === to));
  // A side of its own for the only tab there is would leave nothing beside it.
  if (target === undefined || (source.tabs.length === 1 && target.tabs.length === 0)) return desk;
  const sides = mapSides(split.sides, (side) => {
    const left = side.id === from || side.id === target.id ? without(side, key) : side;
    if (side.id !== target.id) return left;
    const at = left.tabs.findIndex((candidate) => tabKey(candidate) === before);
    return { ...left, tabs: left.tabs.toSpliced(at < 0 ? left.tabs.length : at, 0, tab), active: key };
  });
  return tidy({ sides, focused: target.id });
}

/** One side again: the tabs of the right one go behind those of the left one. What has the keyboard stays in front. */
export function joinSides(desk: Desk): Desk {
  const [left, right] = desk.sides;
  if (right === undefined) return desk;
  const keys = new Set(left.tabs.map(tabKey));
  const tabs = [...left.tabs, ...right.tabs.filter((tab) => !keys.has(tabKey(tab)))];
  return { sides: [{ id: left.id, tabs, active: focusedSide(desk).active }], focused: left.id };
}

/** Closes every tab that is not to stay. */
export function keepTabs(desk: Desk, stays: (tab: DeskTab) => boolean): Desk {
  return desk.sides.reduce(
    (kept, side) =>
      side.tabs.filter((tab) => !stays(tab)).reduce((left, tab) => closeTab(left, side.id, tabKey(tab)), kept),
    desk,
  );
}

/** A page that was scrolled to takes the tab's place; the search stays, its hits are still boxed there. */
export function rememberPage(desk: Desk, sideId: SideId, documentId: DocumentId, page: number): Desk {
  const turned = (tab: DeskTab): DeskTab =>
    tab.kind === "document" && tab.documentId === documentId ? { ...tab, place: placeOnPage(tab.place, page) } : tab;
  return {
    ...desk,
    sides: mapSides(desk.sides, (side) => (side.id === sideId ? { ...side, tabs: side.tabs.map(turned) } : side)),
  };
}

function placeOnPage(place: ReaderPlace | null, page: number): ReaderPlace {
  if (place?.page === page) return place;
  return place?.trail === undefined ? { page } : { page, trail: place.trail };
}

/** Changes one side and puts the keyboard there. */
function onSide(desk: Desk, id: SideId, change: (side: Side) => Side): Desk {
  return tidy({ sides: mapSides(desk.sides, (side) => (side.id === id ? change(side) : side)), focused: id });
}

function mapSides(sides: Desk["sides"], change: (side: Side) => Side): Desk["sides"] {
  const [left, right] = sides;
  return right === undefined ? [change(left)] : [change(left), change(right)];
}

function splitDesk(desk: Desk): Desk {
  const [left, right] = desk.sides;
  if (right !== undefined) return desk;
  return { ...desk, sides: [left, { id: left.id === "one" ? "two" : "one", tabs: [], active: null }] };
}

/** Of two sides neither is empty. */
function tidy(desk: Desk): Desk {
  const [left, right] = desk.sides;
  if (right === undefined) return desk;
  if (right.tabs.length === 0) return { sides: [left], focused: left.id };
  if (left.tabs.length === 0) return { sides: [right], focused: right.id };
  return desk;
}

function withTab(side: Side, subject: TabSubject): Side {
  if (subject.kind === "document") return withDocument(side, subject.documentId, subject.place ?? null);
  const key = tabKey(subject);
  const isOpen = side.tabs.some((tab) => tabKey(tab) === key);
  return { ...side, tabs: isOpen ? side.tabs : [...side.tabs, subject], active: key };
}

function withDocument(side: Side, documentId: DocumentId, place: ReaderPlace | null): Side {
  const opened = { ...side, active: documentId };
  const known = side.tabs.find((tab) => tab.kind === "document" && tab.documentId === documentId);
  if (known?.kind !== "document") {
    return { ...opened, tabs: [...side.tabs, { kind: "document", documentId, place, request: 1 }] };
  }
  // Opened without a place, a document comes back where it was left.
  if (place === null) return opened;
  const moved: DocumentTab = { ...known, place, request: known.request + 1 };
  return { ...opened, tabs: side.tabs.map((tab) => (tab === known ? moved : tab)) };
}

/** Puts the document that is to be opened where the tab of another one stands; the tab that it has already stays. */
function makeRoom(side: Side, documentId: DocumentId, instead: DocumentId): Side {
  if (side.tabs.some((tab) => tabKey(tab) === documentId)) return without(side, instead);
  const room: DocumentTab = { kind: "document", documentId, place: null, request: 0 };
  return { ...side, tabs: side.tabs.map((tab) => (tabKey(tab) === instead ? room : tab)) };
}

function without(side: Side, key: string): Side {
  const index = side.tabs.findIndex((tab) => tabKey(tab) === key);
  if (index < 0) return side;
  const tabs = side.tabs.toSpliced(index, 1);
  if (side.active !== key) return { ...side, tabs };
  const neighbour = tabs[Math.min(index, tabs.length - 1)];
  return { ...side, tabs, active: neighbour === undefined ? null : tabKey(neighbour) };
}
