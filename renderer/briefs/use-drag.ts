import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type DragData, readDragData } from "./drag-data.ts";

/**
 * Lets an element be dragged.
 *
 * @param handle the part that starts a drag; the whole element when absent
 * @returns true while it is dragged
 */
export function useDraggable(
  element: RefObject<HTMLElement | null>,
  data: DragData,
  handle?: RefObject<HTMLElement | null>,
): boolean {
  const [dragging, setDragging] = useState(false);
  const getData = useEffectEvent(() => ({ ...data }));
  useEffect(() => {
    if (element.current === null) return;
    return draggable({
      element: element.current,
      ...(handle?.current ? { dragHandle: handle.current } : {}),
      getInitialData: () => getData(),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, handle]);
  return dragging;
}

/** Half of an element over which something is held: what is dropped goes before or after it. */
export type DropSide = "before" | "after";

/** Something acceptable is held over an element. */
export interface HeldOver {
  readonly side: DropSide;
  readonly kind: DragData["kind"];
}

interface DropTarget {
  readonly accepts: (data: DragData) => boolean;
  readonly onDrop: (data: DragData, side: DropSide) => void;
}

/**
 * Lets things be dropped before or after an element. Only the innermost target takes a drop.
 *
 * @returns what it is and the side on which it would land, or null while nothing acceptable is held over it
 */
export function useDropSide(element: RefObject<HTMLElement | null>, target: DropTarget): HeldOver | null {
  const [held, setHeld] = useState<HeldOver | null>(null);
  const accepts = useEffectEvent(target.accepts);
  const drop = useEffectEvent(target.onDrop);
  useEffect(() => {
    if (element.current === null) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => {
        const data = readDragData(source.data);
        return data !== null && accepts(data);
      },
      getData: ({ input, element: over }) => {
        const box = over.getBoundingClientRect();
        return { side: input.clientY < box.top + box.height / 2 ? "before" : "after" };
      },
      onDrag: ({ self, location, source }) => {
        const innermost = location.current.dropTargets[0]?.element === self.element;
        const data = readDragData(source.data);
        const next = innermost && data !== null ? { side: sideOf(self.data), kind: data.kind } : null;
        setHeld((before) => (before?.side === next?.side && before?.kind === next?.kind ? before : next));
      },
      onDragLeave: () => setHeld(null),
      onDrop: ({ source, self, location }) => {
        setHeld(null);
        const data = readDragData(source.data);
        if (data === null || location.current.dropTargets[0]?.element !== self.element) return;
        drop(data, sideOf(self.data));
      },
    });
  }, [element]);
  return held;
}

function sideOf(data: Readonly<Record<string | symbol, unknown>>): DropSide {
  return data["side"] === "before" ? "before" : "after";
}
