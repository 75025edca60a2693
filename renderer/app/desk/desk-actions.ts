import type { BriefId } from "#shared/base/ids.ts";
import { say } from "../../messages/say.ts";
import type { CommandId } from "../commands.ts";
import type { FrameAction, FrameState } from "../frame-state.ts";
import { activeTab, focusedSide, otherSide, tabKey } from "./desk.ts";
import { focusOnSide } from "./side-focus.ts";
import { closeOthers, subjectOf } from "./tab-actions.tsx";

/** What the commands of the desk need beside it. */
interface Surroundings {
  /** The brief that is written on, or the first one; null while there is none. */
  readonly brief: BriefId | null;
  readonly announce: (message: string) => void;
  /** Draws at once what an action changes: what takes the keyboard next has to stand there. */
  readonly flush: (change: () => void) => void;
  /** Puts the keyboard into the view. */
  readonly toMain: () => void;
}

const DESK_COMMANDS = [
  "open-beside",
  "move-beside",
  "brief-beside",
  "passages-beside",
  "other-side",
  "join-sides",
  "next-tab",
  "previous-tab",
  "close-tab",
  "close-other-tabs",
] as const satisfies readonly CommandId[];

type DeskCommandId = (typeof DESK_COMMANDS)[number];

/** False for a command of tabs and sides that has nothing to act on: the reader is not in sight, or there is no split. */
export function isOnDesk({ view, desk }: FrameState, id: CommandId): boolean {
  const hasTabs = view === "reader" && focusedSide(desk).tabs.length > 0;
  const isSplit = desk.sides.length > 1;
  switch (id) {
    case "open-beside":
    case "close-tab":
      return hasTabs;
    case "move-beside":
      return hasTabs && (isSplit || focusedSide(desk).tabs.length > 1);
    case "next-tab":
    case "previous-tab":
    case "close-other-tabs":
      return hasTabs && focusedSide(desk).tabs.length > 1;
    case "join-sides":
    case "other-side":
      return view === "reader" && isSplit;
    default:
      return true;
  }
}

/** What the commands of tabs and sides do. */
export function deskActions(
  state: FrameState,
  dispatch: (action: FrameAction) => void,
  { brief, announce, flush, toMain }: Surroundings,
): Readonly<Record<DeskCommandId, () => void>> {
  const { desk } = state;
  const side = focusedSide(desk);
  const tab = activeTab(side);
  const ifOffered = (id: DeskCommandId, run: () => void) => () => {
    if (isOnDesk(state, id)) run();
    else announce(say("app.nothingHere"));
  };
  const step = (by: 1 | -1) => () => {
    const { tabs, active } = side;
    const at = tabs.findIndex((candidate) => tabKey(candidate) === active);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next !== undefined) dispatch({ kind: "activate-tab", side: side.id, key: tabKey(next) });
  };
  const moveBeside = () => {
    if (tab !== null) dispatch({ kind: "move-tab", side: side.id, key: tabKey(tab), to: null });
  };
  return {
    "open-beside": ifOffered("open-beside", () => {
      if (tab?.kind === "document") dispatch({ kind: "open-beside", subject: subjectOf(tab) });
      else moveBeside();
    }),
    "move-beside": ifOffered("move-beside", moveBeside),
    "brief-beside": () => {
      if (brief === null) announce(say("app.noBriefYet"));
      else dispatch({ kind: "open-beside", subject: { kind: "brief", briefId: brief } });
    },
    "passages-beside": () => dispatch({ kind: "open-beside", subject: { kind: "passages" } }),
    "other-side": () => {
      const other = otherSide(desk);
      if (state.view !== "reader") {
        toMain();
        return;
      }
      const target = other?.id ?? side.id;
      flush(() => dispatch({ kind: "focus-side", side: target }));
      focusOnSide(target);
    },
    "join-sides": ifOffered("join-sides", () => dispatch({ kind: "join-sides" })),
    "next-tab": ifOffered("next-tab", step(1)),
    "previous-tab": ifOffered("previous-tab", step(-1)),
    "close-tab": ifOffered("close-tab", () => {
      if (tab !== null) dispatch({ kind: "close-tab", side: side.id, key: tabKey(tab) });
    }),
    "close-other-tabs": ifOffered("close-other-tabs", () => {
      if (tab !== null) closeOthers(side, tabKey(tab), dispatch);
    }),
  };
}
