import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect, useRef, useState } from "react";
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
  const latest = useRef(data);
  useEffect(() => {
    latest.current = data;
  });
  useEffect(() => {
    if (element.current === null) return;
    return draggable({
      element: element.current,
      ...(handle?.current ? { dragHandle: handle.current } : {}),
      getInitialData: () => ({ ...latest.current }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, handle]);
  return dragging;
}

/** Half of an element over which something is held: what is dropped goes before or after it. */
export type DropSide = "before" | "after";

interface DropTarget {
  readonly accepts: (data: DragData) => boolean;
  readonly onDrop: (data: DragData, side: DropSide) => void;
}

/**
 * Lets things be dropped before or after an element. Only the innermost target takes a drop.
 *
 * @returns the side on which it would land, or null while nothing acceptable is held over it
 */
export function useDropSide(element: RefObject<HTMLElement | null>, target: DropTarget): DropSide | null {
  const [side, setSide] = useState<DropSide | null>(null);
  const latest = useRef(target);
  useEffect(() => {
    latest.current = target;
  });
  useEffect(() => {
    if (element.current === null) return;
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => {
        const data = readDragData(source.data);
        return data !== null && latest.current.accepts(data);
      },
      getData: ({ input, element: over }) => {
        const box = over.getBoundingClientRect();
        return { side: input.clientY < box.top + box.height / 2 ? "before" : "after" };
      },
      onDrag: ({ self, location }) => {
        const innermost = location.current.dropTargets[0]?.element === self.element;
        setSide(innermost ? sideOf(self.data) : null);
      },
      onDragLeave: () => setSide(null),
      onDrop: ({ source, self, location }) => {
        setSide(null);
        const data = readDragData(source.data);
        if (data === null || location.current.dropTargets[0]?.element !== self.element) return;
        latest.current.onDrop(data, sideOf(self.data));
      },
    });
  }, [element]);
  return side;
}

function sideOf(data: Readonly<Record<string | symbol, unknown>>): DropSide {
  return data["side"] === "before" ? "before" : "after";
}
