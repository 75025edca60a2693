import { useEffect, useEffectEvent } from "react";
import type { CommandId } from "./commands.ts";
import { findCommand } from "./shortcuts.ts";

/** True on a Mac, where ⌘ stands for Ctrl. */
export const IS_MAC = /mac/i.test(navigator.platform);

/** Runs what the keys of commands stand for. A view that has handled a press has prevented its default. */
export function useShortcuts(run: (id: CommandId) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    // A modal dialog owns the keyboard.
    if (document.querySelector("dialog[open]") !== null) return;
    const id = findCommand(event, isTyping(event.target), IS_MAC);
    if (id === null) return;
    event.preventDefault();
    run(id);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
