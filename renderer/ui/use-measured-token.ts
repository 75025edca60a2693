import { useSyncExternalStore } from "react";
import { subscribeToAppearance } from "./appearance.ts";

/** Tokens that scripts reckon with: the height of a row in a table, in CSS pixels, and the size of text against the normal. */
type MeasuredToken = "--row" | "--scale";

const known = new Map<MeasuredToken, number>();
// For good: what was measured is old also when the look changed while nobody who measures was in sight.
subscribeToAppearance(() => known.clear());

/** The value of a token now; it follows density and size of the text. */
export function useMeasuredToken(token: MeasuredToken): number {
  return useSyncExternalStore(subscribeToAppearance, () => measure(token));
}

function measure(token: MeasuredToken): number {
  const value =
    known.get(token) ?? Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token));
  known.set(token, value);
  return value;
}
