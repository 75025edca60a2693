import type { SideId } from "./desk.ts";

const last = new Map<SideId, WeakRef<HTMLElement>>();

/** Notes where the keyboard is on a side, so that it comes back there. */
export function noteFocus(side: SideId, element: EventTarget): void {
  if (element instanceof HTMLElement) last.set(side, new WeakRef(element));
}

/** What takes the keyboard first on a side where it was not yet: the pages, a text, anything at all. */
const FIRST = ["[role=document]", "textarea", '[tabindex="0"]', "button"] as const;

/** Puts the keyboard on a side, where it was last. */
export function focusOnSide(side: SideId): void {
  const panel = document.querySelector<HTMLElement>(`[data-side="${side}"] > [role=tabpanel]`);
  const known = last.get(side)?.deref();
  if (known?.isConnected === true && known.closest(`[data-side="${side}"]`) !== null) {
    known.focus();
    return;
  }
  const first = FIRST.map((kind) => panel?.querySelector<HTMLElement>(kind) ?? null).find((found) => found !== null);
  (first ?? panel)?.focus();
}
