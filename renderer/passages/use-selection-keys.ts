import { useEffect, useEffectEvent } from "react";
import { isTextEntry } from "../search/use-view-keys.ts";

/** True when it took the key. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

/**
 * Hears keys before the document does, while a selection waits for an answer and no field has the focus. A key that is
 * taken goes no further.
 */
export function useSelectionKeys(active: boolean, onKey: KeyHandler): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isTextEntry(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    // A menu or a dialog that is open has its own keys.
    if (event.target instanceof Element && event.target.closest("[role=menu], dialog") !== null) return;
    if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen, { capture: true });
    return () => document.removeEventListener("keydown", listen, { capture: true });
  }, [active]);
}
