import { type RefObject, useEffect, useRef } from "react";

/** True when keys typed there are text. */
export function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * Hears single keys for a view: those pressed inside it, and those pressed where nothing is focused. Keys typed into a
 * field, with Ctrl, Alt or Meta, or already taken by something inside, are not passed on.
 */
export function useViewKeys(view: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const root = view.current;
      if (root === null || root.offsetParent === null || event.defaultPrevented) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTextEntry(event.target)) return;
      const inside = event.target instanceof Node && root.contains(event.target);
      if (inside || event.target === document.body) latest.current(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [view]);
}
