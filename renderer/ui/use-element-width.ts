import { useCallback, useState } from "react";

/**
 * Follows the width of an element, in CSS pixels; null before it is known.
 * Give the first value to the element's `ref`.
 */
export function useElementWidth(): readonly [(element: Element | null) => (() => void) | undefined, number | null] {
  const [width, setWidth] = useState<number | null>(null);
  const measure = useCallback((element: Element | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // A hidden element has no width: what was known of it stays true for when it is shown again.
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, width];
}
