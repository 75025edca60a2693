/** Tells this window from others that ask the same backend. It guards nothing: a clash would only stop a search. */
const WINDOW = Math.random().toString(36).slice(2);

/** What kept searches ask for. A newer call of the same purpose in this window stops the older one. */
export type KeptPurpose = "saved-searches" | "term-list" | "check-certificate";

/** The name that the backend knows this window's call of a purpose by. */
export function keptAskerOf(purpose: KeptPurpose): string {
  return `${WINDOW}/${purpose}`;
}
