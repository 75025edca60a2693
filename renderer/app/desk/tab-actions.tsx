import { ArrowLeftRight, Columns2, Square, X } from "lucide-react";
import { say } from "../../messages/say.ts";
import type { MenuItem } from "../../ui/menu.tsx";
import type { FrameAction } from "../frame-state.ts";
import type { TabSubject } from "../navigation.ts";
import { keysOf } from "../shortcuts.ts";
import { IS_MAC } from "../use-shortcuts.ts";
import { type Desk, type DeskTab, type Side, tabKey } from "./desk.ts";

/** What a tab shows, where it shows it: to show the same elsewhere. */
export function subjectOf(tab: DeskTab): TabSubject {
  if (tab.kind !== "document") return tab;
  const { kind, documentId, place } = tab;
  return place === null ? { kind, documentId } : { kind, documentId, place };
}

/** Everything that can be done with a tab, for its menu. The keys are shown where they mean this tab. */
export function tabMenuItems(
  tab: DeskTab,
  side: Side,
  desk: Desk,
  dispatch: (action: FrameAction) => void,
): readonly MenuItem[] {
  const key = tabKey(tab);
  const isMeant = desk.focused === side.id && side.active === key;
  const isSplit = desk.sides.length > 1;
  const withKeys = (id: Parameters<typeof keysOf>[0]) => {
    const keys = isMeant ? keysOf(id, IS_MAC) : "";
    return keys === "" ? {} : { shortcut: keys };
  };
  const others = side.tabs.filter((other) => other !== tab);
  const items: readonly (MenuItem | null)[] = [
    tab.kind === "document"
      ? {
          id: "beside",
          label: say("app.openBeside"),
          icon: <Columns2 aria-hidden />,
          onSelect: () => dispatch({ kind: "open-beside", subject: subjectOf(tab) }),
          ...withKeys("open-beside"),
        }
      : null,
    isSplit || others.length > 0
      ? {
          id: "move",
          label: say("app.moveBeside"),
          icon: <ArrowLeftRight aria-hidden />,
          onSelect: () => dispatch({ kind: "move-tab", side: side.id, key, to: null }),
          ...withKeys("move-beside"),
        }
      : null,
    isSplit
      ? {
          id: "join",
          label: say("app.joinSides"),
          icon: <Square aria-hidden />,
          onSelect: () => dispatch({ kind: "join-sides" }),
          ...withKeys("join-sides"),
        }
      : null,
    {
      id: "close",
      label: say("app.closeTheTab"),
      icon: <X aria-hidden />,
      separated: true,
      onSelect: () => dispatch({ kind: "close-tab", side: side.id, key }),
      ...withKeys("close-tab"),
    },
    others.length > 0
      ? {
          id: "close-others",
          label: say("app.closeOtherTabs"),
          onSelect: () => closeOthers(side, key, dispatch),
          ...withKeys("close-other-tabs"),
        }
      : null,
  ];
  return items.filter((item) => item !== null);
}

/** Closes every tab of a side but one. */
export function closeOthers(side: Side, key: string, dispatch: (action: FrameAction) => void): void {
  for (const tab of side.tabs) {
    if (tabKey(tab) !== key) dispatch({ kind: "close-tab", side: side.id, key: tabKey(tab) });
  }
}
