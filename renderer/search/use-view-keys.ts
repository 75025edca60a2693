import { type RefObject, useEffect, useEffectEvent } from "react";

/** True when keys typed there are text. */
export function isTextEntry(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "range"].includes(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

/**
 * Hears single keys for a view: those pressed inside it, and those pressed where nothing inside of anything is focused
 * (the window, the frame's main area). Keys typed into a
 * field, with Ctrl, Alt or Meta, or already taken by something inside, are not passed on.
 */
export function useViewKeys(view: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const onKeyDown = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const root = view.current;
      if (root === null || root.offsetParent === null || event.defaultPrevented) return;
      // A modal dialog owns the keyboard, also one that stands inside the view.
      if (document.querySelector("dialog[open]") !== null) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTextEntry(event.target)) return;
      if (!(event.target instanceof Node)) return;
      if (root.contains(event.target) || event.target.contains(root)) onKeyDown(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [view]);
}
