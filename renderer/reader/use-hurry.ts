import { useLayoutEffect, useRef, useState } from "react";

/** CSS pixels a millisecond from which pages fly past: some six letter pages a second. */
const FAST = 8;
/** Milliseconds: moves further apart are jumps or steps, and what they lead to is wanted. */
const TOGETHER = 150;
/** Milliseconds without a fast move after which somebody has arrived. */
const SETTLED = 110;

/** True while the pages fly past, from the second fast move on, until they come to rest or go slowly. */
export function useHurry(top: number): boolean {
  const [hurried, setHurried] = useState(false);
  const last = useRef({ top, time: 0 });
  useLayoutEffect(() => {
    const time = performance.now();
    const before = last.current;
    last.current = { top, time };
    const elapsed = time - before.time;
    if (before.top !== top && elapsed < TOGETHER && Math.abs(top - before.top) > FAST * Math.max(elapsed, 4)) {
      setHurried(true);
    }
    const timer = setTimeout(() => setHurried(false), SETTLED);
    return () => clearTimeout(timer);
  }, [top]);
  return hurried;
}
