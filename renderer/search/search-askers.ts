/** Tells this window from others that ask the same backend. It guards nothing: a clash would only stop a search. */
const WINDOW = Math.random().toString(36).slice(2);

/** What a search is made for. A newer search of the same purpose in this window stops the older one. */
export type SearchPurpose = "results" | "written";

/** The name that the backend knows this window's search of a purpose by. */
export function askerOf(purpose: SearchPurpose): string {
  return `${WINDOW}/${purpose}`;
}
