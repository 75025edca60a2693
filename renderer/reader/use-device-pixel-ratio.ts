import { useSyncExternalStore } from "react";

/** Calls when the window comes to a screen of another resolution, or is zoomed. */
function subscribe(changed: () => void): () => void {
  let media: MediaQueryList | null = null;
  const listen = (): void => {
    media?.removeEventListener("change", onChange);
    media = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    media.addEventListener("change", onChange);
  };
  const onChange = (): void => {
    listen();
    changed();
  };
  listen();
  return () => media?.removeEventListener("change", onChange);
}

/** Device pixels per CSS pixel of the screen that the window is on now. */
export function useDevicePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio);
}
