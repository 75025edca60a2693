import { useSyncExternalStore } from "react";

/** At this width and below the side panels share one place, or hide until they are asked for. */
const NARROW = "(max-width: 1200px)";

/** True while the window is narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(NARROW);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}
