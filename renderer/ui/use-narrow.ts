import { createContext, useContext, useSyncExternalStore } from "react";

/** At this width and below the side panels share one place, or hide until they are asked for. */
const NARROW = "(max-width: 1200px)";

/** True around what has only a part of the window, such as a side of a split. */
export const NarrowContext = createContext(false);

/** True while there is little room: the window is narrow, or this has only a part of it. */
export function useNarrow(): boolean {
  const isPart = useContext(NarrowContext);
  const isNarrowWindow = useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
  return isPart || isNarrowWindow;
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(NARROW);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}
