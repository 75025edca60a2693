import type { RefObject } from "react";
import { useEffect, useEffectEvent } from "react";
import { useViewKeys } from "./use-view-keys.ts";

/** What keys do in a result. */
interface ResultKeys {
  /** False while no list of documents is there. */
  readonly enabled: boolean;
  /** Place of the current document, and of the last one that has been fetched. */
  readonly group: number;
  readonly last: number;
  readonly moveTo: (index: number) => void;
  readonly step: (direction: 1 | -1) => void;
  readonly open: () => void;
  /** Takes the current document into what is chosen, or out. */
  readonly mark: (stretch: boolean) => void;
  readonly chooseAll: () => void;
}

/** Documents that Page Up and Page Down go over. */
const PAGE = 8;

/**
 * The keys of a result: N and P walk through hits, arrows through documents, Space chooses, Enter opens, Ctrl+A chooses
 * all.
 */
export function useResultKeys(view: RefObject<HTMLElement | null>, keys: ResultKeys): void {
  useViewKeys(view, (event) => {
    const action = actionOf(event, keys);
    if (action === null) return;
    event.preventDefault();
    action();
  });
  const onChooseAll = useEffectEvent((event: KeyboardEvent) => {
    if (!keys.enabled || event.defaultPrevented || event.key.toLowerCase() !== "a") return;
    if (!(event.ctrlKey || event.metaKey) || !isInList(event.target)) return;
    event.preventDefault();
    keys.chooseAll();
  });
  useEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const listen = (event: KeyboardEvent) => onChooseAll(event);
    element.addEventListener("keydown", listen);
    return () => element.removeEventListener("keydown", listen);
  }, [view]);
}

function actionOf(event: KeyboardEvent, keys: ResultKeys): (() => void) | null {
  const { key, target } = event;
  if (!keys.enabled) return null;
  const { group, last, moveTo } = keys;
  if (/^[np]$/i.test(key)) return () => keys.step(key.toLowerCase() === "n" ? 1 : -1);
  // Elsewhere these keys belong to what has the keyboard: the preview scrolls, a button is pressed.
  if (hasOwnKey(target, key)) return null;
  switch (key) {
    case "ArrowDown":
      return () => moveTo(group + 1);
    case "ArrowUp":
      return () => moveTo(group - 1);
    case "PageDown":
      return () => moveTo(group + PAGE);
    case "PageUp":
      return () => moveTo(group - PAGE);
    case "Home":
      return () => moveTo(0);
    case "End":
      return () => moveTo(last);
    case "Enter":
      return keys.open;
    case " ":
      return isOnCheckbox(target) ? null : () => keys.mark(event.shiftKey);
    default:
      return null;
  }
}

/** True when the key belongs to what has the keyboard: in the list that is Enter and Space on its smaller buttons. */
function hasOwnKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.dataset["resultTitle"] !== undefined || isOnCheckbox(target)) return false;
  if (isInList(target)) return key === "Enter" || key === " ";
  return target.closest("aside, button, a, input, [role=tab], [role=menu], dialog") !== null;
}

function isOnCheckbox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "checkbox" && isInList(target);
}

function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-result-list]") !== null;
}
