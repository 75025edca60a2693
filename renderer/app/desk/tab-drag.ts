import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { SideId } from "./desk.ts";

/** A tab on its way. */
export interface DraggedTab {
  readonly side: SideId;
  readonly key: string;
}

/** Lets a tab be dragged. */
export function useDraggableTab(element: RefObject<HTMLElement | null>, side: SideId, key: string): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind: "desk-tab", side, key }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, side, key]);
  return dragging;
}

interface TabTarget {
  /** `at` is where it is held, as a share of the element's width. */
  readonly accepts: (tab: DraggedTab, at: number) => boolean;
  readonly onDrop: (tab: DraggedTab) => void;
}

/**
 * Lets tabs be dropped on an element. Only the innermost target takes a drop.
 *
 * @returns true while a tab that it would take is held over it
 */
export function useTabTarget(element: RefObject<HTMLElement | null>, target: TabTarget): boolean {
  const [held, setHeld] = useState(false);
  const accepts = useEffectEvent(target.accepts);
  const drop = useEffectEvent(target.onDrop);
  useEffect(() => {
    const own = element.current;
    if (own === null) return;
    const isInnermost = (targets: readonly { readonly element: Element }[]) => targets[0]?.element === own;
    return dropTargetForElements({
      element: own,
      canDrop: ({ source, input }) => {
        const tab = draggedTab(source.data);
        const box = own.getBoundingClientRect();
        return tab !== null && accepts(tab, (input.clientX - box.left) / Math.max(1, box.width));
      },
      onDrag: ({ location }) => setHeld(isInnermost(location.current.dropTargets)),
      onDragLeave: () => setHeld(false),
      onDrop: ({ source, location }) => {
        setHeld(false);
        const tab = draggedTab(source.data);
        if (tab !== null && isInnermost(location.current.dropTargets)) drop(tab);
      },
    });
  }, [element]);
  return held;
}

/** Reads what a drag carries; null when it is no tab. */
function draggedTab(data: Readonly<Record<string | symbol, unknown>>): DraggedTab | null {
  const { kind, side, key } = data;
  if (kind !== "desk-tab" || (side !== "one" && side !== "two") || typeof key !== "string") return null;
  return { side, key };
}
