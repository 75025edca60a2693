import { useEffect, useEffectEvent, useRef } from "react";

/** Milliseconds: pages that follow sooner upon each other are told only once the last of them has been there so long. */
const TOGETHER = 150;

/**
 * Tells the parent which page is in sight: at once, and while pages fly past once they have come to rest, since all that
 * follows the page (the inspector, the tab, what is remembered) is drawn anew each time.
 */
export function useToldPage(page: number, onPageChange: (page: number) => void): void {
  const tell = useEffectEvent(onPageChange);
  const changed = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const elapsed = now - changed.current;
    changed.current = now;
    if (elapsed > TOGETHER) {
      // In braces: what the parent's function returns must not be taken for a clean-up.
      tell(page);
      return;
    }
    const timer = setTimeout(() => tell(page), TOGETHER);
    return () => clearTimeout(timer);
  }, [page]);
}
