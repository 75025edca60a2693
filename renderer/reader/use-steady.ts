import { useLayoutEffect, useRef, useState } from "react";

/** Milliseconds between two looks of what is held: a number that changes oftener cannot be read. */
const BEAT = 150;

/**
 * Holds what is drawn while `held`, and brings it up to date a few times a second: what stands around the pages need not
 * be made anew for every frame in which they fly past. Otherwise it is what was given.
 */
export function useSteady<Drawn>(drawn: Drawn, held: boolean): Drawn {
  const [kept, setKept] = useState(drawn);
  const latest = useRef(drawn);
  useLayoutEffect(() => {
    latest.current = drawn;
  });
  useLayoutEffect(() => {
    if (!held) return;
    // In braces: an element that is a function would be called.
    const bring = (): void => setKept(() => latest.current);
    bring();
    const timer = setInterval(bring, BEAT);
    return () => clearInterval(timer);
  }, [held]);
  return held ? kept : drawn;
}
